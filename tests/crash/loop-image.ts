import { existsSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { runCommand } from '../../build/machine/command.ts';

/** Small, so that it is copied and searched in milliseconds, and still so large that freed blocks stay. */
const IMAGE_BYTES = 16 * 1024 * 1024;

/** What is mounted now: released whatever ends the suite. */
const mounted = new Set<string>();

async function command(program: string, words: readonly string[]): Promise<void> {
  const ran = await runCommand(program, words);
  if (!ran.ok) throw new Error(`${ran.error.command}: ${ran.error.output}`);
}

/** A new ext4 as `mkfs` makes it for a disk; blocks of 4 KiB like on one, not of 1 KiB like on a floppy. */
export async function makeImage(file: string): Promise<void> {
  writeFileSync(file, '');
  truncateSync(file, IMAGE_BYTES);
  await command('mkfs.ext4', ['-q', '-F', '-b', '4096', '-J', 'size=4', file]);
}

/** Copies an image as it is at this moment, whatever is mounted from it. */
export async function copyImage(from: string, to: string): Promise<void> {
  await command('cp', ['--sparse=always', from, to]);
}

export async function mountImage(file: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await command('mount', ['-o', 'loop', file, folder]);
  mounted.add(folder);
}

/** How long somebody else (a search of this machine, say) may read on a mount that has to end. */
const BUSY_MILLISECONDS = 20_000;

/** Ends the mount; what the file system still had in memory is on the image then. */
export async function unmountImage(folder: string): Promise<void> {
  const until = performance.now() + BUSY_MILLISECONDS;
  for (;;) {
    const ran = await runCommand('umount', [folder]);
    if (ran.ok) break;
    if (performance.now() > until) throw new Error(`${ran.error.command}: ${ran.error.output}`);
    await delay(100);
  }
  mounted.delete(folder);
}

/** Releases what is still mounted, at the end and when the suite is interrupted. */
export async function releaseMounts(): Promise<void> {
  for (const folder of mounted) {
    await runCommand('umount', ['--lazy', folder]);
    mounted.delete(folder);
  }
}

/** What a machine has to have for mounts. */
interface MountingMachine {
  readonly isRoot: boolean;
  readonly hasLoopDevices: boolean;
}

/** Whoever asks, on this machine. */
export function thisMachine(): MountingMachine {
  return { isRoot: process.getuid?.() === 0, hasLoopDevices: existsSync('/dev/loop-control') };
}

/**
 * Why nothing can be mounted here, or null: it can.
 * @throws where root has loop devices and it fails all the same: what was to be tried there is not skipped.
 */
export async function whyNoMounts(
  workFolder: string,
  { isRoot, hasLoopDevices } = thisMachine(),
): Promise<string | null> {
  const file = `${workFolder}/probe.img`;
  const folder = `${workFolder}/probe`;
  try {
    await makeImage(file);
    await mountImage(file, folder);
    await unmountImage(folder);
    return null;
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    if (isRoot && hasLoopDevices)
      throw new Error(`loop devices are here, but nothing can be mounted: ${why}`);
    return why;
  } finally {
    rmSync(file, { force: true });
  }
}
