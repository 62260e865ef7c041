import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { attachToShown } from '../../build/kiosk/attach.ts';
import { writeCameraFile } from '../../build/kiosk/camera-file.ts';
import { setUpKiosk, signInClerk, waitForStart } from '../../build/kiosk/clerk.ts';
import { launchKeeper, repositoryFolder } from '../../build/kiosk/launch-keeper.ts';
import type { ReadyKiosk } from '../../build/kiosk/make-ready.ts';
import { repository } from '../../build/vite/repository.ts';
import { readRecordedSessions } from '../../electron/keeper/sessions/recorded-sessions.ts';
import { receipt as receiptSchema } from '../../shared/contract/receipt.ts';
import { bundlePrograms } from '../support/bundle-programs.ts';
import { openXKeyboard } from '../support/keyboard/x-keyboard.ts';
import { plantEnrollment, VoidRun } from './enrollment.ts';
import { createCanaryPerson } from './person.ts';
import { scanFiles, scanMemory, treeOf } from './scan.ts';

export type Sabotage = 'skip-wipe' | 'skip-turnover';

export interface RemanenceOptions {
  readonly enrollments: number;
  readonly sabotage: Sabotage | null;
}

/** The figures of a run; the last line of its output. */
export interface RemanenceResult {
  enrollments: number;
  control: number;
  files: number;
  bytes: number;
  processes: number;
  hits: number;
  /** Where something was found, in words: what, in which process or kind of file. Empty in a good run. */
  readonly where: string[];
}

/** Long enough to search a print worker's memory while it works. */
const SECONDS_PER_FACE = 2;

/**
 * Enrolls canary people one after the other, and after each hand-over searches every file that the product,
 * its user's home and temporary folders or shared memory got, and the memory of every process that is left.
 */
export async function runRemanence(ready: ReadyKiosk, options: RemanenceOptions): Promise<RemanenceResult> {
  const began = Date.now();
  const work = mkdtempSync(join(tmpdir(), 'counterfoil-remanence-'));
  const home = join(work, 'home');
  const temporary = join(work, 'tmp');
  mkdirSync(home);
  mkdirSync(temporary);
  const camera = join(work, 'camera.mjpeg');
  writeCameraFile(camera, 0);
  const dataFolder = join(work, 'data');
  const kiosk = launchKeeper({
    runtime: ready.runtime,
    dataFolder,
    printer: { secondsPerFace: SECONDS_PER_FACE, folder: null },
    environment: { ...ready.display.environment, HOME: home, TMPDIR: temporary },
    camera,
    debugging: true,
    keeperPath: await bundleWitnessKeeper(),
    ...(options.sabotage === null ? {} : { keeperEnvironment: { COUNTERFOIL_SABOTAGE: options.sabotage } }),
  });
  const result: RemanenceResult = {
    enrollments: 0,
    control: 0,
    files: 0,
    bytes: 0,
    processes: 0,
    hits: 0,
    where: [],
  };
  let onFailure = (): Promise<unknown> => Promise.resolve();
  try {
    await kiosk.ready;
    const nextKey = keyReader(kiosk.process.stdio[4]);
    const keys = openXKeyboard(ready.display.environment);
    const sessions = new Set<number>();
    const tree = (): readonly number[] => {
      for (const { pid } of readRecordedSessions(join(dataFolder, 'sessions.json'))?.sessions ?? [])
        sessions.add(pid);
      return treeOf(kiosk.pid, sessions);
    };
    // The camera file is the suite's own input; the runtime's cache and the repository are shipped files.
    const roots = [dataFolder, home, temporary, '/dev/shm', homedir(), '/var/tmp'];
    let session = await attachToShown(dataFolder);
    onFailure = (): Promise<unknown> =>
      session.page.screenshot({ path: join(repositoryFolder, 'out', 'remanence-failed.png') });
    await setUpKiosk(session.page, keys, 'Remanence bench');
    await signInClerk(session.page, keys);
    for (let number = 1; number <= options.enrollments; number += 1) {
      writeCameraFile(camera, number);
      await waitForStart(session.page);
      const person = createCanaryPerson(Math.random);
      const now = new Date();
      const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
      const planted = await plantEnrollment(session, keys, person, { tree, nextKey, today });
      tree();
      const before = session.pid;
      await session.browser.close();
      await keys.press('F12');
      session = await attachToShown(dataFolder, before);
      await waitForStart(session.page);
      const shown = await session.page.locator('[data-receipt]').textContent();
      const { search } = receiptSchema.parse(JSON.parse(shown ?? '')).erased;
      if (search.kind !== 'searched') throw new VoidRun(`the product's own search was ${search.kind}`);
      const memory = scanMemory(tree(), planted.patterns);
      const files = await scanFiles(roots, planted.patterns, began);
      result.enrollments = number;
      result.control += planted.control;
      result.files += files.files;
      result.bytes += files.bytes + memory.bytes;
      result.processes += memory.scanned;
      result.hits += memory.findings.length + files.hits.length;
      const where = [
        ...memory.findings.map((hit) => `${hit.label} (${hit.encoding}) in the memory of ${hit.process}`),
        ...files.hits.map((hit) => `${hit.label} (${hit.encoding}) in ${hit.path}`),
      ];
      for (const place of where) if (!result.where.includes(place)) result.where.push(place);
    }
    return result;
  } catch (error) {
    // What the clerk would have seen says more than a time-out.
    if (!(error instanceof VoidRun)) await onFailure();
    throw error;
  } finally {
    await kiosk.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

const KEY_BYTES = 32;

/** Reads the keys that the witness writes, one for each application. */
function keyReader(pipe: unknown): () => Promise<Uint8Array> {
  if (!isReadable(pipe)) throw new Error('the keeper has no witness pipe');
  return async () => {
    for (;;) {
      const chunk: unknown = pipe.read(KEY_BYTES);
      if (chunk instanceof Uint8Array && chunk.byteLength === KEY_BYTES) return Uint8Array.from(chunk);
      await new Promise((resolve) => pipe.once('readable', resolve));
    }
  };
}

function isReadable(stream: unknown): stream is Readable {
  return stream !== null && typeof stream === 'object' && 'read' in stream && 'once' in stream;
}

/** Bundles the suite's keeper as the product's is bundled, beside it. */
async function bundleWitnessKeeper(): Promise<string> {
  const outDir = fileURLToPath(new URL('out/test/', repository));
  const source = fileURLToPath(new URL('witness-keeper.ts', import.meta.url));
  await bundlePrograms(outDir, { 'witness-keeper': source });
  return join(outDir, 'witness-keeper.mjs');
}
