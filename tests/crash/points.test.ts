import { describe, expect, it } from 'vitest';
import { NotCovered, readCleanTrace, sampleOf } from './points.ts';

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

describe('a sample', () => {
  const points = Array.from({ length: 800 }, (_, index) => ({ call: 'pwrite64', count: index + 1 }));

  it('has its size, its order, the first point and half of all within the hand-over', () => {
    const sample = sampleOf(points, 40, [500, 700]);
    expect(sample.length).toBeGreaterThanOrEqual(35);
    expect(sample.length).toBeLessThanOrEqual(40);
    expect(sample[0]).toEqual(points[0]);
    expect(sample).toEqual([...sample].sort((one, other) => one.count - other.count));
    expect(sample.filter(({ count }) => count > 500 && count <= 700).length).toBeGreaterThanOrEqual(20);
  });

  it('is spread evenly where no stretch matters more', () => {
    const counts = sampleOf(points, 4, [0, 0]).map(({ count }) => count);
    expect(counts).toEqual([1, 201, 401, 601]);
  });
});
