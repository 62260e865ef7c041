import { keeperEnvironment } from '../../shared/contract/configuration.ts';
import type { KeeperReport, KioskState } from '../../shared/contract/launcher.ts';
import { problemLine } from '../../shared/start/problem-words.ts';
import { problemNumber, type StartProblem } from '../../shared/start/start-problem.ts';
import { answers, namedDisplay } from '../lib/display/display.ts';
import { explainStartFailure } from './start/explain-start-failure.ts';
import { readMachine } from './start/keeper-machine.ts';
import { productParts } from './start/keeper-parts.ts';
import { runKeeper } from './start/run-keeper.ts';
import { tellLauncher } from './start/tell-launcher.ts';

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

const { COUNTERFOIL_CONFIGURATION: parsed } = keeperEnvironment.parse(process.env);
const machine = readMachine(process.env);
delete process.env.COUNTERFOIL_CONFIGURATION;
/**
 * Asked to end: by a signal, or because the program that watches over it has ended. Heard from the beginning: a start may wait
 * for a display for minutes, and would keep the vault's lock meanwhile; and who ends it as soon as it is on the screen ends it in
 * order as well.
 */
const askedToEnd = new Promise<void>((resolve) => {
  process.once('disconnect', resolve);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve());
  // It may have ended while this program was loaded.
  if (process.send !== undefined && !process.connected) resolve();
});
const keeper = await runKeeper(parsed, productParts(machine), askedToEnd);
if (!keeper.ok) await refuse(explainStartFailure(keeper.error, parsed));
else {
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
  let stopping = false;
  const stop = async (end: (left: KioskState | null) => Promise<void>): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await end(await running.stop());
  };
  void askedToEnd.then(() =>
    stop(async (left) => {
      await report({ kind: 'ended', state: left });
      process.exit(0);
    }),
  );
  // To the launcher it is a keeper that died: it starts the next one.
  void running.wantsToStartAgain.then(() => stop(async () => process.exit(1)));
  void running.noSessionStarts.then(() => stop(async () => refuse(await whyNoWindow())));
}

/** No session comes up any more: because its display is gone, or in spite of it. */
async function whyNoWindow(): Promise<StartProblem> {
  const display = namedDisplay(machine);
  if (display === null || (await answers(display))) return { kind: 'no-window' };
  return { kind: 'silent-display', display: display.name };
}
