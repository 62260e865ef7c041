import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workingFolder } from '../../keeper/database/temporary-files.test-support.ts';
import { readSmallFile } from './small-file.ts';

it('a file is read to its end, and one that is larger than it may be is not', () => {
  const path = join(workingFolder(), 'file');
  writeFileSync(path, 'abcd');
  expect(readSmallFile(path, 4)).toEqual({ ok: true, value: Buffer.from('abcd') });
  expect(readSmallFile(path, 3)).toEqual({ ok: false, error: { kind: 'too-large', bytes: 4 } });
});

it('holds no more than the file has, however much it might have had', () => {
  const path = join(workingFolder(), 'file');
  writeFileSync(path, 'abcd');
  const read = readSmallFile(path, 1024 * 1024);
  expect(read.ok && read.value.buffer.byteLength).toBe('abcd'.length + 1);
  writeFileSync(path, '');
  expect(readSmallFile(path, 1024 * 1024)).toEqual({ ok: true, value: Buffer.alloc(0) });
});

it('a file that has more than it says is read to its end all the same, up to the same limit', () => {
  const status = '/proc/self/status';
  expect(statSync(status).size).toBe(0);
  const read = readSmallFile(status, 64 * 1024);
  expect(read.ok && Buffer.from(read.value).toString()).toMatch(
    /^Name:[\s\S]*nonvoluntary_ctxt_switches:\t\d+\n$/,
  );
  expect(readSmallFile(status, 100)).toEqual({ ok: false, error: { kind: 'too-large', bytes: 101 } });
});

it('a file of the system that says it is empty, and has no end, is not read to it', () => {
  const read = readSmallFile('/proc/self/pagemap', 1024);
  expect(read.ok ? read.value.byteLength : 0).toBeLessThanOrEqual(1024);
});
