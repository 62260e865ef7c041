import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CARD_PRINTER, ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { Inspection } from '../../../shared/contract/printing/printer.ts';
import { SAMPLE_STATISTICS } from '../../../shared/paper/sample-papers.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { SUPERVISOR } from '../start/keeper.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import { counter, create, type ScriptedCore } from '../start/scripted-core.test-support.ts';
import { ordinaryPrinterCalls } from './ordinary-printer-calls.ts';
import type { PrinterQuery } from './printer-queries.ts';

const done = { ok: true, value: {} };
const refused = (kind: string) => ({ ok: false, error: { kind } });
const { driver: _driver, pin: certificate, ...found } = ORDINARY_PRINTER;
const INSPECTION: Inspection = {
  role: 'ordinary',
  ...found,
  makeAndModel: '',
  certificate,
  troubles: [],
  missing: [],
};

/** The calls while workers find this at every address. */
function callsWith({ services }: RunningKeeper, inspection: Inspection) {
  const asked: PrinterQuery[] = [];
  const printerQueries = {
    ...services.printerQueries,
    ask(order: PrinterQuery) {
      asked.push(order);
      return Promise.resolve({ kind: 'inspected' as const, inspection });
    },
    busy: () => false,
  };
  return { asked, ...ordinaryPrinterCalls({ ...services, printerQueries }) };
}

async function statusSeen(core: ScriptedCore) {
  const status = await core.call('getStatus', {});
  if (!status.ok) throw new Error(status.error.kind);
  return status.value.ordinaryPrinter;
}

describe('the ordinary printer', () => {
  it('is looked at for paper, chosen, told to every screen, and cleared; the ledger has both acts and no text', async () => {
    const { keeper, core } = await counter();
    await core.call('signIn', SUPERVISOR);
    const by = keeper.services.staff.signedIn()?.member;
    const calls = callsWith(keeper, INSPECTION);
    const { address } = ORDINARY_PRINTER;
    expect(await calls.inspectOrdinaryPrinter({ address })).toEqual({ ok: true, value: INSPECTION });
    expect(await calls.chooseOrdinaryPrinter({ address, pin: null })).toEqual(done);
    expect(calls.asked).toEqual(Array(2).fill({ kind: 'inspect', address, pin: null, role: 'ordinary' }));
    expect(keeper.services.printer.ordinary()).toEqual(ORDINARY_PRINTER);
    expect(keeper.services.printer.now().driver, 'cards are printed where they were').toBe('virtual');
    const { name, media } = ORDINARY_PRINTER;
    expect(await statusSeen(core)).toEqual({ name, address, media, paper: null });
    const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
    expect(entriesOf(keeper).at(-1)).toMatchObject({
      kind: 'ordinary-printer-chosen',
      by,
      printer: keeper.services.printer.hashInLedger('ordinary'),
    });
    // Addresses are few: whoever has the ledger alone tries them in vain.
    expect(JSON.stringify(entriesOf(keeper))).not.toContain(hash(address));

    expect(await core.call('clearOrdinaryPrinter', {})).toEqual(done);
    expect(keeper.services.printer.ordinary()).toBeNull();
    expect(await statusSeen(core)).toBeNull();
    expect(entriesOf(keeper).at(-1)).toMatchObject({
      kind: 'ordinary-printer-chosen',
      by,
      printer: hash(''),
    });
  });

  it('stands beside the card printer: choosing one leaves the other', async () => {
    const { keeper } = await counter();
    const { printer } = keeper.services;
    printer.chooseOrdinary(ORDINARY_PRINTER);
    printer.choose(CARD_PRINTER);
    expect(printer.ordinary()).toEqual(ORDINARY_PRINTER);
    expect(printer.now()).toEqual(CARD_PRINTER);
    printer.choose(null);
    expect(printer.ordinary()).toEqual(ORDINARY_PRINTER);
    printer.chooseOrdinary(null);
    expect([printer.ordinary(), printer.now().driver]).toEqual([null, 'virtual']);
  });

  it.each([
    ['something is missing', { missing: [{ kind: 'no-paper-size' as const }], media: null }, 'no-paper-size'],
    ['its certificate was not compared', { certificate: 'ab'.repeat(32) }, 'certificate-changed'],
  ])('is not chosen where %s', async (_what, change, why) => {
    const { keeper, core } = await counter();
    await core.call('signIn', SUPERVISOR);
    const calls = callsWith(keeper, { ...INSPECTION, ...change });
    const answer = await calls.chooseOrdinaryPrinter({ address: ORDINARY_PRINTER.address, pin: null });
    expect(answer).toMatchObject({ ok: false, error: { kind: 'printer-refused', why: { kind: why } } });
    expect(keeper.services.printer.ordinary()).toBeNull();
    expect(entriesOf(keeper).map(({ kind }) => kind)).not.toContain('ordinary-printer-chosen');
  });

  it('is a matter of supervisors and IT staff, with no application open', async () => {
    const { keeper, core } = await counter();
    const { address } = ORDINARY_PRINTER;
    const acts = async () => [
      await core.call('inspectOrdinaryPrinter', { address }),
      await core.call('chooseOrdinaryPrinter', { address, pin: null }),
      await core.call('clearOrdinaryPrinter', {}),
      await core.call('printStatistics', { paper: SAMPLE_STATISTICS }),
      await core.call('printDaySheet', { sequence: 1 }),
      await core.call('printTestPage', {}),
    ];
    expect(await acts()).toEqual(Array(6).fill(refused('not-allowed')));
    await core.call('signIn', SUPERVISOR);
    await create(core);
    expect(await acts()).toEqual(Array(6).fill(refused('not-now')));
    expect(keeper.services.printer.ordinary()).toBeNull();
  });
});
