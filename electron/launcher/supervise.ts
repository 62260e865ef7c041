import { unreachable } from '../../shared/result.ts';
import { problemLine } from '../../shared/start/problem-words.ts';
import { mayTryAgain, problemNumber, type StartProblem } from '../../shared/start/start-problem.ts';
import { type Budget, spend } from './budget.ts';
import type { Front } from './front-process.ts';
import type { Telling } from './keep-telling.ts';
import type { KeeperEvents, KeeperProcess } from './keeper-process.ts';
import type { Begins } from './preparation.ts';
import { createStartAgain, type RestartPatience } from './start-again.ts';

/** How patient the launcher is. Tests bring their own; the product has one set. */
export interface Patience extends RestartPatience {
  /** How often a person may try again. */
  readonly tries: Budget;
  /** How often the page is put back after it was taken away. */
  readonly pages: Budget;
}

const TEN_MINUTES = 600_000;

/** Five starts in ten minutes: what dies more often dies of something that another start does not mend. */
export const PATIENCE: Patience = {
  restarts: { most: 5, withinMilliseconds: TEN_MINUTES },
  backOffMilliseconds: 500,
  tries: { most: 20, withinMilliseconds: TEN_MINUTES },
  pages: { most: 5, withinMilliseconds: TEN_MINUTES },
};

/** What the launcher works with. */
export interface SuperviseDependencies {
  readonly front: Front;
  startKeeper(events: KeeperEvents): KeeperProcess;
  /** Makes ready what a keeper is started with, before each of them; null: it may be started. */
  prepare(begins: Begins): StartProblem | null;
  /** Hears where the launcher is, for whoever wants to know how the kiosk is. */
  readonly telling: Telling;
  /** Resolves once the display takes connections; a problem: it does not. */
  display(): Promise<StartProblem | null>;
  /** Writes a line into the log. */
  log(line: string): void;
}

/** A launcher at work. */
export interface Supervisor {
  /** Resolves with the exit code, once there is nothing left to do. */
  readonly ended: Promise<number>;
  /** Ends the kiosk in order: passes the signal on to the keeper, or takes the page off the screen. */
  stop(signal: NodeJS.Signals): void;
}

/**
 * Keeps a kiosk on the screen: starts the keeper, starts it again when it dies, and shows a page in the meantime
 * and wherever there is none to start. `refusal`: what is wrong before any keeper was started.
 */
export function supervise(
  dependencies: SuperviseDependencies,
  patience: Patience,
  refusal: StartProblem | null,
): Supervisor {
  let isStopping = false;
  let keeper: KeeperProcess | null = null;
  let told: () => void = () => undefined;
  const stopped = new Promise<'stopped'>((resolve) => {
    told = () => resolve('stopped');
  });
  const displayProblem = () => waitForDisplay(dependencies, stopped);
  const startAgain = createStartAgain(dependencies, patience, stopped);
  const tries = spend(patience.tries);
  const pages = spend(patience.pages);
  let inVain = 0;

  async function run(): Promise<number> {
    let problem = refusal;
    for (;;) {
      problem ??= await displayProblem();
      if (isStopping) return problem === null ? 0 : problemNumber(problem);
      // Last of all: while the display was waited for, or a keeper was alive, root may have put other settings in place.
      problem ??= dependencies.prepare('keeper');
      if (problem !== null) {
        dependencies.telling.enter({ kind: 'problem', problem });
        if ((await hold(problem)) !== 'again') return problemNumber(problem);
        inVain += 1;
        problem = tryAgain(dependencies);
        continue;
      }
      const end = await keep();
      switch (end.kind) {
        case 'in-order':
          return 0;
        case 'refused':
          problem = end.problem;
          break;
        case 'died':
          if (isStopping) return 0;
          problem = await startAgain(end.how);
          break;
        default:
          return unreachable(end);
      }
    }
  }

  /** One keeper from its start to its end. */
  async function keep(): Promise<Awaited<KeeperProcess['ended']>> {
    const started = dependencies.startKeeper({
      onScreen() {
        inVain = 0;
        dependencies.telling.enter({ kind: 'kiosk', keeper: started });
        // Over the page by now, and behind it nothing may wait.
        void dependencies.front.hide();
      },
      onChange: () => dependencies.telling.changed(),
      onEnded: (state) => dependencies.telling.ended(state),
    });
    keeper = started;
    const end = await started.ended;
    keeper = null;
    dependencies.telling.enter({ kind: 'starting' });
    return end;
  }

  /** Leaves the problem on the screen until somebody presses the key or ends us, or until no page comes up. */
  async function hold(problem: StartProblem): Promise<'again' | 'stopped' | 'no-page'> {
    for (;;) {
      const wait = mayTryAgain(problem) ? tries.wait() : Number.POSITIVE_INFINITY;
      const page = { kind: 'problem', problem, tries: inVain, again: wait === 0 } as const;
      if (!(await Promise.race([dependencies.front.show(page), stopped]))) {
        dependencies.log('counterfoil: no page comes up on the screen either');
        return 'no-page';
      }
      const answer = await Promise.race([dependencies.front.answer(), stopped, offerAgain(wait)]);
      if (answer === 'again') tries.take();
      if (answer === 'again' || answer === 'stopped') return answer;
      // The page was taken away, with its display perhaps.
      if (answer === 'gone' && (!pages.take() || (await displayProblem()) !== null)) return 'no-page';
    }
  }

  return {
    ended: run().then(async (code) => {
      await dependencies.front.hide();
      return code;
    }),
    stop(signal) {
      isStopping = true;
      told();
      keeper?.signal(signal);
    },
  };
}

/** Waits for the display, or to be stopped. */
async function waitForDisplay(
  { display, log }: SuperviseDependencies,
  stopped: Promise<unknown>,
): Promise<StartProblem | null> {
  const problem = await Promise.race([display(), stopped.then(() => null)]);
  if (problem !== null) log(problemLine(problem));
  return problem;
}

/** Somebody pressed the key of the page: what is wrong now is looked at anew. */
function tryAgain({ telling, front, prepare }: SuperviseDependencies): StartProblem | null {
  telling.enter({ kind: 'starting' });
  void front.show({ kind: 'trying' });
  return prepare('day');
}

/** Resolves when the key may be offered again; never where it is offered already, or never is. */
function offerAgain(milliseconds: number): Promise<'offer'> {
  return new Promise((resolve) => {
    if (milliseconds === 0 || milliseconds === Number.POSITIVE_INFINITY) return;
    setTimeout(() => resolve('offer'), milliseconds).unref();
  });
}
