import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { applicationId } from '../../../shared/contract/ids.ts';
import type { Paper } from '../../../shared/contract/paper.ts';
import { CARD_PRINTER, ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { Inspection, PrintEnding } from '../../../shared/contract/printing/printer.ts';
import {
  SAMPLE_FEE_RECEIPT,
  SAMPLE_RECEIPT,
  SAMPLE_STATISTICS,
} from '../../../shared/paper/sample-papers.test-support.ts';
import { ok } from '../../../shared/result.ts';
import { testPageOnPaper } from '../../../shared/slips/test-page.ts';
import { testClock } from '../clock.test-support.ts';
import { createEndings } from '../endings/endings.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { createSigningKey, makeReceipt, readSigningKey } from '../receipt/receipt.ts';
import { CLERK, SUPERVISOR } from '../start/keeper.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import { counter, create, type ScriptedCore } from '../start/scripted-core.test-support.ts';
import { idleWorker } from '../start/workers.test-support.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';
import { ordinaryPrinterCalls } from './ordinary-printer-calls.ts';
import type { PrinterQuery } from './printer-queries.ts';
import { testPageCalls } from './test-page-calls.ts';

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

/** The calls of a session while workers find this at every address. */
function callsWith({ services }: RunningKeeper, { session }: ScriptedCore, inspection: Inspection) {
  const occupant = services.occupants.get(session.token);
  if (occupant === undefined) throw new Error('no session is occupied');
  const asked: PrinterQuery[] = [];
  const printerQueries = {
    ...services.printerQueries,
    ask(order: PrinterQuery) {
      asked.push(order);
      return Promise.resolve({ kind: 'inspected' as const, inspection });
    },
    busy: () => false,
  };
  return { asked, ...ordinaryPrinterCalls({ ...services, printerQueries }, occupant) };
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
    const calls = callsWith(keeper, core, INSPECTION);
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
      printer: hash(address),
    });

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
    const calls = callsWith(keeper, core, { ...INSPECTION, ...change });
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

describe('a paper', () => {
  it('is not printed without an ordinary printer, nor for nobody, nor while somebody’s application is open', async () => {
    const { keeper, core } = await counter();
    const paper = { paper: SAMPLE_RECEIPT };
    expect(await core.call('printReceipt', paper)).toEqual(refused('no-ordinary-printer'));
    keeper.services.printer.chooseOrdinary(ORDINARY_PRINTER);
    await core.call('signOut', {});
    expect(await core.call('printReceipt', paper)).toEqual(refused('not-allowed'));
    await core.call('signIn', CLERK);
    await create(core);
    expect(await core.call('printReceipt', paper)).toEqual(refused('not-now'));
    expect(keeper.services.papers.progress()).toBeNull();
  });

  it('is printed for the session on the screen alone, one at a time, and every screen sees how far it is', async () => {
    const { keeper, core } = await counter({ workerPath: idleWorker });
    keeper.services.printer.chooseOrdinary(ORDINARY_PRINTER);
    const occupant = keeper.services.occupants.get(core.session.token);
    if (occupant === undefined) throw new Error('no session is occupied');
    const pool = { shown: () => null };
    const hidden = ordinaryPrinterCalls({ ...keeper.services, pool }, occupant);
    expect(await hidden.printReceipt({ paper: SAMPLE_RECEIPT })).toEqual(refused('not-now'));
    expect(await core.call('printReceipt', { paper: SAMPLE_RECEIPT })).toEqual({
      ok: true,
      value: { number: 1 },
    });
    expect(await core.call('printReceipt', { paper: SAMPLE_RECEIPT })).toEqual(refused('printer-in-use'));
    expect((await statusSeen(core))?.paper).toEqual({
      number: 1,
      stage: 'waiting',
      troubles: [],
      ending: null,
    });
    // A page that hangs at the printer is nobody's business but its own.
    expect(await core.call('create', {})).toMatchObject({ ok: true });
  });

  it('is the keeper’s own where it is a test page: of this kiosk, this printer and this minute', async () => {
    const { keeper, core } = await counter({ workerPath: idleWorker });
    const { papers, printer, policies, kiosk, clock } = keeper.services;
    await core.call('signIn', SUPERVISOR);
    expect(await core.call('printTestPage', {})).toEqual(refused('no-ordinary-printer'));
    printer.chooseOrdinary(ORDINARY_PRINTER);
    const occupant = keeper.services.occupants.get(core.session.token);
    if (occupant === undefined) throw new Error('no session is occupied');
    const printed: Paper[] = [];
    const noting: typeof papers = {
      ...papers,
      print: (at, paper) => {
        printed.push(paper);
        return papers.print(at, paper);
      },
    };
    const calls = testPageCalls({ ...keeper.services, papers: noting }, occupant);
    expect(await calls.printTestPage({})).toEqual({ ok: true, value: { number: 1 } });
    expect(printed).toEqual([
      testPageOnPaper({
        programme: policies.inForce.rules.name,
        kioskName: kiosk.read()?.name ?? 'none',
        ...{ day: clock.today(), time: clock.timeAt(clock.now()), printerName: ORDINARY_PRINTER.name },
      }),
    ]);
    // While it is under way there is no other.
    expect(await core.call('printTestPage', {})).toEqual(refused('printer-in-use'));
  });

  it('is not printed for a session that ever had an applicant, also while that application is wiped', async () => {
    const { keeper, core } = await counter();
    keeper.services.printer.chooseOrdinary(ORDINARY_PRINTER);
    const occupant = keeper.services.occupants.get(core.session.token);
    if (occupant === undefined) throw new Error('no session is occupied');
    const pool = { shown: () => core.session };
    const calls = ordinaryPrinterCalls({ ...keeper.services, pool }, occupant);
    await create(core);
    expect(await core.call('finish', { outcome: 'withdrawn' })).toMatchObject({ ok: true });
    expect(await calls.printReceipt({ paper: SAMPLE_RECEIPT })).toEqual(refused('not-now'));
    expect(await calls.printFeeReceipt({ language: 'en' })).toEqual(refused('not-now'));
    expect(keeper.services.papers.progress()).toBeNull();
  });

  it('that is no paper is malformed', async () => {
    const { keeper, core } = await counter();
    keeper.services.printer.chooseOrdinary(ORDINARY_PRINTER);
    const { paper: tooLong } = { paper: { ...SAMPLE_RECEIPT, heading: 'x'.repeat(401) } };
    expect(await core.call('printReceipt', { paper: tooLong })).toEqual(refused('malformed'));
    expect(keeper.services.papers.progress()).toBeNull();
  });
});

