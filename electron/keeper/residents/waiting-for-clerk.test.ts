import { expect, it } from 'vitest';
import { applicationId } from '../../../shared/contract/ids.ts';
import { createWaitingForClerk } from './waiting-for-clerk.ts';

const [first, second] = ['1', '2'].map((digit) => applicationId.parse(digit.repeat(32)));

it('knows who waits, and forgets what has ended with the next one', () => {
  if (first === undefined || second === undefined) throw new Error('no ids');
  const open = new Set([first, second]);
  const waiting = createWaitingForClerk((each) => open.has(each));
  expect(waiting.has(first)).toBe(false);
  waiting.add(first);
  expect(waiting.has(first)).toBe(true);
  open.delete(first);
  waiting.add(second);
  expect([first, second].map(waiting.has)).toEqual([false, true]);
});
