import { beforeAll, describe, expect, it } from 'vitest';
import { testClock } from '../../electron/keeper/clock.test-support.ts';
import { closing } from '../../electron/keeper/counter-day/day.test-support.ts';
import { workingFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { outboxOn } from '../../electron/keeper/outbox/outbox.test-support.ts';
import { policyFile } from '../../electron/keeper/policy/policy.test-support.ts';
import { until } from '../../electron/keeper/sessions/sessions.test-support.ts';
import { CLERK, SUPERVISOR, startKeeper } from '../../electron/keeper/start/keeper.test-support.ts';
import type { RunningKeeper } from '../../electron/keeper/start/run-keeper.ts';
import {
  connectCore,
  counter,
  nextCore,
  type ScriptedCore,
  signIn,
} from '../../electron/keeper/start/scripted-core.test-support.ts';
import { newVault } from '../../electron/keeper/vault/vault.test-support.ts';
import { entriesOfWipe } from '../../electron/keeper/wipe/wipe-entries.ts';
import { PROVEN } from '../../electron/keeper/wipe/wipe-procedure.test-support.ts';
import { speakEnglish } from '../../renderer/wording/english.test-support.ts';
import { receiptOnPaper } from '../../renderer/wording/papers/receipt-paper.ts';
import { dayText } from '../../shared/calendar.ts';
import type { Receipt } from '../../shared/contract/receipt.ts';
import type { LedgerEntry } from '../../shared/ledger/entries.ts';
import type { LedgerDetail } from '../../shared/ledger/ledger-detail.ts';
import { long } from '../support/sample.ts';
import {
  bytesOf,
  type Erased,
  isErased,
  isOfApplicant,
  leave,
  type Person,
  people,
  runsOf,
  serveAll,
  textOn,
} from './day.test-support.ts';

// One day of a small counter, with an opponent who has a camera at the door, all ten printed receipts, and the whole ledger.

const MORNING = Date.UTC(2026, 10, 24, 9, 17, 42);
const DAY = 86_400_000;

beforeAll(speakEnglish);

/** Serves them one after the other, in the order in which the camera sees them leave. */
async function dayOf(served: readonly Person[], detail: LedgerDetail | null = null) {
  const policy = detail === null ? {} : { policyPath: policyFile({ ledger: detail }) };
  const { keeper, core } = await counter({ clock: testClock({ now: MORNING }), ...policy });
  const { receipts } = await serveAll(keeper, core, served);
  const resting = keeper.services.outbox.resting();
  const counts = keeper.services.countsSoFar.of(keeper.services.clock.today());
  const before = keeper.services.ledger.head()?.sequence ?? 0;
  keeper.services.outbox.endDay();
  const entries = [...keeper.services.ledger.since(before)];
  return { receipts, resting, entries, counts };
}

/** Entries that a receipt may belong to, by all that it says: each field that the entry has and that the receipt says as well. */
function matching(receipt: Receipt, entries: readonly LedgerEntry[]): readonly Erased[] {
  const said = new Map<string, unknown>([
    ...Object.entries(receipt.erased),
    ...Object.entries(receipt.erased.search),
    ['day', receipt.day],
  ]);
  return entries
    .filter(isErased)
    .filter((entry) =>
      Object.entries({ ...entry, day: dayText(entry.day) }).every(
        ([field, value]) => field === 'kind' || value === 'ended' || said.get(field) === value,
      ),
    );
}

/** How many entries there are of each kind that say the same, to the last field but the day. */
function setsOf(entries: readonly LedgerEntry[]): Readonly<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const entry of entries.filter(isOfApplicant)) {
    const said = Object.values(entry).filter((value) => typeof value !== 'object');
    sizes[said.join(' ')] = (sizes[said.join(' ')] ?? 0) + 1;
  }
  return sizes;
}

const linesOf = (receipt: Receipt): readonly string[] => {
  const { stub, heading, lines, notProven, code } = receiptOnPaper(receipt);
  // The code as well: of ten people it has to be one.
  return [heading, ...stub.lines, ...lines, ...(notProven?.lines ?? []), code?.text ?? ''];
};

const FIVE_AND_FIVE = people([
  ...(['issued', 'withdrawn', 'issued', 'issued', 'withdrawn'] as const),
  ...(['withdrawn', 'issued', 'withdrawn', 'issued', 'withdrawn'] as const),
]);

