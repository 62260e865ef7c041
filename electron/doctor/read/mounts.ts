import { readFileSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SeenFrom } from '../../../shared/doctor/seen-from.ts';
import { orNull } from '../../lib/file-systems/attempt.ts';
import { type Mount, mountOver, parseMountInfo } from '../../lib/file-systems/mount-info.ts';

/** All mounts that this process sees; null: the table can't be read. */
export function mounts(): readonly Mount[] | null {
  return orNull(() => parseMountInfo(readFileSync('/proc/self/mountinfo', 'utf8')));
}

/** The mount that a path lies on; null: nothing that can be seen. */
export function mountOf(path: string): Mount | null {
  const table = mounts();
  const real = orNull(() => realpathSync.native(path));
  return table === null || real === null ? null : mountOver(table, real);
}

/**
 * Whether a folder is a unit's own, in the place of the computer's (`PrivateTmp=` or, as seen from the kiosk's unit,
 * `TemporaryFileSystem=`, systemd.exec(5)): whatever lies in the computer's is not seen here. Null: nobody can tell.
 */
export function isUnitsOwn(path: string, seenFrom: SeenFrom): boolean | null {
  const mount = mountOf(path);
  if (mount === null) return null;
  return isOfPrivateTmp(mount.root) || (seenFrom === 'kiosk-unit' && mount.point === path);
}

/** Which part of a file system systemd mounts there. */
export function isOfPrivateTmp(root: string): boolean {
  return /(?:^|\/)systemd-private-[^/]+\/tmp$/.test(root);
}

/** The path itself, or the nearest folder above it that is there. */
export function nearestFolder(path: string): string {
  for (let at = path; ; at = dirname(at)) {
    if (orNull(() => realpathSync.native(at)) !== null || dirname(at) === at) return at;
  }
}
