import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applicationFolder, bundle } from '../bundle.ts';
import { attachToShown } from '../kiosk/attach.ts';
import { FIRST_STAFF, pageKeyboard, setUpKiosk, typeClerksPassphrase } from '../kiosk/clerk.ts';
import { type KioskOptions, launchKeeper, repositoryFolder } from '../kiosk/launch-keeper.ts';
import { makeReady } from '../kiosk/make-ready.ts';
import { kioskAtWork, restartOnChange } from './kiosk-at-work.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `npm run dev -- --kiosk`: a kiosk with an invented clerk signed in, which is built and started anew whenever a source
 * file is saved, until Ctrl+C. Its files are kept from one start to the next and go at the end.
 */
export async function runKiosk(): Promise<void> {
  const { runtime, display } = await makeReady(['gui', 'display'], { ownDisplay: false });
  say(display.say);
  const work = mkdtempSync(join(tmpdir(), 'counterfoil-dev-'));
  const kiosk = signedInKiosk({
    runtime,
    dataFolder: join(work, 'data'),
    printer: { secondsPerFace: 1, folder: null },
    environment: display.environment,
    debugging: true,
  });
  const restarts = restartOnChange(kiosk);
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  try {
    await kiosk.open();
    const staff = Object.values(FIRST_STAFF).map(({ name, passphrase }) => `${name}, ${passphrase}`);
    say(`Passphrases: ${staff.join('; ')}.`);
    say('A saved source file starts it anew. Ctrl+C ends it.');
    await asked;
  } finally {
    restarts.stopWatching();
    kiosk.close();
    await restarts.end();
    await kiosk.stopped();
    await display.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

/** The product, brought to where a clerk is signed in. */
function signedInKiosk(options: KioskOptions) {
  const next = join(repositoryFolder, 'out', 'app-next');
  let isSetUp = false;
  return kioskAtWork({
    say,
    async bundle() {
      await bundle('evaluation', next);
    },
    takePlace() {
      rmSync(applicationFolder, { recursive: true, force: true });
      renameSync(next, applicationFolder);
    },
    launch: () => launchKeeper(options),
    async bringUp() {
      const { page } = await attachToShown(options.dataFolder);
      const keys = pageKeyboard(page);
      if (!isSetUp) await setUpKiosk(page, keys, 'City Hall, desk 2');
      isSetUp = true;
      await typeClerksPassphrase(page, keys);
    },
  });
}
