import { describe, expect, it } from 'vitest';
import { type CrashPoint, NotCovered, readCleanTrace, sampleOf } from './points.ts';

const FOLDER = '/mnt/data';
const MAIN = 7;

const trace = (lines: readonly string[]) => readCleanTrace(lines.join('\n'), FOLDER, MAIN);

describe('the trace of a clean run', () => {
  it('gives every write on a file of the kiosk, counted for each kind of call', () => {
    const read = trace([
      '7     openat(AT_FDCWD</work>, "/mnt/data/vault.db", O_RDWR|O_CREAT, 0600) = 20</mnt/data/vault.db>',
      '7     pwrite64(20</mnt/data/vault.db>, "x", 1, 0) = 1',
      '7     write(4<socket:[9]>, "{\\"kind\\":\\"finishing\\"}\\n", 21) = 21',
      '7     pwrite64(20</mnt/data/vault.db>, "x", 1, 0) = 1',
      '7     fsync(21</mnt/data>)              = 0',
      '7     rename("/mnt/data/a.next", "/mnt/data/a") = 0',
      '8     write(5</tmp/elsewhere>, "x", 1)  = 1',
      '7     pwrite64(22</mnt/data-of-others/x>, "x", 1, 0) = 1',
      '8     +++ exited with 0 +++',
    ]);
    expect(read.points).toEqual([
      { call: 'openat', count: 1 },
      { call: 'pwrite64', count: 1 },
      { call: 'pwrite64', count: 2 },
      { call: 'fsync', count: 1 },
      { call: 'rename', count: 1 },
    ]);
    expect([...read.paths].sort()).toEqual([
      '/mnt/data',
      '/mnt/data/a',
      '/mnt/data/a.next',
      '/mnt/data/vault.db',
    ]);
    expect(read.before.get('finishing')).toBe(2);
  });

  it('counts a call once that another thread interrupted', () => {
    const { points } = trace([
      '7     pwrite64(20</mnt/data/vault.db>, "x", 1, 0 <unfinished ...>',
      '8     write(5</tmp/elsewhere>, "x", 1)  = 1',
      '7     <... pwrite64 resumed>)           = 1',
    ]);
    expect(points).toEqual([{ call: 'pwrite64', count: 1 }]);
  });

  it('knows that an io_uring was refused, also where the refusal was interrupted', () => {
    const { points } = trace([
      '7     io_uring_setup(256, {flags=0}, <unfinished ...>',
      '8     io_uring_setup(64, {flags=0} <unfinished ...>',
      '7     <... io_uring_setup resumed>)     = -1 ENOSYS (Function not implemented) (INJECTED)',
      '7     fsync(21</mnt/data>)              = 0',
      '8     <... io_uring_setup resumed>)     = -1 ENOSYS (Function not implemented) (INJECTED)',
    ]);
    expect(points).toEqual([{ call: 'fsync', count: 1 }]);
  });

  it('keeps a call in the place where it began, whole, however late its other half comes', () => {
    const read = trace([
      '7     openat(AT_FDCWD</work>, "/mnt/data/vault.db", O_RDWR|O_CREAT, 0600 <unfinished ...>',
      '8     write(5</tmp/elsewhere>, "x", 1 <unfinished ...>',
      '7     <... openat resumed>)             = 20</mnt/data/vault.db>',
      '7     fsync(20</mnt/data/vault.db>)     = 0',
      '8     <... write resumed>)              = 1',
    ]);
    expect(read.points).toEqual([
      { call: 'openat', count: 1 },
      { call: 'fsync', count: 1 },
    ]);
  });

  it.each([
    [
      'an io_uring that was interrupted',
      [
        '7     io_uring_setup(256, {flags=0} <unfinished ...>',
        '8     write(5</tmp/elsewhere>, "x", 1)  = 1',
        '7     <... io_uring_setup resumed>)     = 4',
      ],
    ],
    ['an io_uring of which nobody heard the end', ['7     io_uring_setup(256, {flags=0} <unfinished ...>']],
    ['another half than the one that is open', ['7     <... pwrite64 resumed>)           = 1']],
    [
      'a mapping that was interrupted',
      [
        '8     mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_SHARED, 20</mnt/data/x>, 0 <unfinished ...>',
        '8     <... mmap resumed>)               = 0x7f',
      ],
    ],
  ])('does not pass for complete with %s', (_name, lines) => {
    expect(() => trace(lines)).toThrow(NotCovered);
  });

  it.each([
    ['another thread', '8     pwrite64(20</mnt/data/vault.db>, "x", 1, 0) = 1'],
    ['a mapping', '7     mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_SHARED, 20</mnt/data/x>, 0) = 0x7f'],
    ['an io_uring', '7     io_uring_setup(256, {flags=0}) = 4'],
  ])('does not pass for complete when %s writes', (_name, line) => {
    expect(() => trace([line])).toThrow(NotCovered);
  });

  it('may read by a mapping, and be refused an io_uring', () => {
    const { points } = trace([
      '7     mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, 20</mnt/data/x>, 0) = 0x7f',
      '7     io_uring_setup(256, {flags=0}) = -1 ENOSYS (Function not implemented) (INJECTED)',
    ]);
    expect(points).toEqual([]);
  });
});

