import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { processOf } from '../tests/support/kiosk/session-processes.ts';
import { attachToShown, debuggingPort, shownSession } from './kiosk/attach.ts';
import { writeCameraFile } from './kiosk/camera-file.ts';
import { CLERK, FIRST_STAFF, pageKeyboard, setUpKiosk, signInClerk } from './kiosk/clerk.ts';
import { type LaunchedKiosk, launchKeeper } from './kiosk/launch-keeper.ts';
import { makeReady } from './kiosk/make-ready.ts';

const PAUSE_MILLISECONDS = 200;
const INSPECTOR_MILLISECONDS = 5_000;

/**
 * `npm run debug:session`: a kiosk to look into, with an invented clerk signed in, until Ctrl+C. Page and processes have
 * debugging ports on loopback; a release has none. Its folder goes with it.
 */
async function debugSession(): Promise<number> {
  const { runtime, display } = await makeReady(['gui', 'display'], { ownDisplay: false });
  say(display.say);
  const work = mkdtempSync(join(tmpdir(), 'counterfoil-debug-'));
  const dataFolder = join(work, 'data');
  const camera = join(work, 'camera.mjpeg');
  writeCameraFile(camera, 1);
  const kiosk = launchKeeper({
    runtime,
    dataFolder,
    printer: { secondsPerFace: 2, folder: null },
    environment: display.environment,
    camera,
    debugging: true,
    keeperEnvironment: { NODE_OPTIONS: '--inspect=127.0.0.1:0' },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void kiosk.stop());
  try {
    await kiosk.ready;
    say(`keeper   ${await inspectorOf(kiosk)}`);
    const { page } = await attachToShown(dataFolder);
    const keys = pageKeyboard(page);
    await setUpKiosk(page, keys, 'City Hall, desk 2');
    await signInClerk(page, keys);
    const [supervisor, second] = [FIRST_STAFF.supervisor, FIRST_STAFF.secondSupervisor].map(
      ({ name, passphrase }) => `${name} (${passphrase})`,
    );
    say(`Signed in: ${CLERK.name} (${CLERK.passphrase}). Supervisors: ${supervisor}, ${second}.`);
    await tellOfEachSession(kiosk, dataFolder);
    return (await kiosk.ended) ?? 0;
  } finally {
    await kiosk.stop();
    await display.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

/** Every applicant has a session of their own: its addresses are told whenever another one is on the screen. */
async function tellOfEachSession(kiosk: LaunchedKiosk, dataFolder: string): Promise<void> {
  let told: number | null = null;
  let inspector: string | null = null;
  while (kiosk.process.exitCode === null && kiosk.process.signalCode === null) {
    const session = shownSession(dataFolder);
    if (session !== null && session.pid !== told) {
      told = session.pid;
      say(`session  http://127.0.0.1:${await debuggingPort(session.folder)} (process ${session.pid})`);
      const core = processOf(session.pid, 'core');
      // Node opens its inspector at this signal, on port 9229.
      if (core !== null) process.kill(core, 'SIGUSR1');
      const found = await inspectorAfter(inspector);
      inspector = found ?? inspector;
      say(`core     ${found ?? 'has no inspector: another one holds its port'} (process ${core})`);
      say('In Chrome: chrome://inspect, Configure…, add these hosts and ports. Ctrl+C here ends the kiosk.');
    }
    await delay(PAUSE_MILLISECONDS);
  }
}

/** What Node says of the keeper's inspector, in its log. */
async function inspectorOf(kiosk: LaunchedKiosk): Promise<string> {
  const found = await inTime(async () => {
    for (const line of kiosk.said) {
      const address = /^Debugger listening on (ws:\S+)/.exec(line)?.[1];
      if (address !== undefined) return address;
      if (/^Starting inspector on .* failed/.test(line)) return line;
    }
    return null;
  });
  return found ?? 'says nothing of an inspector';
}

const inspectors = z.array(z.object({ webSocketDebuggerUrl: z.string() }));

/** The inspector of a core, which says nothing of it itself; another than that of the core before it. */
function inspectorAfter(before: string | null): Promise<string | null> {
  return inTime(async () => {
    // Nobody listens there until the core has opened it.
    const answer = await fetch('http://127.0.0.1:9229/json/list').catch(() => null);
    const [found] = answer === null ? [] : inspectors.parse(await answer.json());
    return found === undefined || found.webSocketDebuggerUrl === before ? null : found.webSocketDebuggerUrl;
  });
}

/** What is found before an inspector's time is over; null: nothing. */
async function inTime(look: () => Promise<string | null>): Promise<string | null> {
  const until = performance.now() + INSPECTOR_MILLISECONDS;
  while (performance.now() < until) {
    const found = await look();
    if (found !== null) return found;
    await delay(PAUSE_MILLISECONDS);
  }
  return null;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = await debugSession();
