import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { program } from '../start/keeper-programs.test-support.ts';
import type { SessionLoss } from './lost-sessions.ts';
import { livingProcessesOf } from './processes.ts';
import { readRecordedSessions } from './recorded-sessions.ts';
import type { Session } from './session.ts';
import { createSessionPool, type PoolLaunch, type SessionPool } from './session-pool.ts';
import type { PoolLimits } from './session-starter.ts';

/** A keeper's folder on a real tmpfs, removed when the test has finished. */
export function volatileFolder(): string {
  const folder = mkdtempSync('/dev/shm/counterfoil-test-');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts a pool that keeps a spare, as it does from the first touch on. */
export async function startWithSpare(pool: SessionPool): Promise<void> {
  pool.keepSpare(true);
  await pool.start();
}

/** Starts the stand-in for Electron; `wrong` names what it shall do wrong. */
export function fakeLaunch(wrong: Readonly<Record<string, string>> = {}): PoolLaunch {
  const keeperFolder = volatileFolder();
  return {
    executable: process.execPath,
    argumentsBefore: [program('fake-session')],
    environment: { PATH: process.env.PATH ?? '', ...wrong },
    keeperFolder,
    socketPath: join(keeperFolder, 'keeper.sock'),
    emptySelections: () => Promise.resolve({ kind: 'empty' }),
    display: async () => true,
  };
}

/** A pool and all that it told its owner. */
export interface PoolOnStage {
  readonly pool: SessionPool;
  readonly recordPath: string;
  readonly deaths: { readonly session: Session; readonly wasShown: boolean }[];
  /** Those that the pool ended because none is kept any more. */
  readonly endedSpares: Session[];
  readonly losses: SessionLoss[];
  readonly noSessionStarts: { now: boolean };
  /** How often another session was on the screen, or a spare was ready. */
  readonly changes: { times: number };
}

/** A real pool of stand-ins, ended when the test has finished. */
export function stagePool(launch: PoolLaunch, limits?: PoolLimits): PoolOnStage {
  const recordPath = join(workingFolder(), 'sessions.json');
  const deaths: PoolOnStage['deaths'] = [];
  const endedSpares: Session[] = [];
  const losses: SessionLoss[] = [];
  const noSessionStarts = { now: false };
  const changes = { times: 0 };
  const pool = createSessionPool(
    launch,
    recordPath,
    {
      changed: () => {
        changes.times += 1;
      },
      spareEnded: (spare) => void endedSpares.push(spare),
      unrecorded: () => undefined,
      lost: (loss) => void losses.push(loss),
      noSessionStarts: () => {
        noSessionStarts.now = true;
      },
    },
    limits,
  );
  pool.onDeath((session, wasShown) => void deaths.push({ session, wasShown }));
  onTestFinished(() => pool.endAll());
  return { pool, recordPath, deaths, endedSpares, losses, noSessionStarts, changes };
}

/** Waits for a condition; never for a time. */
export function until(condition: () => void, timeout = 60_000): Promise<void> {
  return vi.waitFor(condition, { timeout, interval: 5 });
}

export function openGate(path: string): void {
  writeFileSync(path, '');
}

/** The session on the screen; there must be one. */
export function shownOf(pool: SessionPool): Session {
  const session = pool.shown();
  if (session === null) throw new Error('no session is on the screen');
  return session;
}

export function isAlive(session: { readonly pid: number }): boolean {
  return livingProcessesOf(session.pid).length > 0;
}

/** Waits for a spare (another than `not`) behind the session on the screen, and hands back its process id. */
export async function spareOf(recordPath: string, not?: number): Promise<number> {
  let spare = 0;
  await until(() => {
    const waiting = readRecordedSessions(recordPath)?.sessions.filter(({ shown }) => !shown) ?? [];
    expect(waiting).toHaveLength(1);
    spare = waiting[0]?.pid ?? 0;
    expect(spare).not.toBe(not);
  });
  return spare;
}
