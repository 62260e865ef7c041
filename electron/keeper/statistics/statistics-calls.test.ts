import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outcomes, spoilReasons } from '../../../shared/application/application-state.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import { statistics } from '../../../shared/contract/statistics/statistics-acts.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { calendarIn } from '../../../shared/local-calendar.ts';
import { dayAfter } from '../../../shared/statistics/periods.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { kioskKey, opened, samplesFor, temporaryPath } from '../ledger/ledger.test-support.ts';
import { statisticsCalls } from './statistics-calls.ts';

/** A Tuesday: yesterday is over, and last week was the one up to the 22nd. */
const today: CalendarDate = { year: 2026, month: 11, day: 24 };
const yesterday = dayAfter(today, -1);
const lastFriday = dayAfter(today, -4);

const many = (count: number, entry: LedgerEntry): readonly LedgerEntry[] =>
  Array.from({ length: count }, () => entry);

function wiped(
  day: CalendarDate,
  outcome: (typeof outcomes)[number],
): Extract<LedgerEntry, { kind: 'wiped' }> {
  return {
    ...{ kind: 'wiped', day, outcome, custody: 'memory', search: 'searched' },
    ...{ files: 34, bytes: 1_700_000, hits: 0, processesEnded: 7, spool: 'kept-nothing' },
  };
}

interface Given {
  readonly smallestCount?: number;
  /** Days of erasures that are not proven yet. */
  readonly unproven?: readonly string[];
  /** Entries that the ledger's disk does not take. */
  readonly waiting?: number;
  /** Entries about applicants that wait for others. */
  readonly resting?: readonly LedgerEntry[];
}

/** A kiosk whose ledger has these entries, and everything else that a ledger can have on another day. */
function kioskWith(
  entries: readonly LedgerEntry[],
  { smallestCount, unproven: days = [], waiting = 0, resting = [] }: Given = {},
) {
  const unproven = new Set(days);
  const ledger = opened(temporaryPath());
  ledger.appendAll(samplesFor(kioskKey));
  if (entries.length > 0) ledger.appendAll(entries);
  const exportFolder = mkdtempSync(join(workingFolder(), 'stick-'));
  const port = {
    ledger,
    kiosk: { read: () => null },
    clock: { today: () => today, dateAt: calendarIn('America/New_York').dateAt },
    vault: { wipes: { all: () => [...unproven].map((day) => ({ day })) } },
    outbox: { flush: () => undefined, waiting: () => waiting, resting: () => resting },
    policies: {
      inForce: { rules: smallestCount === undefined ? {} : { statistics: { smallestCount } } },
    },
  };
  return { calls: statisticsCalls({ ...port, exportFolder }), exportFolder, port, unproven };
}

async function read(calls: ReturnType<typeof statisticsCalls>) {
  const answer = await calls.readStatistics({});
  if (!answer.ok) throw new Error(answer.error.kind);
  return statistics.parse(answer.value);
}

