import type { Row } from './row.ts';
import { ACCOUNT_ROWS } from './rows/account.ts';
import { FILE_ROWS } from './rows/files.ts';
import { KERNEL_ROWS } from './rows/kernel.ts';
import { MEMORY_ROWS } from './rows/memory.ts';
import { NETWORK_ROWS } from './rows/network.ts';
import type { Unit } from './units.ts';

/** One for each line of the package's units that shuts something. */
export const ROWS: readonly Row[] = [
  ...NETWORK_ROWS,
  ...FILE_ROWS,
  ...MEMORY_ROWS,
  ...ACCOUNT_ROWS,
  ...KERNEL_ROWS,
];

/** Each line of each unit by itself: the unit, how the line begins, and its row. */
export const CASES: readonly (readonly [Unit, string, Row])[] = ROWS.flatMap((row) =>
  row.units.map((unit) => [unit, row.line, row] as const),
);
