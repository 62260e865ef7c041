import type { Configuration } from '../../../shared/contract/configuration.ts';
import { type KeeperReport, type KioskState, STARTS_AGAIN } from '../../../shared/contract/launcher.ts';
import { problemLine } from '../../../shared/start/problem-words.ts';
import { problemNumber, type StartProblem } from '../../../shared/start/start-problem.ts';
import { answers, type DisplayEnvironment, namedDisplay } from '../../lib/display/display.ts';
import type { EarlySession } from '../sessions/early-session.ts';
import { explainStartFailure } from './explain-start-failure.ts';
import type { KeeperMachine } from './keeper-machine.ts';
import { productParts } from './keeper-parts.ts';
import { type RunningKeeper, runKeeper } from './run-keeper.ts';
import { tellLauncher } from './tell-launcher.ts';

/** What the program was started with. */
interface Start {
  readonly configuration: Configuration;
  readonly machine: KeeperMachine;
  /** Resolves when somebody asks the keeper to end. */
  readonly askedToEnd: Promise<void>;
  readonly early: EarlySession | null;
}

/** Tells whoever started us, if they listen. Resolves once it is on its way: an exit would cut it off. */
function report(message: KeeperReport): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined || !process.connected) resolve();
    // A launcher that is gone needs no telling: this process ends with it.
    else process.send(message, undefined, undefined, () => resolve());
  });
}

/** Says why there is no kiosk: in the log, to the launcher, and by the exit code. */
async function refuse(problem: StartProblem): Promise<never> {
  process.stderr.write(`${problemLine(problem)}\n`);
  await report({ kind: 'refused', problem });
  process.exit(problemNumber(problem));
}

/** Runs the keeper until it is asked to end, or no session comes up any more. The process ends with it. */
export async function serve({ configuration, machine, askedToEnd, early }: Start): Promise<void> {
  const keeper = await runKeeper(configuration, productParts(machine), askedToEnd, early);
  if (!keeper.ok) return refuse(explainStartFailure(keeper.error, configuration));
  const running = keeper.value;
  tellLauncher(
    {
      onMessage: (heard) => void process.on('message', heard),
      send: (message) => void report(message),
    },
    running.state,
  );
  if (running.services.pool.shown() !== null) {
    process.stdout.write('counterfoil: the kiosk is on the screen\n');
    await report({ kind: 'on-screen' });
  }
  const stop = stopOnce(running);
  void askedToEnd.then(() =>
    stop(async (left) => {
      await report({ kind: 'ended', state: left });
      process.exit(0);
    }),
  );
  void running.wantsToStartAgain.then(() => stop(async () => process.exit(STARTS_AGAIN)));
  void running.noSessionStarts.then(() => stop(async () => refuse(await whyNoWindow(machine))));
}

/** Whoever is first ends it: who comes later has nothing to end, and nothing to tell. */
function stopOnce(
  running: RunningKeeper,
): (end: (left: KioskState | null) => Promise<void>) => Promise<void> {
  let stopping = false;
  return async (end) => {
    if (stopping) return;
    stopping = true;
    await end(await running.stop());
  };
}

/** No session comes up any more: because its display is gone, or in spite of it. */
async function whyNoWindow(machine: DisplayEnvironment): Promise<StartProblem> {
  const display = namedDisplay(machine);
  if (display === null || (await answers(display))) return { kind: 'no-window' };
  return { kind: 'silent-display', display: display.name };
}
