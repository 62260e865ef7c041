import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AttachedSession, attachToShown } from '../../../build/kiosk/attach.ts';
import { CLERK, FIRST_STAFF, waitForScreen, waitForStart } from '../../../build/kiosk/clerk.ts';
import { type LaunchedKiosk, launchKeeper } from '../../../build/kiosk/launch-keeper.ts';
import type { Runtime } from '../../../build/runtime/runtime.ts';
import { readRecordedSessions } from '../../../electron/keeper/sessions/recorded-sessions.ts';
import type { Configuration } from '../../../shared/contract/configuration.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { Preset } from '../../../shared/settings/preset.ts';
import { tellCore } from './core-calls.ts';
import { describeSession } from './describe-session.ts';

/** Quick, but long enough for a test to see both sides being printed. */
export const SECONDS_PER_FACE = 0.3;

/** What every kiosk of one worker of the suite runs on. */
export interface KioskMachine {
  readonly runtime: Runtime;
  readonly environment: Readonly<Record<string, string>>;
  /** The film of a drawn face that stands in for the camera. */
  readonly film: string;
}

export interface TestKioskOptions {
  /** `none`: a machine without a camera. Otherwise a drawn face is filmed. */
  readonly camera?: 'none';
  readonly secondsPerFace?: number;
  /** What the supervisor decides at go-live; `memory` unless told. */
  readonly custody?: CustodyKind;
  /** Another policy than the shipped one. */
  readonly policyPath?: string;
  /** Where the ledger's exports go. */
  readonly exportFolder?: string;
  /** Where the built-in printer writes the finished card; nowhere when absent. */
  readonly cardFolder?: string;
  /** The print server of this kiosk's machine; the system's own when absent. */
  readonly printServer?: Configuration['printServer'];
  readonly preset?: Partial<Preset>;
  /** Another keeper program than the product's, and what it alone is told. */
  readonly keeperPath?: string;
  readonly keeperEnvironment?: Readonly<Record<string, string>>;
  /** Another session's bundle and another core than the product's. */
  readonly sessionFolder?: string;
  readonly corePath?: string;
  /** Where the kiosk's files lie; a folder of its own that goes with it when absent. */
  readonly dataFolder?: string;
  /** Puts something into the data folder before the first keeper starts. */
  readonly before?: (dataFolder: string) => void;
}

/** One kiosk of a test: a keeper with its sessions, and two folders of its own. */
export interface TestKiosk {
  readonly dataFolder: string;
  /** The keeper that runs now. */
  keeper(): LaunchedKiosk;
  /** The living sessions by the keeper's own record: the shown one and, from the first touch on, the spare. */
  sessions(): readonly number[];
  /** Attaches to the session on the screen, or waits for another than `not`. */
  shown(not?: AttachedSession): Promise<AttachedSession>;
  /** First run and sign-in, past the keyboard: for tests that are about something else. */
  signedIn(): Promise<AttachedSession>;
  /** What each session was doing that the keeper called slow to answer: it is soon replaced, and then nobody can look. */
  hangs(): Promise<readonly string[]>;
  /** Starts another keeper on the same data folder, after the one before has ended. */
  relaunch(): Promise<void>;
  /** Ends everything. Returns what the kiosk left in memory (in tmpfs): it should be nothing. */
  end(): Promise<readonly string[]>;
}

/** Starts a kiosk. Its first session is on the screen once `keeper().ready` resolves. */
export function launchTestKiosk(machine: KioskMachine, options: TestKioskOptions): TestKiosk {
  const work = mkdtempSync(join(tmpdir(), 'counterfoil-e2e-'));
  // A short name: Chromium's sockets lie below it, and the path of a socket has room for 108 characters.
  const memory = mkdtempSync('/dev/shm/cf-');
  const dataFolder = options.dataFolder ?? join(work, 'data');
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  options.before?.(dataFolder);

  const hangs: Promise<string>[] = [];
  const launch = (): LaunchedKiosk =>
    launchKeeper({
      heard(line) {
        const slow = /\(process (\d+)\) is slow to answer/.exec(line)?.[1];
        if (slow !== undefined) hangs.push(describeSession(Number(slow)));
      },
      runtime: machine.runtime,
      dataFolder,
      printer: {
        secondsPerFace: options.secondsPerFace ?? SECONDS_PER_FACE,
        folder: options.cardFolder ?? null,
      },
      environment: { ...machine.environment, XDG_RUNTIME_DIR: memory },
      camera: options.camera ?? machine.film,
      debugging: true,
      ...(options.keeperPath === undefined ? {} : { keeperPath: options.keeperPath }),
      ...(options.keeperEnvironment === undefined ? {} : { keeperEnvironment: options.keeperEnvironment }),
      ...(options.sessionFolder === undefined ? {} : { sessionFolder: options.sessionFolder }),
      ...(options.corePath === undefined ? {} : { corePath: options.corePath }),
      ...(options.policyPath === undefined ? {} : { policyPath: options.policyPath }),
      ...(options.exportFolder === undefined ? {} : { exportFolder: options.exportFolder }),
      ...(options.printServer === undefined ? {} : { printServer: options.printServer }),
      ...(options.preset === undefined ? {} : { preset: options.preset }),
    });
  let keeper = launch();

  const kiosk: TestKiosk = {
    dataFolder,
    keeper: () => keeper,
    sessions: () =>
      readRecordedSessions(join(dataFolder, 'sessions.json'))?.sessions.map(({ pid }) => pid) ?? [],
    shown: (not) => attachToShown(dataFolder, not?.pid ?? null),
    async signedIn() {
      const session = await kiosk.shown();
      await waitForScreen(session.page, 'set-up');
      await tellCore(session.page, 'setUp', {
        kioskName: 'City Hall, desk 2',
        ...FIRST_STAFF,
      });
      await tellCore(session.page, 'decideCustody', { custody: options.custody ?? 'memory', inSpiteOf: [] });
      await tellCore(session.page, 'declineRecoveryCodes');
      await tellCore(session.page, 'signIn', CLERK);
      await waitForStart(session.page);
      return session;
    },
    hangs: () => Promise.all(hangs),
    async relaunch() {
      await keeper.ended;
      keeper = launch();
      await keeper.ready;
    },
    async end() {
      await keeper.stop();
      const left = readdirSync(memory);
      for (const folder of [work, memory]) rmSync(folder, { recursive: true, force: true });
      return left;
    },
  };
  return kiosk;
}
