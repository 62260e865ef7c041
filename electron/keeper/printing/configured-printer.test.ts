import { describe, expect, it } from 'vitest';
import { CARD_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { Inspection, PrinterRefusal } from '../../../shared/contract/printing/printer.ts';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { FIRST_STAFF, SUPERVISOR, startKeeper } from '../start/keeper.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import { connectCore, counter } from '../start/scripted-core.test-support.ts';
import { createConfiguredPrinter } from './configured-printer.ts';
import { printerCalls } from './printer-calls.ts';
import type { PrinterQueryReport } from './printer-queries.ts';

const { driver: _driver, pin, ...found } = CARD_PRINTER;
const configured = { address: CARD_PRINTER.address, pin };

const inspected = (missing: readonly PrinterRefusal[] = [], certificate = pin): PrinterQueryReport => {
  const inspection: Inspection = {
    ...{ role: 'card', ...found, makeAndModel: '', certificate, troubles: [] },
    missing: [...missing],
  };
  return { kind: 'inspected', inspection };
};
const OFF: PrinterQueryReport = { kind: 'refused', why: { kind: 'unreachable' } };

/** The printer of the settings at a keeper whose workers answer this. */
function printerAt({ services }: RunningKeeper, report: PrinterQueryReport, wanted = configured) {
  let [answer, asked] = [report, 0];
  const log: string[] = [];
  const printerQueries = {
    ask: () => {
      asked += 1;
      return Promise.resolve(answer);
    },
    busy: () => false,
  };
  const printer = createConfiguredPrinter({ ...services, printerQueries }, wanted, (line) => log.push(line));
  return {
    ...{ log, round: printer.round },
    asked: () => asked,
    answers(next: PrinterQueryReport) {
      answer = next;
    },
  };
}

const chosenBy = (keeper: RunningKeeper) => entriesOf(keeper).filter(({ kind }) => kind === 'printer-chosen');

describe('the card printer of the settings', () => {
  it('is chosen by the kiosk itself, once, and the ledger says that nobody did it', async () => {
    const { keeper } = await counter();
    const printer = printerAt(keeper, inspected());
    await printer.round();
    expect(keeper.services.printer.now()).toEqual(CARD_PRINTER);
    expect(chosenBy(keeper)).toMatchObject([{ by: NOBODY, driver: 'ipp' }]);
    await printer.round();
    expect(printer.asked()).toBe(1);
  });

  it('is followed by the one that later settings name, with an entry, until staff have chosen one', async () => {
    const { keeper, core } = await counter();
    await printerAt(keeper, inspected()).round();
    // At the same address another printer: the one before was swapped.
    const swapped = { address: CARD_PRINTER.address, pin: 'cd'.repeat(32) };
    const next = printerAt(keeper, inspected([], swapped.pin), swapped);
    await next.round();
    expect(keeper.services.printer.now()).toMatchObject({ ...swapped, driver: 'ipp' });
    expect(chosenBy(keeper)).toMatchObject([{ by: NOBODY }, { by: NOBODY }]);
    await next.round();
    expect(next.asked()).toBe(1);
    await core.call('signIn', SUPERVISOR);
    await printerCalls(keeper.services).chooseBuiltInPrinter({});
    const third = printerAt(keeper, inspected());
    await third.round();
    expect(third.asked()).toBe(0);
    expect(keeper.services.printer.now().driver).toBe('virtual');
  });

  it('is not chosen before the kiosk is set up', async () => {
    const keeper = await startKeeper({ scripted: true });
    const printer = printerAt(keeper, inspected());
    await printer.round();
    expect(printer.asked()).toBe(0);
    const core = await connectCore(keeper);
    await core.call('setUp', {
      kioskName: 'Counter 3',
      ...FIRST_STAFF,
    });
    await printer.round();
    expect(keeper.services.printer.now()).toEqual(CARD_PRINTER);
  });

  it('says nothing any more once anybody has chosen one, be it the built-in printer', async () => {
    const { keeper, core } = await counter();
    await core.call('signIn', SUPERVISOR);
    await printerCalls(keeper.services).chooseBuiltInPrinter({});
    const printer = printerAt(keeper, inspected());
    await printer.round();
    expect(printer.asked()).toBe(0);
    expect(keeper.services.printer.now().driver).toBe('virtual');
  });

  it.each<[string, PrinterQueryReport, string]>([
    ['is off', OFF, 'unreachable'],
    ['shows another certificate', inspected([], 'cd'.repeat(32)), 'certificate-changed'],
    ['lacks something', inspected([{ kind: 'no-duplex' }]), 'no-duplex'],
  ])('is not chosen while it %s, and the log says so once', async (_what, report, why) => {
    const { keeper } = await counter();
    const printer = printerAt(keeper, report);
    for (let round = 0; round < 5; round += 1) await printer.round();
    expect(keeper.services.printer.now().driver).toBe('virtual');
    expect(printer.log).toEqual([
      `The card printer of the settings (${CARD_PRINTER.address}) can’t be used: ${why}.`,
    ]);
    printer.answers(inspected());
    for (let round = 0; round < 16; round += 1) await printer.round();
    expect(keeper.services.printer.now()).toEqual(CARD_PRINTER);
  });

  it('is asked less and less often while it is off', async () => {
    const { keeper } = await counter();
    const printer = printerAt(keeper, OFF);
    const askedIn: number[] = [];
    for (let round = 1; round <= 64; round += 1) {
      const before = printer.asked();
      await printer.round();
      if (printer.asked() > before) askedIn.push(round);
    }
    expect(askedIn).toEqual([1, 2, 4, 8, 16, 32, 48, 64]);
  });
});
