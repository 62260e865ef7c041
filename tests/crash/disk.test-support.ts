import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { isFileSystemError } from '../../electron/lib/file-systems/file-system-error.ts';
import { unmountImage } from './loop-image.ts';

/** Small: a photo or two more than a kiosk's files, so that it is full in a moment. */
const DISK_BYTES = 32 * 1024 * 1024;

function run(program: string, ...words: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, words, { encoding: 'utf8' });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stderr}`);
}

/** A disk of its own for one kiosk: a real ext4 on a loop device, gone when the test has finished. */
export interface TestDisk {
  readonly dataFolder: string;
  /** Leaves no block free. */
  fill(): void;
  makeRoom(): void;
  /** What the kernel does with an ext4 that finds itself damaged: from now on it takes no writes. */
  turnReadOnly(): void;
  /** What somebody does about it who knows how: checks it and mounts it again. Nothing of ours may have it open. */
  repair(): Promise<void>;
}

function mount(image: string, folder: string): void {
  run('mount', '-o', 'loop,errors=remount-ro', image, folder);
}

/** The name of the block device that is mounted on a folder. */
function deviceOf(folder: string): string {
  const line = readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .find((each) => each.split(' ')[4] === folder);
  const name = / \/dev\/(\w+) /.exec(line ?? '')?.[1];
  if (name === undefined) throw new Error('not mounted');
  return name;
}

function hasRoom(write: () => void): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (isFileSystemError(error) && error.code === 'ENOSPC') return false;
    throw error;
  }
}

/** Writes a new file until its disk takes no more. Returns how many blocks it took. */
function fillWith(path: string): number {
  const block = Buffer.alloc(4096);
  const file = openSync(path, 'w');
  let written = 0;
  try {
    // By writing, for what is only reserved can fail on the blocks that a file's own map takes. Until a flush frees nothing
    // more: what others removed before is given out again only by the file system's next commit.
    let before: number;
    do {
      before = written;
      while (hasRoom(() => writeSync(file, block))) written += 1;
      fsyncSync(file);
    } while (written > before);
  } finally {
    closeSync(file);
  }
  return written;
}

export function newDisk(): TestDisk {
  const work = mkdtempSync(join(tmpdir(), 'counterfoil-disk-'));
  onTestFinished(() => rmSync(work, { recursive: true, force: true }));
  const image = join(work, 'image');
  const folder = join(work, 'mounted');
  const fillers: string[] = [];
  const dataFolder = join(folder, 'data');
  mkdirSync(folder);
  writeFileSync(image, Buffer.alloc(DISK_BYTES));
  run('mkfs.ext4', '-q', '-F', '-b', '4096', '-m', '0', image);
  mount(image, folder);
  // Lazily: a keeper that a failed test left behind must not keep the disk as well.
  onTestFinished(() => run('umount', '--lazy', folder));
  mkdirSync(dataFolder);
  return {
    dataFolder,
    fill() {
      // Another file after one that is full: a block that was given to a file whose own map found no room for it is given
      // back, and any new file would have it.
      let written: number;
      do {
        const filler = join(folder, `filler-${fillers.length}`);
        fillers.push(filler);
        written = fillWith(filler);
      } while (written > 0);
    },
    makeRoom() {
      for (const filler of fillers.splice(0)) rmSync(filler);
      // ext4 gives freed blocks out again only after its journal's next commit.
      run('sync', '-f', folder);
    },
    turnReadOnly: () => writeFileSync(`/sys/fs/ext4/${deviceOf(folder)}/trigger_fs_error`, 'by a test'),
    async repair() {
      await unmountImage(folder);
      // 1: errors were found and corrected, which is what it is asked for.
      const { status } = spawnSync('e2fsck', ['-f', '-y', image]);
      if (status !== 0 && status !== 1) throw new Error('the disk cannot be repaired');
      mount(image, folder);
    },
  };
}

/**
 * Whether disks can be mounted here. Where not, the tests that need one are skipped, and the report says so.
 * @throws where root has loop devices and it fails all the same: nothing is skipped there.
 */
export function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-probe-'));
  try {
    const image = join(folder, 'image');
    writeFileSync(image, Buffer.alloc(DISK_BYTES));
    run('mkfs.ext4', '-q', '-F', image);
    mkdirSync(join(folder, 'mounted'));
    mount(image, join(folder, 'mounted'));
    run('umount', '--lazy', join(folder, 'mounted'));
    return true;
  } catch (error) {
    if (existsSync('/dev/loop-control')) throw error;
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
