import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where packages have their units. */
export const SYSTEM_UNITS = '/usr/lib/systemd/system';

/** What the units start, besides the application: other packages bring it. */
const PROGRAMS = ['usr/lib/xorg/Xorg', 'usr/bin/rm', 'usr/bin/cp', 'usr/bin/udevadm'];
/** Targets that every unit depends on. */
const TARGETS = ['sysinit', 'basic', 'multi-user', 'shutdown', 'umount', 'local-fs', 'local-fs-pre'];

/** Puts beside the units in a root what a machine has there. `programs`: more of what they start. */
export function surroundUnits(root: string, programs: readonly string[] = []): void {
  for (const path of [...PROGRAMS, ...programs].map((each) => join(root, each))) {
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
    chmodSync(path, 0o755);
  }
  for (const target of TARGETS) {
    const unit = join(SYSTEM_UNITS, `${target}.target`);
    cpSync(unit, join(root, unit));
  }
}

/** What systemd finds wrong with units in a root, a line each. */
export function complaintsAbout(root: string, units: readonly string[]): readonly string[] {
  const { stdout, stderr } = spawnSync(
    'systemd-analyze',
    ['verify', '--man=no', `--root=${root}`, ...units],
    { encoding: 'utf8' },
  );
  return `${stdout}${stderr}`.split('\n').filter((line) => line !== '');
}
