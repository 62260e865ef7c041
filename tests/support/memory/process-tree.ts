import { readdirSync, readFileSync } from 'node:fs';

/** What the tests need of one line of `/proc/PID/stat`. */
export interface ProcessStat {
  readonly pid: number;
  /** The kernel's short name, which may hold spaces, parentheses and line ends. */
  readonly name: string;
  /** One letter: R, S, D, Z (zombie), X (dead) and others. */
  readonly state: string;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** Clock ticks from the start of the machine to its own. */
  readonly started: number;
}

/** One process for good: its number alone is given again to another one. */
export type ProcessIdentity = Pick<ProcessStat, 'pid' | 'started'>;

/** Reads one line of `/proc/PID/stat`; undefined if it is none. */
export function parseStat(line: string): ProcessStat | undefined {
  // The name is cut at the LAST parenthesis: a program may call itself "a) S 1 1 1 (b".
  const open = line.indexOf('(');
  const close = line.lastIndexOf(')');
  if (open < 0 || close < open) return undefined;
  const [state, ...rest] = line.slice(close + 2).split(' ');
  const [pid, parent, group, session] = [line.slice(0, open), ...rest].map(Number);
  // Field 22 of the line, which the state begins as the third.
  const started = Number(rest[18] ?? Number.NaN);
  if (!state || !isId(pid) || !isId(parent) || !isId(group) || !isId(session) || !isId(started)) {
    return undefined;
  }
  return { pid, name: line.slice(open + 1, close), state, parent, group, session, started };
}

function isId(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value);
}

/** All running processes of a POSIX session. A zombie holds no memory and counts as gone. */
export function processesOfSession(session: number): readonly number[] {
  return running()
    .filter((stat) => stat.session === session)
    .map((stat) => stat.pid);
}

/**
 * All running processes below `pid`, without itself. One whose parent has died belongs to init and is not
 * found: use the session for those that may outlive their parent.
 */
export function descendantsOf(pid: number): readonly number[] {
  const processes = running();
  const found: number[] = [];
  let generation = [pid];
  while (generation.length > 0) {
    const parents = new Set(generation);
    generation = processes.filter((stat) => parents.has(stat.parent)).map((stat) => stat.pid);
    found.push(...generation);
  }
  return found;
}

/**
 * All running processes started with `NAME=value` in their environment, as far as we may read it. TRAP:
 * Chromium writes its process title over the environment of its children, so for a browser use the session.
 */
export function processesWithEnvironment(entry: string): readonly number[] {
  return running()
    .filter((stat) => readProcessFile(stat.pid, 'environ')?.split('\0').includes(entry))
    .map((stat) => stat.pid);
}

/** The arguments a process was started with; undefined if it is gone, empty for a zombie or kernel thread. */
export function commandLine(pid: number): readonly string[] | undefined {
  const text = readProcessFile(pid, 'cmdline');
  return text?.split('\0').slice(0, -1);
}

/** The lines of `/proc/PID/status`; undefined if the process is gone. */
export function statusOf(pid: number): string | undefined {
  return readProcessFile(pid, 'status');
}

/** Those of the processes that run now, so that they can be told from later ones with their numbers. */
export function identify(pids: readonly number[]): readonly ProcessIdentity[] {
  return running()
    .filter(({ pid }) => pids.includes(pid))
    .map(({ pid, started }) => ({ pid, started }));
}

/** Those that are still there. A zombie holds nothing and counts as gone. */
export function stillRunning(processes: readonly ProcessIdentity[]): readonly ProcessIdentity[] {
  const now = running();
  return processes.filter(({ pid, started }) =>
    now.some((stat) => stat.pid === pid && stat.started === started),
  );
}

function running(): readonly ProcessStat[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => parseStat(readProcessFile(Number(name), 'stat') ?? ''))
    .filter((stat) => stat !== undefined)
    .filter((stat) => stat.state !== 'Z' && stat.state !== 'X');
}

/** A file below `/proc/PID`. Undefined if the process is gone meanwhile or belongs to somebody else. */
export function readProcessFile(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