describe('ten people on one day, five of whom have a card', () => {
  it('leave no receipt to which fewer than five entries fit, and no fact but a second card that fewer than five have', async () => {
    const { receipts, resting, entries, counts } = await dayOf(FIVE_AND_FIVE);
    expect(receipts).toHaveLength(10);

    // By the papers: whoever has all ten.
    for (const receipt of receipts) expect(matching(receipt, entries).length).toBeGreaterThanOrEqual(5);
    const papers = new Set(receipts.map((receipt) => JSON.stringify(linesOf(receipt))));
    expect(papers.size).toBe(1);

    // By the camera: nothing of them was in the ledger before the day was over, and then all were, in one go.
    expect(runsOf(entries)).toEqual([resting.length]);
    expect(entries).toHaveLength(resting.length);
    expect(setsOf(entries)).toEqual({
      ...{ 'erased issued': 5, 'erased withdrawn': 5, handoff: 5 },
      // What remains, and docs/ledger.md says so: whoever knows of a second card finds the entry that says there was one.
      'issued-again renewal destroyed': 1,
    });

    // Meanwhile they were counted.
    expect(counts).toEqual({ issued: 5, spoiled: 0, wiped: 10 });
  });

  it('have in no file a figure of their searches: while a printer is off all ten say the same there', async () => {
    const dataFolder = workingFolder();
    const { keeper, core } = await counter({
      ...{ dataFolder, clock: testClock({ now: MORNING }) },
      adjustActs: (acts) => ({ ...acts, purgePrintSide: async () => null }),
    });
    const { wipes } = keeper.services.vault;
    let at = core;
    for (const [index, person] of FIVE_AND_FIVE.entries()) {
      await leave(keeper, at, person);
      await until(() => expect(wipes.all().filter(({ search }) => search !== null)).toHaveLength(index + 1));
      at = await nextCore(keeper, at);
    }
    const text = textOn(dataFolder);
    const said = text.match(/\{"kind":"searched"[^}]*\}/g) ?? [];
    // The control: what each search came to is there, and found.
    expect(said.length).toBeGreaterThanOrEqual(FIVE_AND_FIVE.length);
    expect([...new Set(said)].map((each): unknown => JSON.parse(each))).toEqual([
      {
        ...{ kind: 'searched', files: 100, bytes: 10_000_000 },
        tooShort: 1,
        alsoOwn: 1,
        hits: 0,
        unreadable: 0,
      },
    ]);
    for (const person of FIVE_AND_FIVE) expect(text).not.toContain(`${bytesOf(person)}`);
  });

  // Of ten entries, by the rest itself: electron/keeper/outbox/resting-entries.test.ts.
  long('stand at no place of the order in which they left, over many days', () => {
    const vault = newVault();
    // Nothing here asks what a power cut leaves.
    vault.database.pragma('synchronous = OFF');
    const clock = testClock({ now: MORNING });
    const { outbox, ledger } = outboxOn(vault, clock);
    const DAYS = 120;
    const sameAt = FIVE_AND_FIVE.map(() => 0);
    for (let day = 0; day < DAYS; day += 1) {
      const before = ledger.head()?.sequence ?? 0;
      vault.database.transaction(() => {
        for (const { outcome, counted = {} } of FIVE_AND_FIVE)
          outbox.enqueue(
            entriesOfWipe({
              ...{ outcome, day: dayText(clock.today()), search: PROVEN },
              counted: { denied: null, again: null, fee: null, ...counted },
            }),
          );
      })();
      outbox.endDay();
      const erased = [...ledger.since(before)].filter(isErased);
      expect(erased).toHaveLength(FIVE_AND_FIVE.length);
      for (const [exit, { outcome }] of FIVE_AND_FIVE.entries())
        if (erased[exit]?.outcome === outcome) sameAt[exit] = (sameAt[exit] ?? 0) + 1;
      clock.advance(DAY);
    }
    // One of two by chance, six times the deviation to either side; the n-th entry for the n-th exit would be all of them.
    for (const same of sameAt) expect(Math.abs(same - DAYS / 2)).toBeLessThan(DAYS * 0.28);
  });
});

