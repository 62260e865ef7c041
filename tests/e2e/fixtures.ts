import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { writeCameraFile } from '../../build/kiosk/camera-file.ts';
import { startDisplay } from '../../build/machine/display.ts';
import { findRuntime } from '../../build/runtime/find-runtime.ts';
import { type Bus, startBus } from '../print/peers/bus.ts';
import { keepFailure, keepLines } from '../support/kiosk/keep-failure.ts';
import { type KioskWindows, watchKioskWindows } from '../support/kiosk/kiosk-windows.ts';
import { gatherPrintPeers, type PrintPeers } from '../support/kiosk/print-peers.ts';
import {
  type KioskMachine,
  launchTestKiosk,
  type TestKiosk,
  type TestKioskOptions,
} from '../support/kiosk/test-kiosk.ts';

interface WorkerFixtures {
  /** The runtime, and an X display that only this worker draws on. */
  readonly machine: KioskMachine;
  /** Without one `ippeveprinter` does not start. */
  readonly bus: Bus;
}

interface TestFixtures {
  /** Whoever else has mapped a window on this display during the test. */
  readonly windows: KioskWindows;
  /** Starts a kiosk of the test's own. It ends with the test, whatever became of the test. */
  readonly openKiosk: (options?: TestKioskOptions) => Promise<TestKiosk>;
  /** Starts printers and print servers of the test's own. They end with the test as well: after its kiosks, where it names `peers` first. */
  readonly peers: PrintPeers;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  machine: [
    async ({ browserName: _ }, use) => {
      const runtime = await findRuntime();
      const display = await startDisplay({ alwaysOwn: true });
      if (!display.ok) throw new Error(display.error);
      const folder = mkdtempSync(join(tmpdir(), 'counterfoil-e2e-film-'));
      const film = join(folder, 'camera.mjpeg');
      writeCameraFile(film, 1);
      await use({ runtime, environment: display.value.environment, film });
      rmSync(folder, { recursive: true, force: true });
      await display.value.stop();
    },
    { scope: 'worker' },
  ],
  bus: [
    async ({ browserName: _ }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'cb-'));
      const bus = await startBus(folder);
      await use(bus);
      await bus.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  peers: async ({ bus }, use) => {
    const peers = gatherPrintPeers(bus);
    await use(peers);
    await peers.end();
  },
  windows: async ({ machine }, use) => {
    const windows = await watchKioskWindows(machine);
    try {
      await use(windows);
      // Asked after every test that opens a kiosk: no dialog of the system's, and no other program, was on the screen.
      expect(await windows.takeForeign(), 'windows that are not a kiosk’s').toEqual([]);
    } finally {
      await windows.stop();
    }
  },
  openKiosk: async ({ machine, windows }, use, testInfo) => {
    const opened: TestKiosk[] = [];
    await use(async (options = {}) => {
      const kiosk = launchTestKiosk(machine, options);
      opened.push(kiosk);
      if (options.before === undefined) await kiosk.keeper().ready;
      return kiosk;
    });
    const failed = testInfo.status !== testInfo.expectedStatus;
    // While the kiosks live: nobody can ask a window whose it was once it is gone.
    const foreign = await windows.takeForeign();
    for (const [index, kiosk] of opened.entries()) {
      try {
        const place = (name: string): string => testInfo.outputPath(`${name}-${index}`);
        // Also after a test that passes: a session that hung was replaced, perhaps out of sight.
        await keepLines(place('hangs'), await kiosk.hangs());
        if (failed) await keepFailure(kiosk, place);
      } finally {
        // Asked after every test of the suite: a kiosk that has ended leaves nothing in memory either.
        expect(await kiosk.end(), 'folders left in tmpfs').toEqual([]);
      }
    }
    expect(foreign, 'windows that are not a kiosk’s').toEqual([]);
  },
});

export { expect };
