/** One line of `/proc/self/mountinfo`: what this process sees mounted. */
export interface Mount {
  readonly id: number;
  /** "major:minor" of the device. */
  readonly device: string;
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
    const [id = '', , device = ''] = fields;
    const [fileSystem, , options] = dash < 0 ? [] : fields.slice(dash + 1);
    if (!/^\d+$/.test(id) || !/^\d+:\d+$/.test(device)) return [];
    if (fileSystem === undefined || options === undefined) return [];
    return [{ id: Number(id), device, fileSystem, options: options.split(',').map(unescapeOctal) }];
  });
}

/** The id of the mount that an open descriptor lies on, from `/proc/self/fdinfo/N`, or null. */
export function parseMountId(text: string): number | null {
  const id = /^mnt_id:\s*(\d+)$/m.exec(text)?.[1];
  return id === undefined ? null : Number(id);
}

/** The kernel writes blanks, commas and backslashes as three octal digits, byte by byte. */
function unescapeOctal(text: string): string {
  return text.replace(/\\([0-3][0-7]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}
