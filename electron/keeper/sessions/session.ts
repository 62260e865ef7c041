import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { type SessionId, sessionId } from '../../../shared/contract/ids.ts';
import {
  type SessionEnvironment,
  type SessionOrder,
  type SessionReport,
  sessionReport,
} from '../../../shared/contract/session.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { createTurns } from '../../../shared/turns.ts';
import { createDefectLog } from '../../lib/defects/report-defect.ts';
import type { SelectionsState } from '../x-display/selections.ts';
import { endGroup, endOthers, type ProcessesLeft } from './end-group.ts';
import { commandOf } from './processes.ts';
import { createSessionFolder, removeSessionFolder, type SessionFolder } from './volatile-folder.ts';

/** How an Electron instance is started. The same for every session of a keeper. */
export interface SessionLaunch {
  readonly executable: string;
  readonly argumentsBefore: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly keeperFolder: string;
  readonly socketPath: string;
  /** Empties what programs at this display hand each other text through, and tells how it was left. */
  emptySelections(): Promise<SelectionsState>;
}

/** What came of ending a session. */
export interface SessionEnd {
  /** How many processes were ended here, in all attempts. */
  readonly processes: number;
  /** How the display's selections were left after its end. */
  readonly selections: SelectionsState;
}

/** How a process ended: its exit code or the signal that ended it; null where nobody was told. */
export type ExitStatus = number | NodeJS.Signals | null;

/** One Electron instance for one applicant: its own process group and POSIX session, its own folder. */
export interface Session {
  readonly id: SessionId;
  readonly token: string;
  readonly pid: number;
  readonly folder: SessionFolder;
  /** Resolves once its first screen is painted; rejects never: a session that dies resolves `died`. */
  readonly painted: Promise<'painted' | 'died'>;
  /** Resolves when its main process has ended, however. */
  readonly died: Promise<ExitStatus>;
  /** Puts its window on the screen; resolves when the window is there (or the session died). */
  show(): Promise<void>;
  /** Asks its page whether it is still there. Once painted only: before that nobody answers. */
  ask(): void;
  /** How many of these questions its page has answered. */
  answers(): number;
  /**
   * Ends every process of the session but its core, which goes on searching. By what a process says it was started as,
   * and it may lie: `end` proves all of them gone, this one among them.
   */
  endAllButCore(): Promise<void>;
  /** Ends every process of the session and proves it, and empties what it may have left at the display. */
  end(): Promise<Result<SessionEnd, ProcessesLeft>>;
  /** Removes its folder and proves it. */
  removeFolder(): Result<null, { readonly kind: 'still-there' }>;
}

/** Electron was not executed: it isn't there, or must not be. */
export class RuntimeNotStarted extends Error {
  constructor() {
    super('the Electron runtime could not be started');
  }
}

/** Starts a session, hidden. It shows nobody and knows nobody until it is told to. Throws `RuntimeNotStarted`. */
export function startSession(launch: SessionLaunch): Session {
  const id = sessionId.parse(randomBytes(16).toString('hex'));
  const token = randomBytes(32).toString('hex');
  const folder = createSessionFolder(launch.keeperFolder);
  const own: Omit<SessionEnvironment, 'COUNTERFOIL_NODE' | 'COUNTERFOIL_CORE' | 'COUNTERFOIL_FONTS'> = {
    COUNTERFOIL_SESSION_FOLDER: folder.path,
    COUNTERFOIL_KEEPER_SOCKET: launch.socketPath,
    COUNTERFOIL_SESSION_TOKEN: token,
  };
  const child = spawn(launch.executable, [...launch.argumentsBefore], {
    // Its own process group and POSIX session: it is ended as a whole and proven gone by that id.
    detached: true,
    // What Chromium writes has the moment in it, and nobody knows what else: none of it comes into the system's log. Defects are reported.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {
      ...launch.environment,
      ...folder.environment,
      ...own,
    },
  });
  const died = new Promise<ExitStatus>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal));
    child.once('error', () => resolve(null));
  });
  const pid = child.pid;
  if (pid === undefined) {
    removeSessionFolder(folder.path);
    throw new RuntimeNotStarted();
  }
  const { COUNTERFOIL_CORE: corePath } = launch.environment;
  const isCore = (process: number): boolean =>
    corePath !== undefined && commandOf(process).includes(corePath);
  let endedSoFar = 0;
  const inTurn = createTurns();
  /** One after the other, so that each process is counted once. */
  function countEnded(
    endSome: () => Promise<Result<number, ProcessesLeft>>,
  ): Promise<Result<number, ProcessesLeft>> {
    return inTurn(async () => {
      const ended = await endSome();
      if (ended.ok) endedSoFar += ended.value;
      return ended;
    });
  }
  const reports = hearReports(child);
  const painted = reports.first('painted');
  const shown = reports.first('shown');
  return {
    id,
    token,
    pid,
    folder,
    painted: Promise.race([painted.then(() => 'painted' as const), died.then(() => 'died' as const)]),
    died,
    async show() {
      order(child, { kind: 'show' });
      await Promise.race([shown, died]);
    },
    ask: () => order(child, { kind: 'still-there' }),
    answers: () => reports.count('still-there'),
    async endAllButCore() {
      // What outlives it is ended with the core, and that is proven.
      await countEnded(() => endOthers(pid, isCore));
    },
    async end() {
      const ended = await countEnded(() => endGroup(pid));
      // Its own selections end with it. What another program took from them, and cut buffers, do not.
      const selections = await launch.emptySelections();
      if (!ended.ok) return ended;
      return ok({ processes: endedSoFar, selections });
    },
    removeFolder: () => removeSessionFolder(folder.path),
  };
}

interface Reports {
  /** Resolves with the first report of a kind. */
  first(kind: SessionReport['kind']): Promise<void>;
  count(kind: SessionReport['kind']): number;
}

/** Counts what a session reports, from now on. */
function hearReports(child: ChildProcess): Reports {
  const counts: Record<SessionReport['kind'], number> = { painted: 0, shown: 0, 'still-there': 0, defect: 0 };
  const writeDefect = createDefectLog();
  const waiting = new Map<SessionReport['kind'], () => void>();
  child.on('message', (message) => {
    const report = sessionReport.safeParse(message);
    if (!report.success) return;
    const { kind } = report.data;
    if (kind === 'defect') writeDefect(report.data.defect);
    counts[kind] += 1;
    waiting.get(kind)?.();
  });
  return {
    first: (kind) => new Promise((resolve) => void waiting.set(kind, resolve)),
    count: (kind) => counts[kind],
  };
}

function order(child: ChildProcess, message: SessionOrder): void {
  // One that has just ended gets it no more, and its end is heard of by itself.
  if (child.connected) child.send(message, () => undefined);
}
