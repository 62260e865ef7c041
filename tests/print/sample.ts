import { it } from 'vitest';

/**
 * The rows of a table that differ in little: all of them, or in `npm test` one of `every` so many, from `first` on.
 * Tables that ask the same of different printers begin at different rows.
 */
export function sample<Row>(rows: readonly Row[], first: number, every = 2): readonly Row[] {
  return process.env.COUNTERFOIL_SAMPLE === '1'
    ? rows.filter((_row, index) => index % every === first)
    : rows;
}

/** A test that `npm test` leaves out: another one there holds the same rule, on another printer or by another way. */
export const long = it.skipIf(process.env.COUNTERFOIL_SAMPLE === '1');
