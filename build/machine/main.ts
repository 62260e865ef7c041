import { tryFindRuntime } from '../runtime/find-runtime.ts';
import { showFirstScreen } from '../runtime/first-screen.ts';
import { prepareMachine } from './prepare.ts';
import { elapsed } from './progress.ts';

/** For CI and for the impatient: `node build/machine/main.ts` brings everything that start and tests need. */
async function main(): Promise<number> {
  const start = performance.now();
  const machine = await prepareMachine({ needs: ['gui', 'display', 'keyboard'] });
  if (!machine.ok) {
    console.error(machine.error.say);
    return 1;
  }
  const { installed } = machine.value;
  console.log(
    `Machine: ${installed.length === 0 ? 'nothing was missing' : `installed ${installed.join(' ')}`}.`,
  );

  const runtime = await tryFindRuntime();
  if (!runtime.ok) {
    console.error(runtime.error.say);
    return 1;
  }
  console.log(runtime.value.say);

  const screen = await showFirstScreen(runtime.value.executable);
  if (!screen.ok) {
    console.error(`It shows nothing: ${screen.error}`);
    return 1;
  }
  console.log(`First screen after ${(screen.value / 1000).toFixed(1)} s; everything in ${elapsed(start)}.`);
  return 0;
}

process.exitCode = await main();
