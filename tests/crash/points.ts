/**
 * Everything by which a process can change what is on a disk, or make the change durable. A question mark:
 * not every architecture has it. Mapped writes and io_uring go past all of these: no file of the kiosk may be
 * mapped for writing, and the clean run is told that there is no io_uring (node takes one for its event loop;
 * with it refused, everything that reaches the disk is in the trace).
 */
export const WRITE_CALLS = [
  ...['write', 'pwrite64', 'writev', 'pwritev', 'pwritev2', 'fsync', 'fdatasync', 'sync_file_range'],
  ...['ftruncate', 'truncate', 'fallocate', 'copy_file_range', 'sendfile', 'splice'],
  ...['openat', 'linkat', 'symlinkat', 'unlinkat', 'renameat', 'renameat2', 'mkdirat', 'fchmod', 'fchmodat'],
  ...['?open', '?creat', '?link', '?symlink', '?unlink', '?rename', '?mkdir', '?rmdir', '?chmod'],
] as const;

const BYPASSES = ['mmap', 'io_uring_setup'] as const;

/** What is traced in the clean run: all that the kill runs are injected into, and what would go past it. */
export const TRACED_CALLS = [...WRITE_CALLS, ...BYPASSES];

/** One place to die at: at the `count`-th call of this kind on a file of the kiosk, counted from 1. */
export interface CrashPoint {
  readonly call: string;
  readonly count: number;
}

/** What the trace of a clean run says. */
export interface CleanTrace {
  /** In the order in which they came. */
  readonly points: readonly CrashPoint[];
  /** Every file (and the folder itself) that was touched: where the kill runs are injected. */
  readonly paths: readonly string[];
  /** How many points came before a mark of this kind was told, for marks told once. */
  readonly before: ReadonlyMap<string, number>;
}

/** Why a trace does not cover every write. */
export class NotCovered extends Error {}

interface TracedCall {
  readonly thread: number;
  readonly call: string;
  /** What stands after the opening bracket: arguments and result, both halves where another thread came between. */
  words: string;
}

const LINE = /^(\d+) +(\w+)\((.*)$/;
const SECOND_HALF = /^(\d+) +<\.\.\. (\w+) resumed>(.*)$/;
const UNFINISHED = / *<unfinished \.\.\.>$/;

/**
 * Reads what `strace -f -y` wrote, in the order in which the calls began: there they are counted, and there the
 * kill comes. Lines of signals and of exits are left out.
 */
function callsOf(log: string): readonly TracedCall[] {
  const calls: TracedCall[] = [];
  const open = new Map<string, TracedCall>();
  for (const line of log.split('\n')) {
    const [, inThread, resumed, rest] = SECOND_HALF.exec(line) ?? [];
    if (inThread !== undefined) {
      const begun = open.get(inThread);
      if (begun === undefined || begun.call !== resumed) throw new NotCovered(`half a call: ${line}`);
      begun.words += rest ?? '';
      open.delete(inThread);
      continue;
    }
    const [, thread, call, words] = LINE.exec(line) ?? [];
    if (thread === undefined || call === undefined || words === undefined) continue;
    const begun = { thread: Number(thread), call, words: words.replace(UNFINISHED, '') };
    calls.push(begun);
    if (UNFINISHED.test(words)) open.set(thread, begun);
  }
  return calls;
}

/** The paths a call names: of its descriptors (`4</path>`) and in words (`"/path"`). */
function pathsIn(words: string): readonly string[] {
  return [...words.matchAll(/\d<(\/[^>]*)>|"(\/[^"]*)"/g)].map(([, ofDescriptor, named]) =>
    // strace says so of a file that has no name any more.
    (ofDescriptor ?? named ?? '').replace(/ \(deleted\)$/, '').replace(/\/$/, ''),
  );
}

/**
 * Finds the points in the trace of a clean run and proves that killing by count reaches all of them: a count
 * is kept for each thread, so all writes must come from the main thread, and none by a way that is not traced.
 */
export function readCleanTrace(log: string, dataFolder: string, mainThread: number): CleanTrace {
  const points: CrashPoint[] = [];
  const paths = new Set<string>([dataFolder]);
  const counts = new Map<string, number>();
  const before = new Map<string, number>();
  for (const { thread, call, words } of callsOf(log)) {
    if (call === 'io_uring_setup' && !words.includes('(INJECTED)'))
      throw new NotCovered('an io_uring was made');
    const told = /^4<[^>]*>, "\{\\"kind\\":\\"([a-z-]+)\\"/.exec(words)?.[1];
    if (told !== undefined && !before.has(told)) before.set(told, points.length);
    const ours = pathsIn(words).filter((path) => path === dataFolder || path.startsWith(`${dataFolder}/`));
    if (ours.length === 0) continue;
    if (call === 'mmap') {
      if (/PROT_WRITE/.test(words) && /MAP_SHARED/.test(words)) throw new NotCovered(`mapped: ${words}`);
      continue;
    }
    if (thread !== mainThread) throw new NotCovered(`another thread writes: ${call}(${words}`);
    for (const path of ours) paths.add(path);
    const count = (counts.get(call) ?? 0) + 1;
    counts.set(call, count);
    points.push({ call, count });
  }
  return { points, paths: [...paths], before };
}

/** So many points: half of them between `from` and `to`, where everything is decided, the rest spread evenly. */
export function sampleOf(
  points: readonly CrashPoint[],
  size: number,
  [from, to]: readonly [number, number],
): readonly CrashPoint[] {
  const chosen = new Set<number>();
  const inside = Math.min(to - from, Math.floor(size / 2));
  for (let at = 0; at < inside; at += 1) chosen.add(from + Math.floor((at * (to - from)) / inside));
  const outside = Math.max(1, size - inside);
  for (let at = 0; at < outside; at += 1) chosen.add(Math.floor((at * points.length) / outside));
  return points.filter((_, index) => chosen.has(index));
}
