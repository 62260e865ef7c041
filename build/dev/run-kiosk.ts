import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applicationFolder, bundle } from '../bundle.ts';
import { attachToShown } from '../kiosk/attach.ts';
import { CLERK, pageKeyboard, SUPERVISOR, setUpKiosk, typeClerksPassphrase } from '../kiosk/clerk.ts';
import {
  type KioskOptions,
  type LaunchedKiosk,
  launchKeeper,
  repositoryFolder,
} from '../kiosk/launch-keeper.ts';
import { makeReady } from '../kiosk/make-ready.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { watchSources } from './watch-sources.ts';

/** An editor that saves all its files, or a tool that writes many, is done by then. */
const QUIET_MILLISECONDS = 300;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * `npm run dev -- --kiosk`: a kiosk with an invented clerk signed in, which is built and started anew whenever a source
 * file is saved, until Ctrl+C. Its files are kept from one start to the next and go at the end.
 */
export async function runKiosk(): Promise<void> {
  const { runtime, display } = await makeReady(['gui', 'display'], { ownDisplay: false });
  say(display.say);
  const work = mkdtempSync(join(tmpdir(), 'counterfoil-dev-'));
  const kiosks = kioskAtWork({
    runtime,
    dataFolder: join(work, 'data'),
    printer: { secondsPerFace: 1, folder: null },
    environment: display.environment,
    debugging: true,
  });
  const restarts = oneAtATime(kiosks.restart, QUIET_MILLISECONDS);
  const stopWatching = watchSources(() => restarts.ask());
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  try {
    await kiosks.open();
    say(`Passphrases: ${CLERK.name}, ${CLERK.passphrase}; ${SUPERVISOR.name}, ${SUPERVISOR.passphrase}.`);
    say('A saved source file starts it anew. Ctrl+C ends it.');
    await asked;
  } finally {
    stopWatching();
    kiosks.close();
    await restarts.end();
    await kiosks.stopped();
    await display.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

/** One kiosk after the other, over the same files. */
function kioskAtWork(options: KioskOptions) {
  let kiosk: LaunchedKiosk | null = null;
  let isSetUp = false;
  let isClosing = false;

  const stop = async (): Promise<void> => {
    await kiosk?.stop();
    kiosk = null;
  };

  const open = async (): Promise<void> => {
    const began = performance.now();
    kiosk = launchKeeper(options);
    try {
      await kiosk.ready;
      const { page } = await attachToShown(options.dataFolder);
      const keys = pageKeyboard(page);
      if (!isSetUp) await setUpKiosk(page, keys, 'City Hall, desk 2');
      isSetUp = true;
      await typeClerksPassphrase(page, keys);
      say(`The kiosk is open, after ${((performance.now() - began) / 1000).toFixed(1)} s.`);
    } catch (error) {
      // The next saved file may mend it.
      if (!isClosing) say(wordsOf(error));
    }
  };

  return {
    open,
    /** What runs goes on until its successor is bundled: a mistake in a file costs nothing but its message. */
    async restart(): Promise<void> {
      const next = join(repositoryFolder, 'out', 'app-next');
      try {
        await bundle('evaluation', next);
      } catch (error) {
        say(wordsOf(error));
        return;
      }
      if (isClosing) return;
      await stop();
      rmSync(applicationFolder, { recursive: true, force: true });
      renameSync(next, applicationFolder);
      await open();
    },
    /** From now on what ends was meant to. */
    close(): void {
      isClosing = true;
      kiosk?.process.kill('SIGTERM');
    },
    stopped: stop,
  };
}
