import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type TestClock, testClock } from '../../electron/keeper/clock.test-support.ts';
import { workingFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { scriptedDoctor } from '../../electron/keeper/doctor/doctor.test-support.ts';
import { createSessionPool } from '../../electron/keeper/sessions/session-pool.ts';
import { shownOf } from '../../electron/keeper/sessions/sessions.test-support.ts';
import {
  CLERK,
  configurationOf,
  type KeeperOptions,
  SECOND_SUPERVISOR,
  SUPERVISOR,
} from '../../electron/keeper/start/keeper.test-support.ts';
import { readMachine } from '../../electron/keeper/start/keeper-machine.ts';
import { productParts } from '../../electron/keeper/start/keeper-parts.ts';
import { program } from '../../electron/keeper/start/keeper-programs.test-support.ts';
import { type RunningKeeper, runKeeper } from '../../electron/keeper/start/run-keeper.ts';
import { scriptedSelections } from '../../electron/keeper/x-display/selections.test-support.ts';
import { catchWords } from './caught-words.test-support.ts';
import { HostilePage } from './page.test-support.ts';
import { snapshotOf } from './snapshot.test-support.ts';
import { emptyUserFolders } from './user-folders.test-support.ts';

/** Ten times as long where there is time for it. */
export const all = process.env.COUNTERFOIL_ALL === '1';

export const SECOND = SECOND_SUPERVISOR;
export const TECHNICIAN = { name: 'Barnaby Quicksilver', passphrase: 'gravel sonnet kettle orchid' };
/** Whose passphrase somebody else has chosen. */
export const BEGINNER = { name: 'Clementine Harrow', passphrase: 'pepper canoe lattice summit' };
export const STAFF = [CLERK, SUPERVISOR, SECOND, TECHNICIAN, BEGINNER] as const;

/** How long a core may search, in milliseconds. */
export const SEARCH_LIMIT = 60_000;

/** A keeper whose every word, file and row can be looked at. */
export interface WatchedKeeper {
  readonly keeper: RunningKeeper;
  readonly clock: TestClock;
  readonly dataFolder: string;
  /** In the place of a drive. */
  readonly exportFolder: string;
  /** While it is on, sessions of wiped applications cannot be ended, nor any part of them: a wipe stays open. */
  readonly fault: { on: boolean };
  /**
   * Runs what the keeper has put off, for no longer than this (else: than a core may search). Never by itself: its rounds
   * would come between two snapshots.
   */
  runLater(longest?: number): void;
  /** The one page of the session on the screen. */
  page(): Promise<HostilePage>;
  pageOf(session: HostilePage['session']): Promise<HostilePage>;
  pages(): readonly HostilePage[];
  /** All that keeper, sessions, cores and print workers wrote to their standard streams. */
  said(): string;
  /** Everything that a refused call must not have changed. */
  snapshot(): readonly string[];
  /** Files of the folders that are nobody's: homes and working folders of this machine's user. */
  strayFiles(): readonly string[];
}

/** Starts the keeper with its sessions and workers under a shell that catches what they write. */
export async function watchedKeeper(options: KeeperOptions = {}): Promise<WatchedKeeper> {
  const clock = testClock({ now: Date.now() });
  const fault = { on: false };
  let putOff: { readonly milliseconds: number; readonly run: () => void }[] = [];
  const exportFolder = workingFolder();
  const configured = configurationOf({ ...options, dataFolder: workingFolder(), exportFolder });
  const words = catchWords(configured.node);
  const user = emptyUserFolders();
  const started = await runKeeper(
    {
      ...configured,
      node: words.node,
      electron: {
        ...configured.electron,
        ...words.shellIn(user.folder, [configured.node, program('fake-session')]),
      },
    },
    {
      ...productParts(readMachine(process.env)),
      openSelections: scriptedSelections,
      examineByProcess: scriptedDoctor(),
      createPool(...given) {
        const pool = createSessionPool(...given);
        return {
          ...pool,
          endAllButCore: async (session, replaced) =>
            fault.on ? undefined : pool.endAllButCore(session, replaced),
        };
      },
      clock,
      later: (milliseconds, run) => void putOff.push({ milliseconds, run }),
      adjustActs: (acts) => ({
        ...acts,
        endSession: async (application) => (fault.on ? null : acts.endSession(application)),
      }),
    },
  );
  if (!started.ok) throw new Error(`the keeper does not start: ${started.error.file}`);
  let last: ReturnType<RunningKeeper['stop']> | undefined;
  const keeper: RunningKeeper = {
    ...started.value,
    stop() {
      last ??= started.value.stop();
      return last;
    },
  };
  onTestFinished(async () => void (await keeper.stop()));
  const pages = new Map<string, HostilePage>();
  async function pageOf(session: HostilePage['session']): Promise<HostilePage> {
    const page = pages.get(session.token) ?? (await HostilePage.of(session));
    pages.set(session.token, page);
    return page;
  }
  const { services } = keeper;
  return {
    keeper,
    clock,
    dataFolder: configured.dataFolder,
    exportFolder,
    fault,
    runLater(longest = SEARCH_LIMIT - 1) {
      const due = putOff.filter(({ milliseconds }) => milliseconds <= longest);
      putOff = putOff.filter(({ milliseconds }) => milliseconds > longest);
      for (const { run } of due) run();
    },
    pageOf,
    page: () => pageOf(shownOf(services.pool)),
    pages: () => [...pages.values()],
    said: words.said,
    snapshot: () => snapshotOf(services),
    strayFiles: user.strayFiles,
  };
}

/** The names of files below a folder that hold one of these texts, in UTF-8 or UTF-16. */
export function filesWith(folder: string, needles: readonly (string | Uint8Array)[]): readonly string[] {
  const patterns = needles.flatMap((needle) =>
    typeof needle === 'string'
      ? [Buffer.from(needle), Buffer.from(needle, 'utf16le')]
      : [Buffer.from(needle)],
  );
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const content = readFileSync(path);
      return patterns.some((pattern) => content.includes(pattern));
    });
}
