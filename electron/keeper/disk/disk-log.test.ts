import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { createDiskLog } from './disk-log.ts';

function stage() {
  const lines: string[] = [];
  const bugs: string[] = [];
  const log = createDiskLog(
    (line) => lines.push(line),
    (where) => bugs.push(where),
  );
  return { log, lines, bugs };
}

const full = Object.assign(new Error('full of somebody’s words'), { code: 'ENOSPC', syscall: 'write' });
const short = { place: 'disk', freeMegabytes: 1, neededMegabytes: 5 } as const;

it('says once that a disk takes no writes, and once that it takes them again', () => {
  const { log, lines, bugs } = stage();
  log.recovered();
  log.failed('expiry', full);
  log.failed('expiry', full);
  log.failed('record of sessions', full);
  log.recovered();
  log.recovered();
  expect(lines).toEqual([
    'The disk does not take writes (ENOSPC, expiry). It is tried again by itself.',
    'The disk works again.',
  ]);
  expect(bugs).toEqual([]);
});

it('says of a disk that gives back something else what it is, and is silent while it fails on', () => {
  const { log, lines, bugs } = stage();
  log.failed('windows', new Sqlite.SqliteError('database disk image is malformed', 'SQLITE_CORRUPT'));
  log.failed('expiry', full);
  expect(lines).toEqual([
    'The disk does not give back what was written (malformed, windows). It is tried again by itself.',
  ]);
  expect(bugs).toEqual([]);
});

it('hands on what is no failure of a disk', () => {
  const { log, lines, bugs } = stage();
  log.failed('expiry', new TypeError('a bug'));
  expect({ lines, bugs }).toEqual({ lines: [], bugs: ['expiry'] });
});

it('says once that room is short, and once that there is room again', () => {
  const { log, lines } = stage();
  log.space(null);
  log.space(short);
  log.space({ ...short, freeMegabytes: 0 });
  log.space(null);
  expect(lines).toEqual([
    'Too little room (disk: 1 MB free, 5 MB needed): no new application begins.',
    'There is room again: new applications begin.',
  ]);
});
