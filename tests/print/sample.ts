/**
 * The rows of a table that differ in little: all of them, or in `npm test` every second one from `first` on. What one
 * table leaves out, another has where they cross: a trouble at the printer itself, on a queue, while a card is read.
 */
export function sample<Row>(rows: readonly Row[], first: 0 | 1): readonly Row[] {
  return process.env.COUNTERFOIL_SAMPLE === '1' ? rows.filter((_row, index) => index % 2 === first) : rows;
}