const ENDED = applicationId.parse('a'.repeat(32));
const FEE = { route: 'replacement', settled: 'paid', cents: 1000, currency: 'USD' } as const;

/** A fresh session after the handoff of a card that this was due for, and a printer of which the test says how it ended. */
async function afterHandoff(fee: typeof FEE | null) {
  const { keeper, core } = await counter();
  const { services } = keeper;
  services.printer.chooseOrdinary(ORDINARY_PRINTER);
  const occupant = services.occupants.get(core.session.token);
  if (occupant === undefined) throw new Error('no session is occupied');
  const endings = createEndings(testClock({ now: 0 }));
  endings.began(ENDED, fee, null);
  const papers: Paper[] = [];
  let last: PrintEnding | null = null;
  const calls = ordinaryPrinterCalls(
    {
      ...services,
      endings,
      papers: {
        print: (_printer, paper) => papers.push(paper),
        printSearch: () => null,
        progress: () => ({ number: papers.length, stage: 'failed', troubles: [], ending: last }),
        underWay: () => null,
        forget: () => undefined,
      },
    },
    occupant,
  );
  const receipt = makeReceipt(
    readSigningKey(createSigningKey()),
    { day: '2026-11-25', kiosk: 'City Hall, desk 2', practice: false },
    { outcome: 'issued', custody: 'memory', search: CLEAN, spool: 'purged' },
    { processesEnded: 9, foldersRemoved: 1 },
    'machine',
    'empty',
  );
  return {
    endings,
    papers,
    isErased: () => endings.ended(ENDED, receipt),
    async ask(before?: PrintEnding) {
      if (before !== undefined) last = before;
      return calls.printFeeReceipt({ language: 'en' });
    },
  };
}

describe('a fee receipt', () => {
  it('is worded by the keeper, once the application is erased and until the next one begins', async () => {
    const { endings, papers, isErased, ask } = await afterHandoff(FEE);
    expect(await ask()).toEqual(refused('not-now'));
    isErased();
    expect(await ask()).toEqual(ok({ number: 1 }));
    expect(papers).toEqual([SAMPLE_FEE_RECEIPT]);
    endings.over();
    expect(await ask()).toEqual(refused('not-now'));
  });

  it('of no fee is none', async () => {
    const { papers, isErased, ask } = await afterHandoff(null);
    isErased();
    expect(await ask()).toEqual(refused('not-now'));
    expect(papers).toEqual([]);
  });

  it('says that it is a copy from the second page on that may be in a hand', async () => {
    const { papers, isErased, ask } = await afterHandoff(FEE);
    isErased();
    await ask();
    // Nothing came out: it is still the first one.
    await ask({ kind: 'no-card', why: { kind: 'unreachable' } });
    await ask({ kind: 'in-tray' });
    // A copy that did not come out says nothing of the first one.
    await ask({ kind: 'no-card', why: { kind: 'unreachable' } });
    const headings = papers.map(({ heading }) => heading);
    expect(headings).toEqual([...Array(2).fill('Fee receipt'), ...Array(2).fill('Copy of fee receipt')]);
  });

  it('says so also where nobody knows whether the first one came out', async () => {
    const { papers, isErased, ask } = await afterHandoff(FEE);
    isErased();
    await ask();
    await ask({ kind: 'doubt', doubt: 'interrupted' });
    expect(papers.map(({ heading }) => heading)).toEqual(['Fee receipt', 'Copy of fee receipt']);
  });
});
