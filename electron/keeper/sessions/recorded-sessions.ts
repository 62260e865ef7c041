import { existsSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { findVolatileRoot } from '../../lib/file-systems/volatile-root.ts';
import { bootId } from '../clock.ts';
import { endGroup } from './end-group.ts';
import { startTicksOf } from './processes.ts';

/** What a keeper leaves for the next one, should it die: whom to end and which folder to remove. */
const recorded = z.object({
  /** The kernel's id of this boot: process ids of another boot say nothing. */
  boot: z.string(),
  keeperFolder: z.string(),
  sessions: z.array(
    z.object({
      pid: z.number().int().min(2),
      /** The rest of it (`restOf`); from a keeper of an earlier version, all of it. */
      startTicks: z.number().int().nullable(),
      folder: z.string(),
      shown: z.boolean(),
    }),
  ),
});
export type RecordedSessions = z.infer<typeof recorded>;

/**
 * How many ticks there are before they are told anew: 41 seconds of 10 ms each. All of them would say to the hundredth of a second
 * when a session began, which is when the person before it left. The rest tells one process from another that has its number later.
 */
const TICKS_TOLD = 4_096;

const restOf = (ticks: number | null): number | null => (ticks === null ? null : ticks % TICKS_TOLD);

/** Records the living sessions. Written anew at every change; holds process ids and folders only, and no moment. */
export function recordSessions(
  path: string,
  keeperFolder: string,
  sessions: readonly { readonly pid: number; readonly folder: { readonly path: string } }[],
  shown: { readonly pid: number } | null,
): void {
  const content: RecordedSessions = {
    boot: bootId(),
    keeperFolder,
    sessions: sessions.map(({ pid, folder }) => ({
      pid,
      startTicks: restOf(startTicksOf(pid)),
      folder: folder.path,
      shown: pid === shown?.pid,
    })),
  };
  // In place of the old one at once: whoever reads it never sees half a record.
  const next = `${path}.next`;
  writeFileSync(next, JSON.stringify(content), { mode: 0o600 });
  // Written where a session took the place of another: that moment is somebody’s.
  utimesSync(next, 0, 0);
  renameSync(next, path);
}

/** The sessions of a running keeper, or null while there is no (readable) record. */
export function readRecordedSessions(path: string): RecordedSessions | null {
  const parsed = recorded.safeParse(readJson(path));
  return parsed.success ? parsed.data : null;
}

/** A keeper that ended everything itself leaves nothing to do. */
export function forgetSessions(path: string): void {
  rmSync(path, { force: true });
}

/** What was found of a dead keeper. */
export interface LeftoverReport {
  readonly processesEnded: number;
  readonly foldersRemoved: number;
}

/**
 * Ends the sessions of a dead keeper and removes their folders. A session normally ends by itself when the
 * keeper's channel closes; this is for one that hung. A recorded id that now belongs to another process
 * (it started at another time) is left alone.
 */
export async function endLeftovers(path: string): Promise<LeftoverReport> {
  if (!existsSync(path)) return { processesEnded: 0, foldersRemoved: 0 };
  const parsed = recorded.safeParse(readJson(path));
  if (!parsed.success) {
    // Half written by a power cut: then the machine has restarted and there is nothing left to end.
    forgetSessions(path);
    return { processesEnded: 0, foldersRemoved: 0 };
  }
  if (parsed.data.boot !== bootId()) {
    // Restarted since: whoever has these process ids now is somebody else, and a tmpfs is empty.
    forgetSessions(path);
    return { processesEnded: 0, foldersRemoved: 0 };
  }
  let processesEnded = 0;
  for (const { pid, startTicks } of parsed.data.sessions) {
    // While a member of its session lives the number is given to nobody else: a leader that is gone may have
    // left members, a leader that started at another time (or was gone when recorded) has not.
    const now = startTicksOf(pid);
    if (now !== null && restOf(now) !== restOf(startTicks)) continue;
    const ended = await endGroup(pid);
    if (!ended.ok)
      throw new Error(`processes of a dead keeper cannot be ended: ${ended.error.pids.join(', ')}`);
    processesEnded += ended.value;
  }
  let foldersRemoved = 0;
  const folder = parsed.data.keeperFolder;
  // Only what this program can have made, on a tmpfs, is ever removed by a recorded name.
  if (
    basename(folder).startsWith('counterfoil-') &&
    findVolatileRoot([dirname(folder)]).ok &&
    existsSync(folder)
  ) {
    rmSync(folder, { recursive: true, force: true });
    foldersRemoved = 1;
  }
  forgetSessions(path);
  return { processesEnded, foldersRemoved };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Reported by the caller's parse as "not a record".
    return null;
  }
}
