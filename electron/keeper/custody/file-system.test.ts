import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../database/temporary-files.test-support.ts';
import { openedCustody, unlockedCustody } from './custody.test-support.ts';
import { openCustody } from './custody.ts';
import { id } from './sample.test-support.ts';

/** A file system in a file, mounted, or null where that is not possible here. */
function mounted(make: readonly string[], mountOptions: string, ...tune: readonly string[]): string | null {
  const folder = temporaryFolder();
  const [image, inside] = [join(folder, 'image'), join(folder, 'inside')];
  writeFileSync(image, '');
  truncateSync(image, 128 * 1024 * 1024);
  mkdirSync(inside);
  const [program = '', ...options] = make;
  execFileSync(program, [...options, image], { stdio: 'ignore' });
  if (tune.length > 0) execFileSync('tune2fs', [...tune, image], { stdio: 'ignore' });
  if (spawnSync('mount', ['-o', mountOptions, image, inside]).status !== 0) return null;
  onTestFinished(() => void execFileSync('umount', ['--lazy', inside]));
  return inside;
}

const ext4 = ['mkfs.ext4', '-q', '-F'] as const;

function can(program: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return spawnSync(program, ['-V'], { stdio: 'ignore' }).error === undefined;
}

describe('real file systems', () => {
  it.skipIf(!can('mkfs.ext4')).each([
    ['asked for at mount', 'loop,data=journal', []],
    ['the default written into the file system', 'loop', ['-o', 'journal_data']],
  ])('ext4 with a data journal, %s', (_name, options, tune) => {
    const folder = mounted(ext4, options, ...tune);
    if (folder === null) return console.warn('NOT RUN: loop mounts are not allowed here');
    const custody = unlockedCustody(join(folder, 'keys.slots'));
    const refusal = { kind: 'data-journal' };
    expect(custody.sealable()).toEqual({ ok: false, error: refusal });
    const created = custody.create(id(1), 'sealed');
    expect(created).toEqual({ ok: false, error: { kind: 'refused', reason: refusal } });
    expect(custody.has(id(1))).toBe(false);
    expect(custody.create(id(1), 'memory').ok).toBe(true);
  });

  it.skipIf(!can('mkfs.ext4'))('ext4 as it is by itself is allowed', () => {
    const folder = mounted(ext4, 'loop');
    if (folder === null) return console.warn('NOT RUN: loop mounts are not allowed here');
    expect(openedCustody(join(folder, 'keys.slots')).sealable().ok).toBe(true);
  });

  it.skipIf(!can('mkfs.btrfs'))('btrfs', () => {
    const folder = mounted(['mkfs.btrfs', '-q', '-f'], 'loop');
    if (folder === null) return console.warn('NOT RUN: loop mounts are not allowed here');
    const refusal = { kind: 'copy-on-write', fileSystem: 'btrfs' };
    expect(openedCustody(join(folder, 'keys.slots')).sealable()).toEqual({ ok: false, error: refusal });
  });

  it.skipIf(!can('mkfs.ext4')).each([
    ['allowed over ext4 as it is by itself', 'loop', null],
    ['refused over a data journal', 'loop,data=journal', { kind: 'data-journal' }],
  ])('an overlay is %s', (_name, options, refusal) => {
    const disk = mounted(ext4, options);
    if (disk === null) return console.warn('NOT RUN: loop mounts are not allowed here');
    const [lower, upper, work] = ['lower', 'upper, with \\ blanks', 'work'].map((name) => join(disk, name));
    const merged = join(temporaryFolder(), 'merged');
    for (const folder of [lower, upper, work, merged]) mkdirSync(folder ?? '');
    const layers = `lowerdir=${lower},upperdir=${upper?.replace(/[\\,]/g, '\\$&')},workdir=${work}`;
    if (spawnSync('mount', ['-t', 'overlay', '-o', layers, 'overlay', merged]).status !== 0) {
      return console.warn('NOT RUN: overlays are not allowed here');
    }
    onTestFinished(() => void execFileSync('umount', ['--lazy', merged]));
    const sealable = openedCustody(join(merged, 'keys.slots')).sealable();
    expect(sealable.ok ? null : sealable.error).toEqual(refusal);
  });

  it.skipIf(!can('mkfs.ext4'))('a slot file that was carried to such a place is not opened', () => {
    const folder = mounted(ext4, 'loop,data=journal');
    if (folder === null) return console.warn('NOT RUN: loop mounts are not allowed here');
    const [before, after] = [join(temporaryFolder(), 'keys.slots'), join(folder, 'keys.slots')];
    const custody = unlockedCustody(before);
    expect(custody.create(id(1), 'sealed').ok).toBe(true);
    custody.close();
    writeFileSync(after, readFileSync(before));
    const opened = openCustody({ slotPath: after, live: new Set() });
    expect(opened).toEqual({ ok: false, error: { kind: 'refused', reason: { kind: 'data-journal' } } });
    expect(readFileSync(after).equals(readFileSync(before))).toBe(true);
  });
});
