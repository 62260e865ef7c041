import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../keeper/database/temporary-files.test-support.ts';
import { hashFiles } from './hash-files.ts';

it('hashes every file below a folder, in the order of the paths; a link has no hash', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'b', 'empty'), { recursive: true });
  writeFileSync(join(folder, 'c'), 'three');
  writeFileSync(join(folder, 'b', 'a'), '');
  symlinkSync('/etc/passwd', join(folder, 'a'));
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  expect([...(await hashFiles(folder))]).toEqual([
    ['a', ''],
    ['b/a', sha256('')],
    ['c', sha256('three')],
  ]);
});
