import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareFiles, manifestOf, packageEntries } from '../../electron/doctor/read/package.ts';
import { subjectHere } from '../../electron/doctor/subject.test-support.ts';
import type { Subject } from '../../electron/doctor/subject.ts';
import { MANIFEST_PATH } from '../../shared/doctor/program/package-manifest.ts';
import { writeManifest } from './write-manifest.ts';

const facts = { version: '0.1.0', kind: 'evaluation', electron: '33.2.1', node: '24.21.0' } as const;

/** A small package with a manifest, as the doctor is told of it. */
async function packaged(): Promise<Subject> {
  const subject = subjectHere();
  mkdirSync(join(subject.top, 'resources', 'programs'), { recursive: true });
  for (const path of [
    'counterfoil',
    'counterfoil-session',
    'resources/app.asar',
    'resources/programs/keeper.mjs',
  ])
    writeFileSync(join(subject.top, path), path);
  await writeManifest(subject.top, facts);
  return subject;
}

describe('the manifest of a package', () => {
  it('has every file but itself, and everybody may read it', async () => {
    const subject = await packaged();
    const state = manifestOf(subject);
    expect(state).toMatchObject({ kind: 'read', manifest: { schema: 1, ...facts } });
    expect(state.kind === 'read' ? Object.keys(state.manifest.files) : []).toEqual([
      ...['counterfoil', 'counterfoil-session', 'resources/app.asar', 'resources/programs/keeper.mjs'],
    ]);
    expect(statSync(join(subject.top, MANIFEST_PATH)).mode & 0o777).toBe(0o644);
    expect(await compareFiles(subject)).toEqual({
      ...{ kind: 'compared', files: 4, changed: [], missing: [], added: [] },
    });
  });

  it('is the same when it is written again', async () => {
    const { top } = await packaged();
    const before = readFileSync(join(top, MANIFEST_PATH));
    await writeManifest(top, facts);
    expect(readFileSync(join(top, MANIFEST_PATH)).equals(before)).toBe(true);
  });

  it('tells what was changed, is missing and was added', async () => {
    const subject = await packaged();
    writeFileSync(join(subject.top, 'resources/app.asar'), 'another');
    rmSync(join(subject.top, 'resources/programs/keeper.mjs'));
    mkdirSync(join(subject.top, 'resources/app'));
    writeFileSync(join(subject.top, 'resources/app/main.js'), 'evil');
    expect(await compareFiles(subject)).toEqual({
      ...{ kind: 'compared', files: 4, changed: ['resources/app.asar'] },
      ...{ missing: ['resources/programs/keeper.mjs'], added: ['resources/app/main.js'] },
    });
  });

  it('that is damaged, of another shape or not there is told as such', async () => {
    const subject = await packaged();
    const path = join(subject.top, MANIFEST_PATH);
    for (const content of ['', '{', '[]', '{"schema":2}', '\0']) {
      writeFileSync(path, content);
      expect(manifestOf(subject)).toEqual({ kind: 'unreadable-manifest' });
    }
    rmSync(path);
    expect(await compareFiles(subject)).toEqual({ kind: 'no-manifest' });
    rmSync(subject.top, { recursive: true });
    expect(await compareFiles(subject)).toEqual({ kind: 'no-package' });
  });
});

it('whoever may change a package is seen, and the folders above it', async () => {
  const subject = await packaged();
  chmodSync(join(subject.top, 'resources'), 0o777);
  const entries = packageEntries(subject);
  if (typeof entries === 'string') throw new Error(entries);
  expect(entries.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/', subject.top, join(subject.top, 'resources/app.asar')]),
  );
  expect(entries.find(({ path }) => path === join(subject.top, 'resources'))).toMatchObject({
    ...{ mode: 0o777, isSticky: false, owner: process.getuid?.() },
  });
  expect(packageEntries(subjectHere())).toBe('no-package');
});
