import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { patternsOfValue } from '../../../shared/remanence/patterns.ts';
import { searchWithControl } from './positive-control.ts';
import { type FileSearchRequest, searchFiles } from './search-files.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'control-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function request(change: Partial<FileSearchRequest> = {}): FileSearchRequest {
  const patterns = patternsOfValue('given name', 'Zobrekimuvaxo');
  return { roots: [root], changedSince: Date.now(), patterns, ...change };
}

function isVoid(reason: string) {
  return { ok: false, error: { kind: 'void', reason } };
}

it('plants a token, finds it, removes it and reports the rest as if it had not been there', async () => {
  const asked = request();
  writeFileSync(join(root, 'leftover'), 'Zobrekimuvaxo');
  expect(await searchWithControl(asked, root)).toMatchObject({
    ok: true,
    value: { files: 1, bytes: 13, hits: [{ label: 'given name' }], unreadable: [] },
  });
  expect(readdirSync(root)).toEqual(['leftover']);
});

it('accepts a folder that is reached through a link', async () => {
  const link = `${root}-link`;
  symlinkSync(root, link);
  const result = await searchWithControl(request({ roots: [link] }), link);
  rmSync(link);
  expect(result.ok).toBe(true);
});

it('is void if the search looked elsewhere', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'control-elsewhere-'));
  expect(await searchWithControl(request({ roots: [elsewhere] }), root)).toEqual(isVoid('not found'));
  rmSync(elsewhere, { recursive: true });
  expect(readdirSync(root)).toEqual([]);
});

it('is void if the search took everything for unchanged', async () => {
  const future = request({ changedSince: Date.now() + 60_000 });
  expect(await searchWithControl(future, root)).toEqual(isVoid('not found'));
});

it('is void without patterns: only the token would be searched', async () => {
  expect(await searchWithControl(request({ patterns: [] }), root)).toEqual(isVoid('nothing to search for'));
});

it('is void if the token cannot be planted', async () => {
  expect(await searchWithControl(request(), join(root, 'missing'))).toEqual(isVoid('not planted'));
});

it('is void if the token is found in a second place', async () => {
  const result = await searchWithControl(request(), root, async (asked) => {
    const token = asked.patterns.at(-1);
    writeFileSync(join(root, 'copy'), token?.bytes ?? '');
    return searchFiles(asked);
  });
  expect(result).toEqual(isVoid('found elsewhere'));
});

it('removes the token even if the search throws', async () => {
  const broken = searchWithControl(request(), root, () => Promise.reject(new Error('bug')));
  await expect(broken).rejects.toThrow('bug');
  expect(readdirSync(root)).toEqual([]);
});
