import { beforeAll, expect, test } from 'vitest';
import { holdId, ticket } from '../../shared/contract/ids.ts';
import type { KioskStatus, LegalHold } from '../../shared/contract/status.ts';
import { speakEnglish } from './english.test-support.ts';
import {
  endedByLiftingInWords,
  holdFirstInWords,
  liftInWords,
  liftingAHoldInWords,
  liftingEnds,
  resumingIntakeInWords,
  settingAHoldInWords,
} from './hold-effects.ts';

beforeAll(speakEnglish);

test('where keys cannot be sealed, nobody is told that a power cut destroys nothing', () => {
  for (const scope of ['all', 'tickets'] as const) {
    expect(settingAHoldInWords(scope, false, 'complete').join(' ')).toContain('a power cut destroys nothing');
    const unsealed = settingAHoldInWords(scope, true, 'complete').join(' ');
    expect(unsealed).not.toContain('a power cut destroys nothing');
    expect(unsealed).toContain('A power cut would destroy what is held');
  }
});

test('what begins later is told as the scope has it', () => {
  expect(settingAHoldInWords('all', false, 'complete').join(' ')).toContain('New ones are then kept too');
  expect(settingAHoldInWords('tickets', false, 'complete').join(' ')).toContain('erased at handoff as usual');
  expect(resumingIntakeInWords('all').join(' ')).toContain('tells each applicant');
  expect(resumingIntakeInWords('tickets').join(' ')).toContain('erased at handoff, as usual');
});

test('an erasure that has begun is told as the policy has decided', () => {
  expect(settingAHoldInWords('all', false, 'complete').join(' ')).toContain('runs to its end');
  expect(settingAHoldInWords('all', false, 'stop').join(' ')).toContain('what is left stays');
});

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
  ...{ by: 'Salma Ortiz', frozen: 2, unsealed: 0, later: 0, laterInMemory: 0, alone: 2, resumedBy: null },
};
const day = (isDone: boolean | null) => ({
  ...{ open: null, isCounted: false },
  packUp:
    isDone === null ? null : { isDone, ended: 0, open: 0, erasing: 0, printing: 0, stopped: 0, held: 2 },
});

test('lifting ends what it keeps while a suspension in force erases what is open, or the kiosk is being packed up', () => {
  const ends = (suspension: Partial<typeof IN_FORCE>, isDone: boolean | null = null) =>
    liftingEnds({ suspensions: [{ ...IN_FORCE, ...suspension }], counterDay: day(isDone) });
  expect(ends({})).toBe('suspension');
  expect(ends({ open: 'finish' })).toBeNull();
  expect(ends({ since: null, begins: 9 })).toBeNull();
  expect(ends({ begins: 9 })).toBeNull();
  expect(ends({ open: 'finish' }, false)).toBe('pack-up');
  expect(ends({ open: 'finish' }, true)).toBeNull();
});

test('whoever lifts a hold is told what ends, and is not told then that it goes on as usual', () => {
  expect(endedByLiftingInWords('suspension', 2)).toContain(
    'Intake is suspended: 2 applications are ended and erased at once.',
  );
  expect(endedByLiftingInWords('pack-up', 1)).toContain(
    'packed up: 1 application is ended and erased at once.',
  );
  expect([endedByLiftingInWords(null, 2), endedByLiftingInWords('suspension', 0)]).toEqual([null, null]);
  expect(liftingAHoldInWords(null).join(' ')).toContain('continue as usual');
  expect(liftingAHoldInWords('suspension').join(' ')).not.toContain('as usual');
});

test('the second supervisor reads which hold it is, and what becomes of what it keeps', () => {
  const lifted = liftInWords(HOLD, 'suspension', 'UTC').join(' ');
  for (const said of [
    'Salma Ortiz',
    'November 24',
    'Everything',
    'Subpoena',
    '2 applications are ended and erased',
  ])
    expect(lifted).toContain(said);
  expect(liftInWords(HOLD, null, 'UTC').join(' ')).toContain('can again be opened');
});

test('what began under a hold is named with the way to produce it', () => {
  const [one, other] = [ticket.parse(12), ticket.parse(14)];
  expect(holdFirstInWords([one])).toMatch(/^Ticket 12 .* set a legal hold on its ticket\.$/);
  expect(holdFirstInWords([one, other])).toMatch(/^Tickets 12 and 14 /);
});
