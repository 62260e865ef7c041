import { readdirSync, readFileSync } from 'node:fs';

/** One process as /proc tells of it. */
export interface ProcessEntry {
  readonly pid: number;
  readonly posixSession: number;
  readonly state: string;
}

/**
 * Reads one line of /proc/PID/stat. The command's name may itself hold spaces and parentheses, so the
 * fields are counted from the last ")": state is the first after it, the POSIX session id the fourth.
 */
export function parseStat(pid: number, line: string): ProcessEntry | null {
  const rest = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const state = rest[0];
  const session = Number(rest[3]);
  if (state === undefined || !Number.isSafeInteger(session)) return null;
  return { pid, posixSession: session, state };
}

/**
 * The living processes of a POSIX session. A zombie counts as gone: its memory is already given back, and
 * it may wait for a parent that is not ours.
 */
export function livingProcessesOf(posixSession: number): readonly ProcessEntry[] {
  const living: ProcessEntry[] = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const entry = readEntry(Number(name));
    if (entry !== null && entry.posixSession === posixSession && isLiving(entry)) living.push(entry);
  }
  return living;
}

/** Whether a process that lived still does, in the same POSIX session. */
export function isStillLiving({ pid, posixSession }: Pick<ProcessEntry, 'pid' | 'posixSession'>): boolean {
  const entry = readEntry(pid);
  return entry !== null && entry.posixSession === posixSession && isLiving(entry);
}

function isLiving({ state }: ProcessEntry): boolean {
  return state !== 'Z' && state !== 'X';
}

/** The words that a process was started with, as it has them now; none for one that is gone. */
export function commandOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

function readEntry(pid: number): ProcessEntry | null {
  try {
    return parseStat(pid, readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** The process ended between the listing and the reading; anything else is a real fault. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH');
}

/** When a process started, in clock ticks since boot: tells a recorded process from one that got its id. */
export function startTicksOf(pid: number): number | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const ticks = Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[19]);
    return Number.isSafeInteger(ticks) ? ticks : null;
  } catch {
    // No such process: the question is answered.
    return null;
  }
}
