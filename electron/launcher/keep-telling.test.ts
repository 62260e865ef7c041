import { expect, it, vi } from 'vitest';
import type { KioskState } from '../../shared/contract/launcher.ts';
import { keepTelling } from './keep-telling.ts';
import type { Condition, Phase } from './phase.ts';

const IDLE: KioskState = { screen: 'start-screen', open: 0, forgets: 0, endings: 0, held: false };
const QUICK = { everyMilliseconds: 5, startingMilliseconds: 600_000 };
/** Nobody waits for the next one in a test. */
const RARE = { ...QUICK, everyMilliseconds: 600_000 };

/** A keeper that answers only when it is let. */
function keeperThatHangs() {
  const answers: ((state: KioskState) => void)[] = [];
  const phase: Phase = {
    kind: 'kiosk',
    keeper: { state: () => new Promise((resolve) => void answers.push(resolve)) },
  };
  return { phase, answers };
}

function listener(times = QUICK) {
  const told: Condition[] = [];
  const telling = keepTelling(async (condition) => void told.push(condition), times);
  return { told, telling };
}

const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 30_000, interval: 5 });

it('what a keeper answers is told again and again', async () => {
  const { told, telling } = listener();
  let asked = 0;
  telling.enter({
    kind: 'kiosk',
    keeper: {
      async state() {
        asked += 1;
        return IDLE;
      },
    },
  });
  await until(() => expect(asked).toBeGreaterThan(3));
  expect(told.at(-1)).toEqual({ kind: 'kiosk', state: IDLE });
});

it('while a keeper does not answer nothing is told, however often it would be time', async () => {
  const { told, telling } = listener();
  const { phase, answers } = keeperThatHangs();
  telling.enter(phase);
  await until(() => expect(answers).toHaveLength(1));
  const before = told.length;
  // Ten times as long as from one to the next.
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([told.length, answers.length]).toEqual([before, 1]);
  answers[0]?.(IDLE);
  await until(() => expect(told.length).toBeGreaterThan(before));
});

it('the end of a keeper that was asked in vain is told at once', async () => {
  const { told, telling } = listener(RARE);
  const { phase, answers } = keeperThatHangs();
  telling.enter(phase);
  await until(() => expect(answers).toHaveLength(1));
  const problem = { kind: 'no-window' } as const;
  telling.enter({ kind: 'problem', problem });
  await until(() => expect(told.at(-1)).toEqual({ kind: 'problem', problem }));
});

it('a change is asked about and told at once', async () => {
  const { told, telling } = listener(RARE);
  let state = IDLE;
  telling.enter({ kind: 'kiosk', keeper: { state: async () => state } });
  await until(() => expect(told.at(-1)).toEqual({ kind: 'kiosk', state: IDLE }));
  state = { ...IDLE, screen: 'serving', open: 1 };
  telling.changed();
  await until(() => expect(told.at(-1)).toEqual({ kind: 'kiosk', state }));
});

it('an end is told at once, though a keeper is still asked, and nothing is told after it', async () => {
  const { told, telling } = listener();
  const { phase, answers } = keeperThatHangs();
  telling.enter(phase);
  await until(() => expect(answers).toHaveLength(1));
  const before = told.length;
  telling.ended({ ...IDLE, open: 1 });
  const last = { kind: 'ended', state: { ...IDLE, open: 1 } } as const;
  expect(told.slice(before)).toEqual([last]);
  answers[0]?.(IDLE);
  telling.enter({ kind: 'starting' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(told.slice(before)).toEqual([last]);
});

it('a start is told of for so long and no longer: nobody can ask a keeper that hangs before its first screen', async () => {
  const { told, telling } = listener({ ...RARE, startingMilliseconds: 500 });
  // Later than the start that is counted from.
  const begun = performance.now();
  await until(() => expect(told).toEqual([{ kind: 'starting' }]));
  await until(() => expect(performance.now() - begun).toBeGreaterThan(510));
  // As it wakes where it would be time for the next one.
  telling.changed();
  await new Promise(setImmediate);
  expect(told).toHaveLength(1);
  const problem = { kind: 'no-window' } as const;
  telling.enter({ kind: 'problem', problem });
  await until(() => expect(told.at(-1)).toEqual({ kind: 'problem', problem }));
});