describe('a run of equal writes', () => {
  const zeros = (at: number, { bytes = 4096, file = '/mnt/data/vault.db', dots = '' } = {}): string =>
    `7     pwrite64(20<${file}>, "${'\\0'.repeat(dots === '' ? bytes : 4096)}"${dots}, ${bytes}, ${at}) = ${bytes}`;
  const run = (from: number, to: number): readonly string[] =>
    Array.from({ length: to - from }, (_, index) => zeros((from + index) * 4096));
  const sync = '7     fsync(20</mnt/data/vault.db>)     = 0';

  /** The counts of the writes that are left out, from 0. */
  const leftOut = (lines: readonly string[]): readonly number[] => {
    const { points, repeated } = trace(lines);
    return points.flatMap((point) => (repeated.has(point) ? [point.count - 1] : []));
  };

  it('is tried at both ends, in the middle and now and then between, and the rest is left out', () => {
    const { points, repeated } = trace(run(0, 200));
    const tried = points.filter((point) => !repeated.has(point)).map(({ count }) => count - 1);
    expect(points).toHaveLength(200);
    expect(tried).toEqual([0, 1, 2, 3, 64, 100, 128, 192, 196, 197, 198, 199]);
  });

  it('leaves the calls before and after it, and every count, as they are', () => {
    const { points, repeated } = trace([sync, ...run(0, 20), sync]);
    expect(points.at(0)).toEqual({ call: 'fsync', count: 1 });
    expect(points.at(-2)).toEqual({ call: 'pwrite64', count: 20 });
    expect(points.at(-1)).toEqual({ call: 'fsync', count: 2 });
    expect([...repeated].every(({ call }) => call === 'pwrite64')).toBe(true);
    expect(repeated.size).toBe(20 - 9);
  });

  it.each([
    ['a sync', sync],
    ['a write of something', '7     pwrite64(20</mnt/data/vault.db>, "x", 1, 40960) = 1'],
    ['zeros to another file', zeros(10 * 4096, { file: '/mnt/data/ledger.db' })],
    ['fewer zeros', zeros(10 * 4096, { bytes: 28 })],
    ['zeros at another place', zeros(900 * 4096)],
    ['something told', '7     write(4<socket:[9]>, "{\\"kind\\":\\"finishing\\"}\\n", 21) = 21'],
    ['another call', '7     ftruncate(20</mnt/data/vault.db>, 4096) = 0'],
  ])('ends at %s: two short ones are tried whole', (_name, between) => {
    expect(leftOut([...run(0, 9), between, ...run(9, 18)])).toEqual([]);
    // The control: without it they are one.
    expect(leftOut(run(0, 18)).length).toBeGreaterThan(0);
  });

  it('is none of pages with one byte in them, nor of writes that are only known in part', () => {
    const row = (at: number): string => zeros(at).replace('\\0"', '\\1"');
    expect(leftOut(Array.from({ length: 50 }, (_, index) => row(index * 4096)))).toEqual([]);
    const cut = (at: number): string => zeros(at, { bytes: 65_536, dots: '...' });
    expect(leftOut(Array.from({ length: 50 }, (_, index) => cut(index * 65_536)))).toEqual([]);
  });
});

describe('a sample', () => {
  const points = Array.from({ length: 800 }, (_, index) => ({ call: 'pwrite64', count: index + 1 }));
  const before = new Map([
    ['rolling', 100],
    ['rolled', 112],
    ['finishing', 500],
    ['concluded', 700],
  ]);
  const HAND_OVER = { from: 'finishing', to: 'concluded', share: 1 / 2 };
  const whole = { points, before, repeated: new Set<CrashPoint>() };

  it('has its size, its order, the first point and half of all within the hand-over', () => {
    const sample = sampleOf(whole, 40, [HAND_OVER]);
    expect(sample.length).toBeGreaterThanOrEqual(35);
    expect(sample.length).toBeLessThanOrEqual(40);
    expect(sample[0]).toEqual(points[0]);
    expect(sample).toEqual([...sample].sort((one, other) => one.count - other.count));
    expect(sample.filter(({ count }) => count > 500 && count <= 700).length).toBeGreaterThanOrEqual(20);
  });

  it('has points of each stretch, however short one is and however small the sample', () => {
    const roll = { from: 'rolling', to: 'rolled', share: 1 / 4 };
    const counts = sampleOf(whole, 8, [HAND_OVER, roll]).map(({ count }) => count);
    expect(counts).toEqual([1, 101, 107, 401, 501, 551, 601, 651]);
  });

  it('is spread evenly where no stretch matters more', () => {
    const counts = sampleOf(whole, 4, []).map(({ count }) => count);
    expect(counts).toEqual([1, 201, 401, 601]);
  });

  it('takes none that are left out, and finds the hand-over among the others', () => {
    const repeated = new Set(points.slice(10, 490));
    const sample = sampleOf({ ...whole, repeated }, 40, [HAND_OVER]);
    expect(sample.length).toBeGreaterThanOrEqual(35);
    expect(sample.filter((point) => repeated.has(point))).toEqual([]);
    expect(sample.filter(({ count }) => count > 500 && count <= 700).length).toBeGreaterThanOrEqual(20);
  });
});
