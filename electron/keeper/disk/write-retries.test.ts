import { expect, it } from 'vitest';
import type { SigningState } from '../signing/held-key.ts';
import { createUnwritten } from './unwritten.ts';
import { createWriteRetries } from './write-retries.ts';

it.each<readonly [state: SigningState, waiting: number, hasRollFailed: boolean, fails: boolean]>([
  ['locked', 3, false, false],
  ['ready', 0, false, false],
  ['ready', 1, false, true],
  // The key of before signs on: it is told as whatever else a disk does not take.
  ['ready', 0, true, true],
  ['failed', 0, false, true],
  ['misfit', 0, false, true],
])(
  'a key that is %s, with %i entries that wait, and a roll that failed: %s',
  (state, waiting, hasRollFailed, fails) => {
    const nothing = (): void => undefined;
    const retries = createWriteRetries({
      unwritten: createUnwritten(),
      outbox: { flush: nothing, waiting: () => waiting },
      kioskKey: { state: () => state, hasRollFailed: () => hasRollFailed },
      vouching: { settle: nothing, isBehind: () => false },
      traces: { eraseAgain: nothing },
      sessions: { record: nothing },
      workers: { record: nothing },
      filesInPlace: () => true,
    });
    expect(retries.fails()).toBe(fails);
  },
);
