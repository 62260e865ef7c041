import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCameraFile } from '../../build/kiosk/camera-file.ts';
import { type KioskOptions, type LaunchedKiosk, launchKeeper } from '../../build/kiosk/launch-keeper.ts';
import type { ReadyKiosk } from '../../build/kiosk/make-ready.ts';
import { repository } from '../../build/vite/repository.ts';
import { readRecordedSessions } from '../../electron/keeper/sessions/recorded-sessions.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import { calendarIn } from '../../shared/local-calendar.ts';
import { harborCity } from '../../shared/programme/harbor-city.test-support.ts';
import { bundlePrograms } from '../support/bundle-programs.ts';
import { treeOf } from './scan.ts';
import { openVolume, type Volume } from './volume.ts';

/** What may differ from one kiosk of the suite to the next. */
export type BenchKioskOptions = Pick<KioskOptions, 'printServer' | 'keeperEnvironment' | 'sessionFolder'>;

/** Folders of a run, and a way to start kiosks on them. */
export interface Bench {
  /** Everything of the run lies below it. */
  readonly work: string;
  readonly dataFolder: string;
  /** The disk that holds the data folder alone. */
  readonly disk: Volume;
  /** Where the kiosk writes what is exported: a USB drive. */
  readonly drive: string;
  /** Where the kiosk, its user or its runtime could leave a file. */
  readonly roots: readonly string[];
  /** Another picture for the camera: two people of a run have photos with different bytes. */
  film(seed: number): void;
  /** Starts the suite's own keeper; on the same data folder, once the one before has ended. */
  launch(options: BenchKioskOptions): LaunchedKiosk;
  /** Every process of this keeper and of all its sessions, also of those that were forgotten since the last call. */
  tree(kiosk: LaunchedKiosk): readonly number[];
  remove(): Promise<void>;
}

/** Long enough to find a print worker and stop it while it works, also beside two other suites. */
const SECONDS_PER_FACE = 4;

/** Makes the folders of a run and bundles the suite's keeper. */
export async function openBench(ready: ReadyKiosk): Promise<Bench> {
  const witness = await bundleWitnessKeeper();
  const work = mkdtempSync(join(tmpdir(), 'counterfoil-remanence-'));
  const home = join(work, 'home');
  const temporary = join(work, 'tmp');
  mkdirSync(home);
  mkdirSync(temporary);
  const drive = join(work, 'drive');
  mkdirSync(drive);
  const camera = join(work, 'camera.mjpeg');
  writeCameraFile(camera, 0);
  const disk = await openVolume(work, 'disk');
  const dataFolder = join(disk.folder, 'data');
  const sessions = new Set<number>();
  return {
    work,
    dataFolder,
    disk,
    drive,
    // The camera file is the suite's own input; the runtime's cache and the repository are shipped files.
    roots: [dataFolder, home, temporary, '/dev/shm', homedir(), '/var/tmp'],
    film: (seed) => writeCameraFile(camera, seed),
    launch: (options) =>
      launchKeeper({
        runtime: ready.runtime,
        dataFolder,
        exportFolder: drive,
        printer: { secondsPerFace: SECONDS_PER_FACE, folder: null },
        environment: { ...ready.display.environment, HOME: home, TMPDIR: temporary },
        camera,
        debugging: true,
        keeperPath: witness.path,
        ...options,
      }),
    tree(kiosk) {
      for (const { pid } of readRecordedSessions(join(dataFolder, 'sessions.json'))?.sessions ?? [])
        sessions.add(pid);
      return treeOf(kiosk.pid, sessions);
    },
    async remove() {
      await disk.close();
      rmSync(work, { recursive: true, force: true });
      rmSync(witness.folder, { recursive: true, force: true });
    },
  };
}

/** The day as a kiosk of the shipped policy takes it, wherever the machine stands. */
export function todayHere(): CalendarDate {
  return calendarIn(harborCity.timeZone).dateAt(Date.now());
}

/** Bundles the suite's keeper as the product's is bundled. In a folder of this run's own: two of these suites run at once. */
async function bundleWitnessKeeper(): Promise<{ readonly folder: string; readonly path: string }> {
  const parent = fileURLToPath(new URL('out/test/', repository));
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'remanence-'));
  const source = fileURLToPath(new URL('witness-keeper.ts', import.meta.url));
  await bundlePrograms(folder, { 'witness-keeper': source });
  return { folder, path: join(folder, 'witness-keeper.mjs') };
}
