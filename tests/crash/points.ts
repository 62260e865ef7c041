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
  'utimensat',
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
  /** Those of them in the middle of a run of equal writes: what they would show, the rest of the run shows. */
  readonly repeated: ReadonlySet<CrashPoint>;
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

/** As much of each write as is traced: a page of the vault, whole. What is longer is never taken for zeros. */
export const TRACED_BYTES = 4096;

/** A write of nothing but zeros: to which file, how many, at which place. strace puts dots behind a string that it cut. */
const ZEROS = /^(\d+<[^>]*>), "(?:\\0)+", (\d+), (\d+)/;

/** Of a run of equal writes the first and last few are tried, and of those between the one in the middle and each 64th. */
const ENDS = 4;
const STRIDE = 64;

/**
 * Finds runs of equal writes: zeros, as many each time, to one file, each where the one before it ended, with no
 * other call on a file of the kiosk in between (no sync above all) and nothing told. Two points beside each other
 * in such a run differ in one piece of zeros only (and, where a file grows by it, in its length). A power cut finds none of the run on the image, wherever it
 * comes, for nothing has made it durable; a kill leaves what was written before it, and under the rest what lay
 * there: of that the first point leaves most and the last least. So the middle is thinned out. No call is cut
 * short halfway: strace kills before it.
 */
function equalWrites() {
  const repeated = new Set<CrashPoint>();
  let run: CrashPoint[] = [];
  let next = '';

  function end(): void {
    const middle = Math.floor(run.length / 2);
    for (const [at, point] of run.entries()) {
      const isTried = at < ENDS || at >= run.length - ENDS || at === middle || at % STRIDE === 0;
      if (!isTried) repeated.add(point);
    }
    run = [];
    next = '';
  }

  return {
    repeated,
    end,
    add(point: CrashPoint, words: string): void {
      const [, file, bytes, at] = point.call === 'pwrite64' ? (ZEROS.exec(words) ?? []) : [];
      if (file === undefined || `${file} ${bytes} ${at}` !== next) end();
      if (file === undefined) return;
      run.push(point);
      next = `${file} ${bytes} ${Number(at) + Number(bytes)}`;
    },
  };
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
  const equal = equalWrites();
  for (const { thread, call, words } of callsOf(log)) {
    if (call === 'io_uring_setup' && !words.includes('(INJECTED)'))
      throw new NotCovered('an io_uring was made');
    const told = /^4<[^>]*>, "\{\\"kind\\":\\"([a-z-]+)\\"/.exec(words)?.[1];
    if (told !== undefined) equal.end();
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
    const point = { call, count };
    points.push(point);
    equal.add(point, words);
  }
  equal.end();
  return { points, repeated: equal.repeated, paths: [...paths], before };
}

/** What lies between two marks, and how much of a sample is taken there. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly share: number;
}

/** So many of the points that are tried: in each stretch its share, the rest spread evenly. */
export function sampleOf(
  { points: all, repeated, before }: Pick<CleanTrace, 'points' | 'repeated' | 'before'>,
  size: number,
  stretches: readonly Stretch[],
): readonly CrashPoint[] {
  const points = all.filter((point) => !repeated.has(point));
  const placeOf = (mark: string, otherwise: number): number =>
    all.slice(0, before.get(mark) ?? otherwise).filter((point) => !repeated.has(point)).length;
  const chosen = new Set<number>();
  let outside = size;
  for (const stretch of stretches) {
    const [from, to] = [placeOf(stretch.from, 0), placeOf(stretch.to, all.length)];
    const inside = Math.min(to - from, Math.floor(size * stretch.share));
    for (let at = 0; at < inside; at += 1) chosen.add(from + Math.floor((at * (to - from)) / inside));
    outside -= inside;
  }
  outside = Math.max(1, outside);
  for (let at = 0; at < outside; at += 1) chosen.add(Math.floor((at * points.length) / outside));
  return points.filter((_, index) => chosen.has(index));
}
