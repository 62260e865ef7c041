import { describe, expect, it } from 'vitest';
import { applicationId } from '../../../shared/contract/ids.ts';
import type { Paper } from '../../../shared/contract/paper.ts';
import { ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { PrintEnding } from '../../../shared/contract/printing/printer.ts';
import { SAMPLE_FEE_RECEIPT, SAMPLE_RECEIPT } from '../../../shared/paper/sample-papers.test-support.ts';
import { harborCity } from '../../../shared/programme/harbor-city.test-support.ts';
import { ok } from '../../../shared/result.ts';
import { newOccupant } from '../applications/occupants.test-support.ts';
import { testClock } from '../clock.test-support.ts';
import { createEndings } from '../endings/endings.ts';
import { makeReceipt } from '../receipt/receipt.ts';
import { randomGuardedKey } from '../signing/signing-key.ts';
import { CLERK } from '../start/keeper.test-support.ts';
import { counter, create, type ScriptedCore } from '../start/scripted-core.test-support.ts';
import { idleWorker } from '../start/workers.test-support.ts';
import { PROVEN } from '../wipe/wipe-procedure.test-support.ts';
import { paperCalls } from './paper-calls.ts';

const refused = (kind: string) => ({ ok: false, error: { kind } });

async function paperSeen(core: ScriptedCore) {
  const status = await core.call('getStatus', {});
  if (!status.ok) throw new Error(status.error.kind);
  return status.value.ordinaryPrinter?.paper;
}

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
    const hidden = paperCalls({ ...keeper.services, pool }, occupant);
    expect(await hidden.printReceipt({ paper: SAMPLE_RECEIPT })).toEqual(refused('not-now'));
    expect(await core.call('printReceipt', { paper: SAMPLE_RECEIPT })).toEqual({
      ok: true,
      value: { number: 1 },
    });
    expect(await core.call('printReceipt', { paper: SAMPLE_RECEIPT })).toEqual(refused('printer-in-use'));
    expect(await paperSeen(core)).toEqual({
      number: 1,
      stage: 'waiting',
      troubles: [],
      ending: null,
    });
    // A page that hangs at the printer is nobody's business but its own.
    expect(await core.call('create', {})).toMatchObject({ ok: true });
  });

  it('is not printed for a session that ever had an applicant, also while that application is wiped', async () => {
    const { keeper, core } = await counter();
    keeper.services.printer.chooseOrdinary(ORDINARY_PRINTER);
    const occupant = keeper.services.occupants.get(core.session.token);
    if (occupant === undefined) throw new Error('no session is occupied');
    const pool = { shown: () => core.session };
    const calls = paperCalls({ ...keeper.services, pool }, occupant);
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
function afterHandoff(fee: typeof FEE | null) {
  const occupant = newOccupant();
  const endings = createEndings(testClock({ now: 0 }));
  endings.began(ENDED, fee, null);
  const papers: Paper[] = [];
  let last: PrintEnding | null = null;
  const calls = paperCalls(
    {
      endings,
      printer: { ordinary: () => ORDINARY_PRINTER },
      papers: {
        print: (_printer, paper) => papers.push(paper),
        progress: () => ({ number: papers.length, stage: 'failed', troubles: [], ending: last }),
      },
      daySheets: { last: () => null },
      policies: { inForce: { rules: harborCity } },
      pool: { shown: () => occupant.session },
    },
    occupant,
  );
  const receipt = makeReceipt(
    randomGuardedKey(),
    { day: '2026-11-25', kiosk: 'City Hall, desk 2', identifier: '0f'.repeat(16), practice: false },
    { outcome: 'issued', custody: 'memory', search: PROVEN, spool: 'purged' },
    'machine',
    'empty',
    false,
  );
  return {
    endings,
    papers,
    isErased: () => endings.ended(ENDED, receipt),
    ask(before?: PrintEnding) {
      if (before !== undefined) last = before;
      return calls.printFeeReceipt({ language: 'en' });
    },
  };
}

describe('a fee receipt', () => {
  it('is worded by the keeper, once the application is erased and until the next one begins', async () => {
    const { endings, papers, isErased, ask } = afterHandoff(FEE);
    expect(await ask()).toEqual(refused('not-now'));
    isErased();
    expect(await ask()).toEqual(ok({ number: 1 }));
    expect(papers).toEqual([SAMPLE_FEE_RECEIPT]);
    endings.over();
    expect(await ask()).toEqual(refused('not-now'));
  });

  it('of no fee is none', async () => {
    const { papers, isErased, ask } = afterHandoff(null);
    isErased();
    expect(await ask()).toEqual(refused('not-now'));
    expect(papers).toEqual([]);
  });

  it('says that it is a copy from the second page on that may be in a hand', async () => {
    const { papers, isErased, ask } = afterHandoff(FEE);
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
    const { papers, isErased, ask } = afterHandoff(FEE);
    isErased();
    await ask();
    await ask({ kind: 'doubt', doubt: 'interrupted' });
    expect(papers.map(({ heading }) => heading)).toEqual(['Fee receipt', 'Copy of fee receipt']);
  });
});
