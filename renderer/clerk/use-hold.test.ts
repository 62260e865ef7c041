import { expect, test } from 'vitest';
import { holdId } from '../../shared/contract/ids.ts';
import { NOTHING_YET } from '../../shared/contract/status.test-support.ts';
import type { KioskStatus, LegalHold } from '../../shared/contract/status.ts';
import { isHeld } from './use-hold.ts';

const HOLD: LegalHold = {
  ...{
    hold: holdId.parse('e'.repeat(32)),
    scope: 'tickets',
    reason: 'subpoena',
    since: 1,
    by: 'Salma Ortiz',
  },
  ...{ frozen: 1, unsealed: 0, later: 0, laterInMemory: 0, alone: 1, overdue: 0 },
  ...{ stopped: { all: 0, inMemory: 0, alone: 0 }, resumedBy: null, cameBack: false },
};
const before: KioskStatus = { ...NOTHING_YET, holds: [] };
const onTickets: KioskStatus = { ...before, holds: [HOLD] };

test('an application that the core refused to finish is held before the status has the hold, while it has, and no longer', () => {
  expect(isHeld(before, null)).toBe(false);
  expect(isHeld(before, before)).toBe(true);
  // Whatever else the status tells meanwhile.
  expect(isHeld(onTickets, before)).toBe(true);
  expect(isHeld({ ...onTickets, diskFails: true }, before)).toBe(true);
  expect(isHeld({ ...before }, before)).toBe(false);
});

test('a hold on other tickets holds nothing that was not refused, and one on all that begins holds each', () => {
  expect(isHeld(onTickets, null)).toBe(false);
  expect(isHeld({ ...before, newOnesAreHeld: true }, null)).toBe(true);
});
