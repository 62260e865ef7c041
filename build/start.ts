import { STARTS_AGAIN } from '../shared/contract/launcher.ts';
import { runDemo } from './demo.ts';
import { type LaunchedKiosk, launchKeeper } from './kiosk/launch-keeper.ts';
import { makeReady } from './kiosk/make-ready.ts';
import { settingsAsked } from './kiosk/settings-asked.ts';
import { xDisplayIn } from './machine/display.ts';

/** Like a dye printer in a hurry. */
const SECONDS_PER_FACE = 4;

/** `npm start`: opens the kiosk where there is an X display, and runs the demo where there is none. */
async function start(): Promise<number> {
  if (xDisplayIn(process.env) === null) {
    process.stdout.write(
      'No X display (DISPLAY): running the demo instead, on a display in memory (npm run demo).\n',
    );
    return runDemo();
  }
  const asked = settingsAsked(process.env, SECONDS_PER_FACE);
  if (!asked.ok) {
    process.stderr.write(`${asked.error}\n`);
    return 1;
  }
  const { runtime, display } = await makeReady(['gui'], { ownDisplay: false });
  let [kiosk, isAskedToEnd]: [LaunchedKiosk | null, boolean] = [null, false];
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      isAskedToEnd = true;
      void kiosk?.stop();
    });
  for (;;) {
    kiosk = launchKeeper({ ...asked.value, runtime, environment: display.environment });
    try {
      await kiosk.ready;
    } catch (error) {
      // The keeper's own words; a stack of this script says nothing more.
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      return (await kiosk.ended) ?? 1;
    }
    process.stdout.write('The kiosk is open. Press Ctrl+C here to end it.\n');
    const code = await kiosk.ended;
    // On a counter, the launcher starts the next one.
    if (isAskedToEnd || code !== STARTS_AGAIN) return code ?? 0;
    process.stdout.write('The kiosk starts again.\n');
  }
}

process.exitCode = await start();
