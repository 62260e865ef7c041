import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { listPackage } from '@electron/asar';
import { expect, test } from '@playwright/test';
import { attachToShown } from '../../build/kiosk/attach.ts';
import { writeCameraFile } from '../../build/kiosk/camera-file.ts';
import { pageKeyboard, setUpKiosk, signInClerk, waitForStart } from '../../build/kiosk/clerk.ts';
import { startDisplay } from '../../build/machine/display.ts';
import { packageEvaluation } from '../../build/packaging/package-application.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { settingsText } from '../support/kiosk/settings-text.ts';
import { LONG } from '../support/long.ts';
import { processesOfSession, statusOf } from '../support/memory/process-tree.ts';

/** Debian's nobody: the suite may be root, a counter never is, and root has no Chromium sandbox. */
const NOBODY = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;

/** Waits for the launcher's one line, or for its end. */
function onScreen(kiosk: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    if (kiosk.stdout === null) throw new Error('the launcher has no output');
    createInterface({ input: kiosk.stdout }).on('line', (line) => {
      if (line.includes('the kiosk is on the screen')) resolve();
    });
    kiosk.once('exit', (code) => reject(new Error(`the packaged kiosk ended with ${code}`)));
  });
}

// About 20 s: the package is made (7 s), copied (400 MB) and started; one card is printed.
test(
  'the packaged application, not the source tree, issues a card as an ordinary user in the sandbox',
  LONG,
  async () => {
    test.setTimeout(180_000);
    const packaged = await packageEvaluation();
    if (!packaged.ok) throw new Error(packaged.error);
    const made = packaged.value;
    expect(made.folder).toContain('evaluation');
    const packed = listPackage(join(made.folder, 'resources', 'app.asar'), { isPack: false });
    expect(packed.length).toBeGreaterThan(3);
    expect(packed.filter((path) => !/^\/(package\.json|renderer|session)(\/|$)/.test(path))).toEqual([]);

    const work = mkdtempSync(join(tmpdir(), 'counterfoil-packaged-'));
    const display = await startDisplay({ alwaysOwn: true, ...(isRoot ? { readableBy: NOBODY } : {}) });
    if (!display.ok) throw new Error(display.error);
    const application = join(work, 'application');
    cpSync(made.folder, application, { recursive: true });
    const camera = join(work, 'camera.mjpeg');
    writeCameraFile(camera, 3);
    const home = join(work, 'home');
    mkdirSync(home);
    if (isRoot) for (const path of [work, home]) chownSync(path, NOBODY.uid, NOBODY.gid);
    const dataFolder = join(home, 'data');
    // Root's, where the suite is root; in a folder of its own, for the others here are everybody's or the kiosk's.
    const settings = join(work, 'etc', 'settings.toml');
    mkdirSync(dirname(settings));
    writeFileSync(settings, settingsText({ dataFolder, secondsPerFace: 0.3 }));
    // Whatever the umask is: the kiosk's account has to read it.
    chmodSync(dirname(settings), 0o755);
    chmodSync(settings, 0o644);
    const kiosk = spawn(join(application, 'counterfoil'), [], {
      ...(isRoot ? NOBODY : {}),
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: '/usr/bin:/bin',
        HOME: home,
        ...display.value.environment,
        COUNTERFOIL_SETTINGS: settings,
        COUNTERFOIL_CAMERA_FILE: camera,
        COUNTERFOIL_DEBUGGING: '1',
      },
    });
    const ended = new Promise((resolve) => kiosk.once('exit', resolve));
    try {
      await onScreen(kiosk);
      const session = await attachToShown(dataFolder);
      const modes = processesOfSession(session.pid).map(statusOf);
      // 2 is a seccomp filter: the sandbox of the page is on.
      expect(modes.some((status) => /^Seccomp:\s2$/m.test(status ?? ''))).toBe(true);
      const keys = pageKeyboard(session.page);
      await setUpKiosk(session.page, keys, 'Packaged desk');
      await signInClerk(session.page, keys);
      await bringTo('named', session.page, WILHELMINA);
      await keys.press('F12');
      const next = await attachToShown(dataFolder, session.pid);
      await waitForStart(next.page);
      await expect(next.page.locator('[data-count="issued"]')).toHaveText('1');
      await expect(next.page.locator('[data-search="searched"]')).toContainText('Found none');
      expect(processesOfSession(session.pid)).toEqual([]);
    } finally {
      kiosk.kill('SIGTERM');
      await ended;
      await display.value.stop();
      rmSync(work, { recursive: true, force: true });
    }
  },
);
