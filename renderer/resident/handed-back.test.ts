import { expect, test } from 'vitest';
import { NOTHING_YET } from '../../shared/contract/status.test-support.ts';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { told } from '../core-client/application-view.test-support.ts';
import { handedBack } from './handed-back.ts';

function locked(lockedBehind: KioskStatus['residents']['lockedBehind']): KioskStatus {
  return {
    ...NOTHING_YET,
    screenLocked: true,
    residents: { ...NOTHING_YET.residents, setting: 'counter', lockedBehind },
  };
}

const open = told(1, 'draft');

test('that what was entered is kept is said only of an application that is open behind the lock', () => {
  expect(handedBack(locked('unfinished'), open)).toBe('idle');
  expect(handedBack(locked('finished'), open)).toBe('finished');
  // It was left and is erased, or its time was over, or another session has it: nothing is claimed of it.
  expect(handedBack(locked('unfinished'), null)).toBe('locked');
  expect(handedBack(locked('finished'), null)).toBe('locked');
});

test('a lock of staff is none of a resident’s', () => {
  expect(handedBack(locked(null), open)).toBeNull();
  expect(handedBack(NOTHING_YET, null)).toBeNull();
  expect(handedBack(null, null)).toBeNull();
});