describe('what the ledger comes to', () => {
  it('is counted by day and by week, with small counts hidden', async () => {
    const { calls } = kioskWith([
      ...many(12, wiped(yesterday, 'issued')),
      ...many(4, wiped(yesterday, 'denied')),
      ...many(6, { kind: 'spoiled', day: yesterday, reason: 'smudged' }),
      ...many(9, wiped(lastFriday, 'issued')),
      ...many(7, wiped(lastFriday, 'withdrawn')),
    ]);
    const { days, weeks, smallestCount } = await read(calls);
    expect(smallestCount).toBe(5);
    expect([days.length, weeks.length]).toEqual([14, 12]);
    const endings = (figures: readonly (number | null)[]) =>
      Object.fromEntries(outcomes.map((outcome, index) => [outcome, figures[index]]));
    expect(days.at(-1)).toMatchObject({ first: yesterday, last: yesterday });
    expect(endings(days.at(-1)?.ended ?? [])).toMatchObject({ issued: 12, denied: null, withdrawn: null });
    expect(days.at(-1)?.spoiled).toEqual(spoilReasons.map((reason) => (reason === 'smudged' ? 6 : null)));
    expect(endings(days.at(-4)?.ended ?? [])).toMatchObject({ issued: 9, withdrawn: 7, denied: null });
    expect(days.at(-2)?.ended).toEqual(outcomes.map(() => 0));
    // Yesterday is of a week that is not over.
    expect(weeks.at(-1)).toMatchObject({ first: dayAfter(today, -8), last: dayAfter(today, -2) });
    expect(endings(weeks.at(-1)?.ended ?? [])).toMatchObject({ issued: 9, withdrawn: 7, denied: null });
    expect(weeks.at(-2)?.ended).toEqual(outcomes.map(() => 0));
  });

  it('has nothing of today', async () => {
    const { calls } = kioskWith(many(20, wiped(today, 'issued')));
    const { days, weeks, slowDays } = await read(calls);
    for (const { ended } of [...days, ...weeks]) expect(ended).toEqual(outcomes.map(() => 0));
    expect(slowDays).toEqual([]);
  });

  it('has nothing of a day, nor of its week, for which an entry may still come', async () => {
    const entries = [...many(9, wiped(lastFriday, 'issued')), ...many(12, wiped(yesterday, 'issued'))];
    const { days, weeks } = await read(kioskWith(entries, { unproven: ['2026-11-20'] }).calls);
    const nothing = outcomes.map(() => null);
    expect(days.at(-4)).toMatchObject({ first: lastFriday, ended: nothing });
    expect(weeks.at(-1)?.ended).toEqual(nothing);
    expect(days.at(-1)?.ended).toContain(12);
    // The erasure is proven, and its entry comes with those of today.
    const resting = [{ kind: 'erased', day: lastFriday, outcome: 'denied' }] as const;
    const late = await read(kioskWith(entries, { resting }).calls);
    expect([late.days.at(-4)?.ended, late.weeks.at(-1)?.ended]).toEqual([nothing, nothing]);
    expect(late.days.at(-1)?.ended).toContain(12);
    const { calls } = kioskWith(entries, { waiting: 1 });
    const refusal = { ok: false, error: { kind: 'not-written' } };
    expect(await calls.readStatistics({})).toEqual(refusal);
    expect(await calls.exportStatistics({ by: 'day' })).toEqual(refusal);
  });

  it('has nothing of a day whose erasure is proven while days are counted', async () => {
    const { port, unproven } = kioskWith(many(9, wiped(lastFriday, 'issued')), { unproven: ['2026-11-20'] });
    const { ledger } = port;
    const calls = statisticsCalls({
      ...port,
      exportFolder: null,
      ledger: {
        ...{
          counts: ledger.counts,
          entriesOn: ledger.entriesOn,
          ofKind: ledger.ofKind,
        },
        countOf(what, day) {
          const count = ledger.countOf(what, day);
          unproven.clear();
          return count;
        },
      },
    });
    const { days, weeks } = await read(calls);
    const nothing = outcomes.map(() => null);
    expect(unproven.size).toBe(0);
    expect(days.at(-4)).toMatchObject({ first: lastFriday, ended: nothing });
    expect(weeks.at(-1)?.ended).toEqual(nothing);
    expect((await read(calls)).days.at(-4)?.ended).toContain(9);
  });

  it('leaves open what a day sheet does not tell: handed-over cards are on it, and protect no other count', async () => {
    const counts = { issued: 5, denied: 2, withdrawn: 6, expired: 7, 'called-off': 8 } as const;
    const entries = outcomes.flatMap((outcome) => many(counts[outcome], wiped(yesterday, outcome)));
    const { days } = await read(kioskWith(entries).calls);
    expect(days.at(-1)?.ended).toEqual([5, null, null, 7, 8]);
  });

  it('is hidden as the policy says', async () => {
    const entries = [...many(12, wiped(yesterday, 'issued')), ...many(4, wiped(yesterday, 'denied'))];
    const denied = outcomes.indexOf('denied');
    expect((await read(kioskWith(entries, { smallestCount: 4 }).calls)).days.at(-1)?.ended[denied]).toBe(4);
    expect((await read(kioskWith(entries, { smallestCount: 13 }).calls)).days.at(-1)?.ended).toEqual(
      outcomes.map(() => null),
    );
  });
});

