import { beforeAll, expect, test } from 'vitest';
import { holdId } from '../../../shared/contract/ids.ts';
import type { KioskStatus, LegalHold } from '../../../shared/contract/status.ts';
import { speakEnglish } from '../english.test-support.ts';
import {
  endedByLiftingInWords,
  endingInWords,
  liftInWords,
  liftingAHoldInWords,
  liftingEnds,
} from './lifting-a-hold.ts';

beforeAll(speakEnglish);

const IN_FORCE: KioskStatus['suspensions'][number] = {
  ...{
    source: 'staff',
    by: 'Salma Ortiz',
    serial: null,
    decided: 1,
    open: 'wipe',
    notice: { en: 'Not today.' },
  },
  ...{ since: 1, begins: null, ends: null },
};
const HOLD: LegalHold = {
  ...{
    hold: holdId.parse('e'.repeat(32)),
    scope: 'all',
    reason: 'subpoena',
    since: Date.UTC(2026, 10, 24, 15),
  },
  ...{
    by: 'Salma Ortiz',
    frozen: 2,
    unsealed: 0,
    later: 0,
    laterInMemory: 0,
    alone: 2,
    resumedBy: null,
    cameBack: false,
  },
  ...{ overdue: 0, stopped: { all: 0, inMemory: 0, alone: 0 } },
};
const day = (isDone: boolean | null) => ({
  ...{ open: null, isCounted: false },
  packUp:
    isDone === null
      ? null
      : { isDone, ended: 0, open: 0, erasing: 0, printing: 0, stopped: 0, held: 2, printJobs: 0 },
});
const serving = { suspensions: [], counterDay: day(null), misfit: null };
const suspended = { ...serving, suspensions: [IN_FORCE] };
const packing = { ...serving, counterDay: day(false) };

test('lifting ends what it keeps while a suspension in force erases what is open, or once packing up has begun', () => {
  const ends = (suspension: Partial<typeof IN_FORCE>, isDone: boolean | null = null) =>
    liftingEnds(HOLD, { ...serving, suspensions: [{ ...IN_FORCE, ...suspension }], counterDay: day(isDone) })
      .cause;
  expect(ends({})).toBe('suspension');
  expect(ends({ open: 'finish' })).toBeNull();
  expect(ends({ since: null, begins: 9 })).toBeNull();
  expect(ends({ begins: 9 })).toBeNull();
  expect(ends({ open: 'finish' }, false)).toBe('pack-up');
  expect(ends({ open: 'finish' }, true)).toBe('packed-up');
});

test('lifting ends what has outlived the policy, whatever else goes on as usual', () => {
  const hold = { ...HOLD, overdue: 1 };
  const ends = liftingEnds(hold, serving);
  expect(ends).toEqual({ cause: 'overdue', applications: 1, erasures: 0, isClosed: false });
  expect(endedByLiftingInWords(ends)).toEqual([
    '1 application is past your policy’s time limit. Lifting this legal hold ends and erases it at once. This can’t be undone.',
  ]);
  expect(liftingAHoldInWords(ends, 2).join(' ')).toContain('within the time limit can be opened');
  // What the notice counts is not said a second time.
  expect(liftingAHoldInWords(ends, 2).join(' ')).not.toContain('policy’s time limit');
  expect(liftingAHoldInWords(liftingEnds(HOLD, serving), 2).join(' ')).toContain(
    'past your policy’s time limit by then are erased at once',
  );
  expect(liftingAHoldInWords(ends, 1).join(' ')).not.toContain('as usual');
  const read = liftInWords(hold, ends, 'UTC').join(' ');
  expect(read).toContain('1 application is past your policy’s time limit');
  expect(read).toContain('1 application that only this legal hold keeps can again be opened');
  const all = { ...HOLD, overdue: 2 };
  expect(liftInWords(all, liftingEnds(all, serving), 'UTC').join(' ')).not.toContain('can again be opened');
  // All that it keeps ends, and not by their time.
  expect(liftingEnds(hold, suspended)).toMatchObject({ cause: 'suspension', applications: 2 });
});

