import { unescapeOctal } from '../../octal-escapes.ts';

/** A line of /proc/swaps. */
export interface Swap {
  /** The device or the file. */
  readonly path: string;
  /** `partition` or `file`. */
  readonly type: string;
}

/** What /proc/swaps has (mm/swapfile.c `swap_show`). `unread`: how many lines have another shape. */
export interface SwapTable {
  readonly swaps: readonly Swap[];
  readonly unread: number;
}

/** Reads /proc/swaps: a line of headings, then a line for each area that is in use. */
export function parseSwaps(text: string): SwapTable {
  const lines = text
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '');
  const swaps = lines.flatMap((line): readonly Swap[] => {
    const [, path, type] = /^(\S+)\s+(\S+)\s+\d+\s+\d+\s+-?\d+\s*$/.exec(line) ?? [];
    return path === undefined || type === undefined ? [] : [{ path: unescapeOctal(path), type }];
  });
  return { swaps, unread: lines.length - swaps.length };
}
