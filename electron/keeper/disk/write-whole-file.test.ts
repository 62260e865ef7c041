import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { PART } from './export-names.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** Permissions do not bind root. */
function asOrdinaryUser<Value>(act: () => Value): Value {
  if (process.getuid?.() !== 0) return act();
  process.seteuid?.(65_534);
  try {
    return act();
  } finally {
    process.seteuid?.(0);
  }
}

it('writes all parts, over an older file as well', () => {
  const path = join(workingFolder(), 'file');
  writeFileSync(path, 'a longer one than the next');
  expect(writeWholeFile(path, ['one ', 'two'])).toEqual(ok(null));
  expect(readFileSync(path, 'utf8')).toBe('one two');
});

it('has another name until it is whole, which says so', () => {
  const folder = workingFolder();
  const seen: (readonly string[])[] = [];
  function* looking(): Generator<string> {
    yield 'half of it, ';
    seen.push(readdirSync(folder));
    yield 'and the rest';
  }
  writeWholeFile(join(folder, 'file'), looking());
  expect(seen).toEqual([['file.part']]);
  expect(readdirSync(folder)).toEqual(['file']);
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

it('says of a drive that is gone, full, read-only or failing that it is so, and leaves nothing there', () => {
  const folder = workingFolder();
  expect(writeWholeFile(join(folder, 'none', 'file'), ['x'])).toEqual(err('missing'));
  writeFileSync(join(folder, 'no-folder'), '');
  expect(writeWholeFile(join(folder, 'no-folder', 'file'), ['x'])).toEqual(err('missing'));
  for (const [code, fault] of [
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EROFS', 'read-only'],
    ['EIO', 'failed'],
  ] as const) {
    const refuses = (): number => {
      throw Object.assign(new Error(code), { code, syscall: 'write' });
    };
    expect(writeWholeFile(join(folder, 'other'), ['x'], refuses)).toEqual(err(fault));
  }
  expect(readdirSync(folder)).toEqual(['no-folder']);
});

it.skipIf(process.platform === 'win32')('says of a folder that may only be read that it is so', () => {
  const folder = mkdtempSync('/tmp/read-only-');
  chmodSync(folder, 0o555);
  try {
    expect(asOrdinaryUser(() => writeWholeFile(join(folder, 'file'), ['x']))).toEqual(err('read-only'));
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('follows no link that lies where it writes, and takes over no file that lies there', () => {
  const folder = workingFolder();
  const [path, vault] = [join(folder, 'file'), join(folder, 'vault')];
  writeFileSync(vault, 'ciphertext');
  symlinkSync(vault, path + PART);
  writeWholeFile(path, ['new']);
  writeFileSync(path + PART, 'anybody may read this', { mode: 0o644 });
  writeWholeFile(path, ['newer']);
  expect([readFileSync(vault, 'utf8'), readFileSync(path, 'utf8')]).toEqual(['ciphertext', 'newer']);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('writes on where a drive takes a part', () => {
  const folder = workingFolder();
  const path = join(folder, 'file');
  writeWholeFile(path, ['many words', ' more'], (file, content, at, length) =>
    writeSync(file, content, at, Math.min(length, 3)),
  );
  expect(readFileSync(path, 'utf8')).toBe('many words more');
});