describe('a slow day', () => {
  it('is told with what the ledger has of those few people', async () => {
    const { calls } = kioskWith([
      { kind: 'issued', day: lastFriday, printer: 'ipp', attempts: 2 },
      { kind: 'issued-again', day: lastFriday, route: 'renewal', oldCard: 'none' },
      { kind: 'fee', day: lastFriday, settled: 'waived' },
      wiped(lastFriday, 'issued'),
      // Of somebody else: what stands behind another entry is not theirs.
      { kind: 'issued', day: today, printer: 'ipp', attempts: 1 },
      { kind: 'fee', day: today, settled: 'paid' },
      ...many(5, wiped(yesterday, 'issued')),
    ]);
    expect((await read(calls)).slowDays).toEqual([
      {
        day: lastFriday,
        ended: 1,
        facts: [
          { fact: 'issued', count: 1 },
          { fact: 'reprinted', count: 1 },
          { fact: 'renewal', count: 1 },
          { fact: 'fee-waived', count: 1 },
        ],
      },
    ]);
  });

  it('is told with a denial that was reviewed and with each spoiled card, whose entries stand apart', async () => {
    const { calls } = kioskWith([
      { kind: 'spoiled', day: lastFriday, reason: 'wrong-photo' },
      { kind: 'denied', day: lastFriday, review: 'supervisor' },
      wiped(lastFriday, 'denied'),
      { kind: 'spoiled', day: lastFriday, reason: 'not-collected' },
      // Nobody reviewed it: the entry says no more than how it ended.
      { kind: 'denied', day: lastFriday, review: 'none' },
      wiped(lastFriday, 'denied'),
      { kind: 'denied', day: today, review: 'supervisor' },
      { kind: 'spoiled', day: today, reason: 'smudged' },
    ]);
    expect((await read(calls)).slowDays).toEqual([
      {
        day: lastFriday,
        ended: 2,
        facts: [
          { fact: 'denied', count: 2 },
          { fact: 'reviewed', count: 1 },
          { fact: 'spoiled-wrong-photo', count: 1 },
          { fact: 'spoiled-not-collected', count: 1 },
        ],
      },
    ]);
  });

  it('is also one on which nobody’s application ended, where the ledger has an entry of somebody', async () => {
    const { calls } = kioskWith([
      // Its application was set aside, and ends on another day.
      { kind: 'spoiled', day: lastFriday, reason: 'smudged' },
      { kind: 'forgotten', day: yesterday, applications: 1, cards: 1, cause: 'power-lost' },
    ]);
    expect((await read(calls)).slowDays).toEqual([
      {
        day: yesterday,
        ended: 0,
        facts: [
          { fact: 'lost', count: 1 },
          { fact: 'lost-card', count: 1 },
        ],
      },
      { day: lastFriday, ended: 0, facts: [{ fact: 'spoiled-smudged', count: 1 }] },
    ]);
  });

  it('is told with how the few erasures were done, and with one that had failed', async () => {
    const { calls } = kioskWith([
      { ...wiped(lastFriday, 'expired'), search: 'not-searched', spool: 'purged' },
      { kind: 'locked', day: lastFriday, step: 'session-ended' },
      { kind: 'unlocked', day: lastFriday, step: 'session-ended' },
    ]);
    expect((await read(calls)).slowDays).toEqual([
      {
        day: lastFriday,
        ended: 1,
        facts: ['expired', 'not-searched', 'jobs-purged', 'erasure-failed', 'erasure-completed'].map(
          (fact) => ({ fact, count: 1 }),
        ),
      },
    ]);
  });

  it('is told with what staff did with one application, by the day at the counter', async () => {
    const [hold, by, second] = ['0a', '0b', '0c'].map((byte) => byte.repeat(16));
    if (hold === undefined || by === undefined || second === undefined) throw new Error('none');
    // Friday evening at the counter, and Saturday in UTC.
    const utc = Date.UTC(2026, 10, 21, 2);
    const { calls } = kioskWith([
      { kind: 'finish-refused', utc, hold, by },
      { kind: 'record-produced', utc, by, second, recipient: 'ab'.repeat(32), package: 'cd'.repeat(32) },
      { kind: 'wipe-closed', utc, by, step: 'print-side-purged', reason: 'printer-destroyed' },
      // Of nobody in particular.
      { kind: 'checkpoint-taken', utc, by, way: 'stick', entries: 1 },
    ]);
    expect((await read(calls)).slowDays).toEqual([
      {
        day: lastFriday,
        ended: 0,
        facts: ['finish-refused', 'produced', 'erasure-closed'].map((fact) => ({ fact, count: 1 })),
      },
    ]);
  });

  it('is none yet while an erasure of it is not proven', async () => {
    const { calls, unproven } = kioskWith([wiped(lastFriday, 'issued')], { unproven: ['2026-11-20'] });
    expect((await read(calls)).slowDays).toEqual([]);
    unproven.clear();
    expect((await read(calls)).slowDays).toMatchObject([{ day: lastFriday, ended: 1 }]);
  });

  it('is one with fewer than the policy says', async () => {
    const entries = many(5, wiped(yesterday, 'withdrawn'));
    expect((await read(kioskWith(entries).calls)).slowDays).toEqual([]);
    expect((await read(kioskWith(entries, { smallestCount: 6 }).calls)).slowDays).toEqual([
      { day: yesterday, ended: 5, facts: [{ fact: 'withdrawn', count: 5 }] },
    ]);
  });
});

