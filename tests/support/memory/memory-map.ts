/** One line of `/proc/PID/maps`. Addresses are byte addresses, `end` is the first one behind. */
export interface Region {
  readonly start: number;
  readonly end: number;
  readonly readable: boolean;
  /** Writes are seen by whoever else has it mapped. */
  readonly shared: boolean;
  /** The mapped file, "[heap]", "[stack]" or "" for anonymous memory. */
  readonly name: string;
}

/** The kernel's own pages: reading them fails, and no program can write to them. */
const KERNEL_REGIONS: ReadonlySet<string> = new Set(['[vvar]', '[vvar_vclock]', '[vsyscall]']);

/**
 * Reads the text of `/proc/PID/maps` into the regions worth reading: readable, not the kernel's, and at
 * addresses that a number holds exactly (only vsyscall lies beyond 2^53). Throws on a line it does not know.
 */
export function parseMaps(text: string): readonly Region[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map(parseLine)
    .filter(({ readable, end, name }) => readable && Number.isSafeInteger(end) && !KERNEL_REGIONS.has(name));
}

function parseLine(line: string): Region {
  const match = /^([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ \S+ *(.*)$/.exec(line);
  if (!match) throw new Error(`not a line of /proc/PID/maps: ${line}`);
  const [, start = '', end = '', permissions = '', name = ''] = match;
  return {
    start: Number.parseInt(start, 16),
    end: Number.parseInt(end, 16),
    readable: permissions.startsWith('r'),
    shared: permissions.endsWith('s'),
    name,
  };
}
