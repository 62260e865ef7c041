/** `npm run test:all`. */
export const isLong = process.env.COUNTERFOIL_ALL === '1';

/** All rows of a table in the long run; otherwise its first ones: the rest are more rows of the same rule (decision 0046). */
export function rowsOf<Row>(table: readonly Row[], inShort: number): readonly Row[] {
  return isLong ? table : table.slice(0, inShort);
}
