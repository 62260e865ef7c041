import { expect, test } from 'vitest';
import { NOTHING_YET } from '../../shared/contract/status.test-support.ts';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { told } from '../core-client/application-view.test-support.ts';
import { whyHandedBack } from './handed-back.ts';

function locked(handedBack: KioskStatus['residents']['handedBack']): KioskStatus {
  return {
    ...NOTHING_YET,
    screenLocked: true,
    residents: { ...NOTHING_YET.residents, setting: 'counter', handedBack },
  };
}

const open = told(1, 'draft');

test('that what was entered is kept is said only of an application that is open behind the lock', () => {
  expect(whyHandedBack(locked('unfinished'), open)).toBe('idle');
  // Its end was refused and is tried again and again.
  expect(whyHandedBack(locked('ending'), open)).toBe('locked');
  expect(whyHandedBack(locked('finished'), open)).toBe('finished');
  // It was left and is erased, or its time was over, or another session has it: nothing is claimed of it.
  expect(whyHandedBack(locked('unfinished'), null)).toBe('locked');
  expect(whyHandedBack(locked('finished'), null)).toBe('locked');
});

test('a lock of staff is none of a resident’s', () => {
  expect(whyHandedBack(locked(null), open)).toBeNull();
  expect(whyHandedBack(NOTHING_YET, null)).toBeNull();
  expect(whyHandedBack(null, null)).toBeNull();
});