describe('a file of figures', () => {
  it('has those of the screen and no other', async () => {
    const { calls, exportFolder } = kioskWith([
      ...many(12, wiped(yesterday, 'issued')),
      wiped(yesterday, 'denied'),
    ]);
    const answer = await calls.exportStatistics({ by: 'day' });
    if (!answer.ok) throw new Error(answer.error.kind);
    expect(readdirSync(exportFolder)).toEqual([answer.value.file]);
    expect(answer.value.file).toMatch(/^counterfoil-statistics-kiosk-2026-11-24-days\.csv$/);
    const lines = readFileSync(join(exportFolder, answer.value.file), 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(15);
    const { days } = await read(calls);
    const figures = [...(days.at(-1)?.ended ?? []), ...(days.at(-1)?.spoiled ?? [])];
    expect(lines.at(-1)).toBe(
      ['2026-11-23', '2026-11-23', ...figures.map((figure) => figure ?? 'hidden'), '5'].join(','),
    );
  });

  it('is not written without a folder, nor where its drive is gone or fails, and says which', async () => {
    const { port } = kioskWith([]);
    const calls = statisticsCalls({ ...port, exportFolder: null });
    expect(await calls.exportStatistics({ by: 'week' })).toEqual({
      ok: false,
      error: { kind: 'no-export-folder' },
    });
    const onto = (exportFolder: string) =>
      statisticsCalls({ ...port, exportFolder }).exportStatistics({ by: 'week' });
    expect(await onto(join(workingFolder(), 'gone'))).toMatchObject({ error: { kind: 'no-export-folder' } });
    expect(await onto(join(workingFolder(), 'x'.repeat(300)))).toMatchObject({
      error: { kind: 'file-not-saved', why: 'failed' },
    });
  });
});

it('lets everybody else be heard between two days', async () => {
  const { calls } = kioskWith([]);
  let heard = 0;
  let isDone = false;
  const hear = (): void => {
    heard += 1;
    if (!isDone) setImmediate(hear);
  };
  setImmediate(hear);
  await read(calls);
  isDone = true;
  // 12 weeks, and yesterday, which is of none of them.
  expect(heard).toBeGreaterThanOrEqual(12 * 7 + 1);
});
