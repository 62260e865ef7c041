import { createHash } from 'node:crypto';
import { appendFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { type TestClock, testClock } from '../../electron/keeper/clock.test-support.ts';
import { workingFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { fakeSession, shownOf } from '../../electron/keeper/sessions/sessions.test-support.ts';
import {
  CLERK,
  configurationOf,
  type KeeperOptions,
  SUPERVISOR,
} from '../../electron/keeper/start/keeper.test-support.ts';
import { productParts } from '../../electron/keeper/start/keeper-parts.ts';
import { type RunningKeeper, runKeeper } from '../../electron/keeper/start/run-keeper.ts';
import { scriptedSelections } from '../../electron/keeper/x-display/selections.test-support.ts';
import { HostilePage } from './page.test-support.ts';

/** Ten times as long where there is time for it. */
export const all = process.env.COUNTERFOIL_ALL === '1';

export const SECOND = { name: 'Octavia Farthing', passphrase: 'marble ticket harvest violin' };
export const TECHNICIAN = { name: 'Barnaby Quicksilver', passphrase: 'gravel sonnet kettle orchid' };
/** Whose passphrase somebody else has chosen. */
export const BEGINNER = { name: 'Clementine Harrow', passphrase: 'pepper canoe lattice summit' };
export const STAFF = [CLERK, SUPERVISOR, SECOND, TECHNICIAN, BEGINNER] as const;

/** A keeper whose every word, file and row can be looked at. */
export interface WatchedKeeper {
  readonly keeper: RunningKeeper;
  readonly clock: TestClock;
  readonly dataFolder: string;
  /** While it is on, sessions of wiped applications cannot be ended: a wipe stays open. */
  readonly fault: { on: boolean };
  /** Runs what the keeper has put off. Never by itself: its rounds would come between two snapshots. */
  runLater(): void;
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

const TABLES = [
  'kiosk',
  'staff',
  'application',
  'sealed_part',
  'made_of_applicant',
  'wipe',
  'tray_check',
  'owed',
  'hold',
  'held',
  'ribbon',
  'printer',
  'print_job',
];

/** Starts the keeper with its sessions and workers under a shell that catches what they write. */
export async function watchedKeeper(options: KeeperOptions = {}): Promise<WatchedKeeper> {
  const stray = workingFolder();
  const log = join(workingFolder(), 'said.txt');
  const worker = join(workingFolder(), 'node');
  writeFileSync(
    worker,
    `#!/bin/sh\necho "a process starts" >>"${log}"\nexec "${process.execPath}" "$@" 2>>"${log}"\n`,
  );
  chmodSync(worker, 0o755);
  const errors = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    appendFileSync(log, text);
    return true;
  });
  onTestFinished(() => {
    errors.mockRestore();
    vi.unstubAllEnvs();
  });
  const clock = testClock({ now: Date.now() });
  const fault = { on: false };
  let putOff: (() => void)[] = [];
  const configured = configurationOf({
    ...options,
    dataFolder: workingFolder(),
    exportFolder: workingFolder(),
  });
  for (const [variable, folder] of [
    ['HOME', 'home'],
    ['TMPDIR', 'tmp'],
  ] as const) {
    mkdirSync(join(stray, folder));
    vi.stubEnv(variable, join(stray, folder));
  }
  const script = 'cd "$1"; log=$2; shift 2; echo "a process starts" >>"$log"; exec "$@" >>"$log" 2>&1';
  const started = await runKeeper(
    {
      ...configured,
      node: worker,
      electron: {
        ...configured.electron,
        executable: '/bin/sh',
        arguments: ['-c', script, 'session', stray, log, process.execPath, fakeSession],
      },
    },
    {
      ...productParts,
      openSelections: scriptedSelections,
      clock,
      later: (_milliseconds, run) => void putOff.push(run),
      adjustActs: (acts) => ({
        ...acts,
        endSession: async (application) => (fault.on ? null : acts.endSession(application)),
      }),
    },
  );
  if (!started.ok) throw new Error(`the keeper does not start: ${started.error.file}`);
  let stopped = false;
  const keeper: RunningKeeper = {
    ...started.value,
    async stop() {
      if (!stopped) await started.value.stop();
      stopped = true;
    },
  };
  onTestFinished(() => keeper.stop());
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
    fault,
    runLater() {
      const due = putOff;
      putOff = [];
      for (const run of due) run();
    },
    pageOf,
    page: () => pageOf(shownOf(services.pool)),
    pages: () => [...pages.values()],
    said: () => readFileSync(log, 'utf8'),
    snapshot() {
      const short = (value: unknown): unknown =>
        value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex').slice(0, 12) : value;
      const rows = TABLES.flatMap((table) =>
        services.vault.database
          .prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`)
          .all()
          .map((row) => [table, ...Object.values(row).map(short)]),
      );
      const keys = [...services.custody.applications()]
        .sort()
        .map((id) => ['key', id, services.custody.kindOf(id)]);
      const presence = ['presence', services.staff.signedIn(), services.staff.screenLocked()];
      return [...rows, ...keys, presence, ['ledger', services.ledger.head()?.sequence]].map((line) =>
        JSON.stringify(line),
      );
    },
    strayFiles: () =>
      readdirSync(stray, { recursive: true, encoding: 'utf8' }).filter(
        (path) => !['home', 'tmp'].includes(path),
      ),
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
