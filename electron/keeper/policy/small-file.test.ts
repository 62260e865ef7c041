import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { readSmallFile } from './small-file.ts';

it('a file is read to its end, and one that is larger than it may be is not', () => {
  const path = join(workingFolder(), 'file');
  writeFileSync(path, 'abcd');
  expect(readSmallFile(path, 4)).toEqual({ ok: true, value: Buffer.from('abcd') });
  expect(readSmallFile(path, 3)).toEqual({ ok: false, error: { kind: 'too-large', bytes: 4 } });
});

it('a file of the system that says it is empty, and has no end, is not read to it', () => {
  const read = readSmallFile('/proc/self/pagemap', 1024);
  expect(read.ok ? read.value.byteLength : 0).toBeLessThanOrEqual(1024);
});
