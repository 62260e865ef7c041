import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { KioskUse } from '../../shared/contract/kiosk-use.ts';
import {
  type FrontEnvironment,
  type FrontOrder,
  type FrontPage,
  type FrontReport,
  frontReport,
} from '../../shared/contract/launcher.ts';
import { isFileSystemError } from '../lib/file-systems/file-system-error.ts';
import type { Program } from './keeper-process.ts';

/** A cold start on a slow machine takes seconds: as patient as with a session. */
const SHOWN_MILLISECONDS = 60_000;
/** It has nothing to end in order. */
const END_MILLISECONDS = 2_000;

/** The page in front of everything, while there is no kiosk. */
export interface Front {
  /** Puts a page on the screen, in the place of the one before. False: it does not come up, or was taken away. */
  show(page: FrontPage): Promise<boolean>;
  /** Resolves when somebody presses the key on the page that is shown, or when the page is gone. */
  answer(): Promise<'again' | 'gone'>;
  /** Takes it off the screen; nothing if there is none. */
  hide(): Promise<void>;
}

/**
 * One process for as long as a page is wanted; none before and after. `programNow`: how it is started, asked each time. `use`: what
 * the kiosk is for, as each page says.
 */
export function createFront(programNow: () => Program, use: KioskUse): Front {
  let shown: FrontProcess | null = null;
  let ending: Promise<unknown> = Promise.resolve();
  return {
    async show(page) {
      if (shown === null || shown.isGone()) {
        const program = programNow();
        const folder = makeFolder(program.environment);
        if (folder === null) return false;
        shown = startFront(program, use, folder);
      }
      return shown.show(page);
    },
    answer: () => shown?.answer() ?? Promise.resolve('gone'),
    async hide() {
      const old = shown;
      shown = null;
      // Whoever asks meanwhile waits as well: a launcher that ended before would leave the page's folder.
      ending = Promise.all([ending, old?.end()]);
      await ending;
    },
  };
}

interface FrontProcess {
  isGone(): boolean;
  show(page: FrontPage): Promise<boolean>;
  answer(): Promise<'again' | 'gone'>;
  end(): Promise<void>;
}

function startFront(program: Program, use: KioskUse, folder: string): FrontProcess {
  const own: FrontEnvironment = { COUNTERFOIL_FRONT_FOLDER: folder };
  const child = spawn(program.executable, [...program.words], {
    // A process group of its own: Ctrl+C reaches the launcher, which says when the page goes.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...program.environment,
      // GTK writes its own settings into whichever of these it finds.
      HOME: folder,
      TMPDIR: folder,
      XDG_RUNTIME_DIR: folder,
      ...own,
    },
  });
  const next = listen(child);
  let isGone = false;
  const ended = new Promise<void>((resolve) => {
    for (const event of ['exit', 'error'] as const) child.once(event, () => resolve());
  }).then(() => {
    isGone = true;
    killGroup(child);
    rmSync(folder, { recursive: true, force: true });
  });
  let answered: Promise<'again' | 'gone'> = ended.then(() => 'gone');
  return {
    isGone: () => isGone,
    async show(page) {
      // Listened for from now on: the key may be pressed as soon as the page is there.
      answered = Promise.race([
        next('again').then(() => 'again' as const),
        ended.then(() => 'gone' as const),
      ]);
      const onScreen = next('shown').then(() => true);
      const order: FrontOrder = { kind: 'show', page, use };
      // Whether it arrived is told by what is shown, or by the end.
      if (child.connected) child.send(order, () => undefined);
      const late = new AbortController();
      const tooLate = delay(SHOWN_MILLISECONDS, false, { signal: late.signal }).catch(() => false);
      const isShown = await Promise.race([onScreen, ended.then(() => false), tooLate]);
      late.abort();
      return isShown;
    },
    answer: () => answered,
    async end() {
      // By its channel, on which it ends at once: a signal would ask its window, which does not close.
      if (child.connected) child.disconnect();
      const late = setTimeout(() => killGroup(child), END_MILLISECONDS);
      await ended;
      clearTimeout(late);
    },
  };
}

/** Answers a promise of the next report of a kind. */
function listen(child: ChildProcess): (kind: FrontReport['kind']) => Promise<void> {
  const waiting: Record<FrontReport['kind'], (() => void)[]> = { shown: [], again: [] };
  child.on('message', (message) => {
    const report = frontReport.safeParse(message);
    if (report.success) for (const resolve of waiting[report.data.kind].splice(0)) resolve();
  });
  return (kind) =>
    new Promise((resolve) => {
      waiting[kind].push(resolve);
    });
}

/** Chromium writes some files whatever it is told; in memory where there is room, although nobody is in them. */
function makeFolder(environment: NodeJS.ProcessEnv): string | null {
  for (const root of [environment.XDG_RUNTIME_DIR, '/dev/shm', tmpdir()]) {
    if (root === undefined) continue;
    try {
      return mkdtempSync(join(root, 'counterfoil-front-'));
    } catch {
      // Absent, full or not ours: the next one.
    }
  }
  return null;
}

/** What it started and did not take along. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // Nobody is left in the group, which is what was wanted.
    if (!(isFileSystemError(error) && error.code === 'ESRCH')) throw error;
  }
}
