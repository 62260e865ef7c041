import { setTimeout as delay } from 'node:timers/promises';
import { problemLine } from '../../shared/start/problem-words.ts';
import type { StartProblem } from '../../shared/start/start-problem.ts';
import { type Budget, spend } from './budget.ts';
import type { Front } from './front-process.ts';

/** How often a keeper that died is started again, and how soon. */
export interface RestartPatience {
  /** Starts of a keeper that died, until it is said that it keeps stopping. */
  readonly restarts: Budget;
  /** The first wait before such a start; each one doubles it. */
  readonly backOffMilliseconds: number;
}

/** Prepares the start after a death, unless there were too many of them. `how`: the keeper came to its end. */
export type StartAgain = (how: string) => Promise<StartProblem | null>;

/** Begins with the whole patience. `stopped`: resolves when nobody wants another start any more. */
export function createStartAgain(
  { front, log }: { readonly front: Front; log(line: string): void },
  { restarts, backOffMilliseconds }: RestartPatience,
  stopped: Promise<unknown>,
): StartAgain {
  const spending = spend(restarts);
  return async (how) => {
    const before = spending.spent();
    if (!spending.take()) {
      const { most, withinMilliseconds } = restarts;
      const problem = { kind: 'keeps-stopping', starts: most, minutes: withinMilliseconds / 60_000 } as const;
      log(problemLine(problem));
      return problem;
    }
    log(`counterfoil: the kiosk ended by itself (${how}); it is started again`);
    void front.show({ kind: 'restarting' });
    await Promise.race([delay(backOffMilliseconds * 2 ** before), stopped]);
    return null;
  };
}