test('an erasure that it stopped is told to go on, whether or not anything else ends', () => {
  const hold = { ...HOLD, alone: 0, stopped: { all: 1, inMemory: 0, alone: 1 } };
  const ends = liftingEnds(hold, serving);
  expect(ends).toEqual({ cause: null, applications: 0, erasures: 1, isClosed: false });
  expect(endedByLiftingInWords(ends)).toEqual([
    '1 erasure that this legal hold stopped will continue at once. This can’t be undone.',
  ]);
  expect(liftInWords(hold, ends, 'UTC').join(' ')).toContain(
    '1 erasure that this legal hold stopped will continue',
  );
  // Another hold stops it still.
  const other = { ...hold, stopped: { ...hold.stopped, alone: 0 } };
  expect(endedByLiftingInWords(liftingEnds(other, serving))).toEqual([]);
});

test('whoever lifts a hold is told what ends, and is not told then that it goes on as usual', () => {
  const [bySuspension, byPackUp] = [
    liftingEnds(HOLD, suspended),
    liftingEnds({ ...HOLD, alone: 1 }, packing),
  ];
  expect(endedByLiftingInWords(bySuspension)).toEqual([
    'New applications are suspended. Lifting this legal hold ends and erases 2 applications at once. This can’t be undone.',
  ]);
  expect(endedByLiftingInWords(byPackUp).join(' ')).toContain(
    'packed up. Lifting this legal hold ends and erases 1 application at once.',
  );
  const nothing = liftingEnds({ ...HOLD, alone: 0 }, suspended);
  expect(endedByLiftingInWords(nothing)).toEqual([]);
  expect(liftingAHoldInWords(nothing, 0).join(' ')).toContain('as usual');
  expect(liftingAHoldInWords(bySuspension, 2).join(' ')).not.toContain('as usual');
});

test('in a packed-up kiosk whoever lifts a hold is told how to have applications finished instead', () => {
  const packedUp = liftingEnds({ ...HOLD, overdue: 1 }, { ...serving, counterDay: day(true) });
  expect(endedByLiftingInWords(packedUp)).toEqual([
    'The kiosk is packed up. Lifting this legal hold ends and erases 2 applications at once. This can’t be undone.',
  ]);
  expect(liftingAHoldInWords(packedUp, 2).join(' ')).toContain(
    'first open the day. Then lift this legal hold.',
  );
  for (const others of [liftingEnds(HOLD, packing), liftingEnds(HOLD, serving)])
    expect(liftingAHoldInWords(others, 2).join(' ')).not.toContain('open the day');
});

test('the second supervisor reads which hold it is, and what becomes of what it keeps', () => {
  const lifted = liftInWords(HOLD, liftingEnds(HOLD, suspended), 'UTC').join(' ');
  for (const said of [
    'Salma Ortiz',
    'November 24',
    'Everything',
    'Subpoena',
    'ends and erases 2 applications',
  ])
    expect(lifted).toContain(said);
  expect(liftInWords(HOLD, liftingEnds(HOLD, serving), 'UTC').join(' ')).toContain('can again be opened');
});

test('afterward what ended is told by its number, and nothing where nothing did', () => {
  expect(endingInWords({ applications: 0, erasures: 0 })).toEqual([]);
  expect(endingInWords({ applications: 3, erasures: 1 })).toEqual([
    '3 applications that it kept are being ended and erased.',
    '1 erasure that it had stopped continues.',
  ]);
});

test('while files don’t fit together lifting ends nothing yet, and nothing opens', () => {
  const files: KioskStatus['misfit'] = {
    ...{ since: 1, misfits: [{ kind: 'policy' }], fitsNow: false, wayOn: 'hold-first', ends: 2 },
  };
  const ends = liftingEnds({ ...HOLD, overdue: 1 }, { ...suspended, misfit: files });
  expect(endedByLiftingInWords(ends)).toEqual([]);
  for (const said of [liftingAHoldInWords(ends, 2), liftInWords(HOLD, ends, 'UTC')]) {
    expect(said.join(' ')).toContain('Nothing is opened or erased until two supervisors');
    expect(said.join(' ')).not.toMatch(/as usual|can again be opened|erased at once/);
  }
});
