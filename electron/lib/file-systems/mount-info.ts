import { unescapeOctal } from '../../../shared/octal-escapes.ts';

/** One line of `/proc/self/mountinfo`: what this process sees mounted. */
export interface Mount {
  readonly id: number;
  /** The mount that this one lies on. */
  readonly parent: number;
  /** "major:minor" of the device. */
  readonly device: string;
  /** Which folder of its file system: another one than `/` where a part of it is mounted (a bind mount). */
  readonly root: string;
  /** Where it is mounted, seen from this process's root. */
  readonly point: string;
  readonly fileSystem: string;
  /** Options of the file system as a whole (such as `data=journal`), not those of this one mount. */
  readonly options: readonly string[];
}

/**
 * Reads `/proc/self/mountinfo` (proc_pid_mountinfo(5)). Lines of another shape are left out: whoever looks
 * for their mount finds nothing, which counts as unknown.
 */
export function parseMountInfo(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const fields = line.split(' ');
    // Between the sixth field and the dash stand any number of optional fields; a mount point that is
    // called "-" stands before them.
    const dash = fields.indexOf('-', 6);
    const [id = '', parent = '', device = '', root = '', point = ''] = fields;
    const [fileSystem, , options] = dash < 0 ? [] : fields.slice(dash + 1);
    if (!/^\d+$/.test(id) || !/^\d+$/.test(parent) || !/^\d+:\d+$/.test(device)) return [];
    if (fileSystem === undefined || options === undefined) return [];
    return [
      {
        id: Number(id),
        parent: Number(parent),
        device,
        root: unescapeOctal(root),
        point: unescapeOctal(point),
        fileSystem,
        options: options.split(',').map(unescapeOctal),
      },
    ];
  });
}

/** The id of the mount that an open descriptor lies on, from `/proc/self/fdinfo/N`, or null. */
export function parseMountId(text: string): number | null {
  const id = /^mnt_id:\s*(\d+)$/m.exec(text)?.[1];
  return id === undefined ? null : Number(id);
}

/**
 * The mount that an absolute path without links and dots lies on, or null. It walks down as the kernel does,
 * from each mount to those on top of it: the longest mount point alone would also find a mount that another
 * one hides.
 */
export function mountOver(mounts: readonly Mount[], path: string): Mount | null {
  const ids = new Set(mounts.map(({ id }) => id));
  const names = path.split('/').filter((name) => name !== '');
  // A table that goes round in circles is none of the kernel's; it must not keep us here for ever.
  const passed = new Set<number>();
  let current = mounts.find(({ id, parent, point }) => point === '/' && (parent === id || !ids.has(parent)));
  for (let depth = 0; depth <= names.length; depth += 1) {
    const point = `/${names.slice(0, depth).join('/')}`;
    for (let next = current; next !== undefined; next = onTopOf(next, point)) {
      passed.add(next.id);
      current = next;
    }
  }
  return current ?? null;

  function onTopOf(below: Mount, point: string): Mount | undefined {
    return mounts.find(
      (mount) => mount.parent === below.id && mount.point === point && !passed.has(mount.id),
    );
  }
}
