import { it } from 'vitest';

/** `npm test` says so; by name, in `npm run test:all` and without a protection every test and every row runs (decision 0046). */
const isShort = process.env.COUNTERFOIL_SAMPLE === '1';

/**
 * The rows of a table that differ in little: all of them, or in `npm test` one of `every` so many, from `first` on.
 * Tables that ask the same of different parts begin at different rows.
 */
export function sample<Row>(rows: readonly Row[], first: number, every = 2): readonly Row[] {
  return isShort ? rows.filter((_row, index) => index % every === first) : rows;
}

/** The rows of a table: all of them, or in `npm test` its first ones. The rest are more rows of the same rule. */
export function firstOf<Row>(rows: readonly Row[], inShort: number): readonly Row[] {
  return isShort ? rows.slice(0, inShort) : rows;
}

/** A test that `npm test` leaves out: another one there holds the same rule, by another row, nearer to the code or end to end. */
export const long = it.skipIf(isShort);

/** For a test of which each row of its group has one: `npm test` runs it in the rows that `isSampled` says. */
export const longUnless = (isSampled: boolean) => it.skipIf(isShort && !isSampled);
