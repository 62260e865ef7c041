import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workingFolder } from '../../keeper/database/temporary-files.test-support.ts';
import { talkingChild } from '../../keeper/talking-child.test-support.ts';
import { takeFileLock } from './file-lock.ts';

it('one has the lock at a time, and the next one after it was let go', () => {
  const path = join(workingFolder(), 'lock');
  const lock = takeFileLock(path);
  expect(lock).not.toBeNull();
  expect(takeFileLock(path)).toBeNull();
  lock?.release();
  const next = takeFileLock(path);
  expect(next).not.toBeNull();
  next?.release();
});

it('nobody else may open the file, and so nobody else may lock it', () => {
  const path = join(workingFolder(), 'lock');
  takeFileLock(path)?.release();
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('a process that is killed leaves no lock', async () => {
  const path = join(workingFolder(), 'lock');
  const source = new URL('file-lock.ts', import.meta.url).href;
  const program = `const { takeFileLock } = await import(process.argv[1]);
    console.log(takeFileLock(process.argv[2]) !== null);
    setInterval(() => undefined, 60_000);`;
  const child = await talkingChild(['--input-type=module', '--eval', program, source, path], null);
  expect(child.said).toBe(true);
  expect(takeFileLock(path)).toBeNull();
  await child.kill();
  const lock = takeFileLock(path);
  expect(lock).not.toBeNull();
  lock?.release();
});
