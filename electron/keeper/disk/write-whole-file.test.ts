import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { writeWholeFile } from './write-whole-file.ts';

it('writes all parts, over an older file as well', () => {
  const path = join(workingFolder(), 'file');
  writeFileSync(path, 'a longer one than the next');
  writeWholeFile(path, ['one ', 'two']);
  expect(readFileSync(path, 'utf8')).toBe('one two');
});

it('leaves nothing of a file that was broken off, and the older one as it was', () => {
  const folder = workingFolder();
  const path = join(folder, 'file');
  function* broken(): Generator<string> {
    yield 'half of it';
    throw new Error('the stick is gone');
  }
  expect(() => writeWholeFile(path, broken())).toThrow('the stick is gone');
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(path, 'older');
  expect(() => writeWholeFile(path, broken())).toThrow('the stick is gone');
  expect(readFileSync(path, 'utf8')).toBe('older');
  expect(readdirSync(folder)).toEqual(['file']);
});

it('leaves nothing where its place cannot be taken', () => {
  const folder = workingFolder();
  expect(() => writeWholeFile(join(folder, 'none', 'file'), ['x'])).toThrow('ENOENT');
  expect(readdirSync(folder)).toEqual([]);
});
