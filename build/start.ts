import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { runDemo } from './demo.ts';
import { launchKeeper, policyAsked } from './kiosk/launch-keeper.ts';
import { makeReady } from './kiosk/make-ready.ts';

/** Like a dye printer in a hurry. */
const SECONDS_PER_FACE = 4;

/** `npm start`: opens the kiosk where there is a display, and runs the demo where there is none. */
async function start(): Promise<number> {
  if ((process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY ?? '') === '') {
    process.stdout.write('No display: running the demo instead, on a display in memory (npm run demo).\n');
    return runDemo();
  }
  const { runtime, display } = await makeReady(['gui'], { ownDisplay: false });
  const state = process.env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state');
  // Typed at a prompt: below where it was typed.
  const dataFolder = resolve(process.env.COUNTERFOIL_DATA ?? join(state, 'counterfoil-evaluation'));
  const kiosk = launchKeeper({
    runtime,
    dataFolder,
    ...policyAsked(),
    printer: { secondsPerFace: SECONDS_PER_FACE, folder: null },
    environment: display.environment,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void kiosk.stop());
  try {
    await kiosk.ready;
  } catch (error) {
    // The keeper's own words; a stack of this script says nothing more.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return (await kiosk.ended) ?? 1;
  }
  process.stdout.write('The kiosk is open. Press Ctrl+C here to end it.\n');
  return (await kiosk.ended) ?? 0;
}

process.exitCode = await start();