/** The supervisor closes the day with the figures that are expected, and the clerk goes on. */
async function closeDay(core: ScriptedCore): Promise<void> {
  await core.call('signIn', SUPERVISOR);
  const figures = await core.call('dayFigures', {});
  if (!figures.ok) throw new Error(figures.error.kind);
  const { expected } = figures.value.blanks;
  expect(await core.call('closeDay', { ...closing, blanks: expected, expected })).toMatchObject({ ok: true });
}

async function openDay(core: ScriptedCore): Promise<void> {
  await core.call('signIn', SUPERVISOR);
  expect(await core.call('openDay', { blanks: 480 })).toMatchObject({ ok: true });
  await core.call('signIn', CLERK);
}

describe('the same ten where a sheet is made in the middle, the kiosk starts anew, and the day is closed twice', () => {
  it('are written together at the first closing, and whoever comes after it when the day is over', async () => {
    const kiosk = { dataFolder: workingFolder(), clock: testClock({ now: MORNING }) };
    const morning = await counter({ ...kiosk, custody: 'sealed' });
    const entriesIn = ({ services }: RunningKeeper) => [...services.ledger.since(0)];
    await openDay(morning.core);
    const before = await serveAll(morning.keeper, morning.core, FIVE_AND_FIVE.slice(0, 5));
    await before.next.call('signIn', SUPERVISOR);
    expect(await before.next.call('takeCheckpoint', { way: 'day-sheet' })).toMatchObject({ ok: true });
    expect(entriesIn(morning.keeper).filter(isOfApplicant)).toEqual([]);
    await morning.keeper.stop();

    const keeper = await startKeeper({ scripted: true, ...kiosk });
    const core = await connectCore(keeper);
    await signIn(core, null);
    const after = await serveAll(keeper, core, FIVE_AND_FIVE.slice(5));
    await closeDay(after.next);
    const written = entriesIn(keeper).filter(isOfApplicant);
    expect(runsOf(entriesIn(keeper))).toEqual([written.length]);
    expect(setsOf(written)).toMatchObject({ 'erased issued': 5, 'erased withdrawn': 5 });
    const receipts = [...before.receipts, ...after.receipts];
    for (const receipt of receipts) expect(matching(receipt, written)).toHaveLength(5);
    // What remains, and docs/ledger.md says so: a receipt has the key of its time, so one of the morning is told from the others.
    expect(new Set(receipts.map(({ publicKey }) => publicKey)).size).toBeGreaterThan(1);

    await openDay(after.next);
    const { next } = await serveAll(keeper, after.next, people(['withdrawn']));
    await closeDay(next);
    expect(entriesIn(keeper).filter(isOfApplicant)).toHaveLength(written.length);
    kiosk.clock.advance(DAY);
    keeper.services.outbox.flush();
    expect(entriesIn(keeper).filter(isErased)).toHaveLength(11);
  });
});

describe('the day on which one of ten was denied and one withdrew', () => {
  const day = people([
    ...(['issued', 'issued', 'denied', 'issued', 'issued'] as const),
    ...(['issued', 'issued', 'withdrawn', 'issued', 'issued'] as const),
  ]);

  it('says of these two what their receipts say, and of nobody else which entry is theirs', async () => {
    const { receipts, entries } = await dayOf(day);
    const fitting = receipts.map((receipt) => matching(receipt, entries).length);
    // What remains, and docs/ledger.md says so.
    expect(fitting).toEqual([8, 8, 1, 8, 8, 8, 8, 1, 8, 8]);
    expect(setsOf(entries)).toEqual({
      ...{ 'erased issued': 8, handoff: 8, 'erased denied': 1, 'erased withdrawn': 1 },
      ...{ 'denied none': 1, 'issued-again renewal destroyed': 1 },
    });
    // None of them has more than the receipt: an outcome.
    for (const entry of entries.filter(isErased)) expect(Object.keys(entry)).toHaveLength(3);
  });

  it('says no more of them than of anybody where the policy has all endings counted as one', async () => {
    const { receipts, entries } = await dayOf(day, { outcomes: 'merged', period: 'day' });
    for (const receipt of receipts) expect(matching(receipt, entries)).toHaveLength(10);
    expect(entries.filter(({ kind }) => kind === 'denied')).toEqual([]);
  });
});
