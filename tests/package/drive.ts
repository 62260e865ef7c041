import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { System } from './container.ts';
import type { Counter } from './counter.ts';
import { HOST } from './office.ts';

/** What the drive is called on the machine; a container has no block device, so it is a file with nothing in it. */
export const DEVICE = '/dev/sdq1';
const LABEL = '/dev/disk/by-label/COUNTERFOIL';
/** What lies on the drive; where there is no such folder it can't be read. */
const ON_DRIVE = 'srv/drive';

/** In the place of mount(8), for one drive alone: it shows a folder, read-only if so asked, in the view of whoever asks. */
export function mountFor(device: string, folder: string): string {
  return `#!/bin/sh
for where; do :; done
case " $* " in
  *" ${device} "*)
    if [ ! -d ${folder} ]; then
      echo "mount: $where: wrong fs type, bad option, bad superblock on ${device}" >&2
      exit 32
    fi
    writing=
    case " $* " in *" ro,"*) writing=ro, ;; esac
    /usr/bin/mount --bind ${folder} "$where"
    exec /usr/bin/mount -o "remount,bind,\${writing}nosuid,nodev,noexec" "$where"
    ;;
esac
exec /usr/bin/mount "$@"
`;
}

/** A USB drive with the label COUNTERFOIL, of which a container knows the files and not the device. */
export interface Drive {
  /** What lies on it, seen from outside. */
  readonly folder: string;
  /** Has it be as after mkfs: with nothing on it. */
  format(): void;
  /** Puts a provisioning folder for this computer on it; null: other files alone. */
  carries(folder: string | null): void;
  plugIn(counter: Counter): Promise<void>;
  pullOut(counter: Counter): Promise<void>;
}

/** Prepares a system for one, before it boots. */
export function driveOf({ root }: System): Drive {
  const at = (path: string): string => join(root, path);
  writeFileSync(at('usr/local/sbin/mount'), mountFor(DEVICE, `/${ON_DRIVE}`));
  chmodSync(at('usr/local/sbin/mount'), 0o755);
  const format = (): void => {
    rmSync(at(ON_DRIVE), { recursive: true, force: true });
    // As FAT with that umask: root's alone.
    mkdirSync(at(ON_DRIVE), { mode: 0o700 });
  };
  return {
    folder: at(ON_DRIVE),
    format,
    carries(folder) {
      format();
      if (folder === null) writeFileSync(at(`${ON_DRIVE}/export.pdf`), '');
      else cpSync(folder, at(`${ON_DRIVE}/counterfoil-provisioning/${HOST}`), { recursive: true });
    },
    async plugIn(counter) {
      const link = `mkdir -p ${LABEL.replace(/\/[^/]*$/, '')} && : >${DEVICE} && ln -s ../../sdq1 ${LABEL}`;
      await counter.says('sh', '-c', link);
    },
    async pullOut(counter) {
      await counter.says('rm', DEVICE, LABEL);
    },
  };
}
