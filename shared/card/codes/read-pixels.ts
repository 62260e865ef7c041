import type { Modules } from './code-modules.ts';

/** What the encoder gives: rows of a two-dimensional symbol, or the widths of bars and spaces of a linear one. */
type RawSymbols = readonly (
  | { readonly pixs: readonly number[]; readonly pixx: number }
  | { readonly sbs: readonly number[] }
)[];

/** The modules of a two-dimensional symbol: the encoder gives one number for each, row by row. */
export function readPixels([symbol]: RawSymbols): Modules {
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('the encoder gave no modules');
  const { pixs, pixx } = symbol;
  // Counted, because for PDF417 the encoder's own height is that of the drawing, three modules to the row.
  return Array.from({ length: pixs.length / pixx }, (_, row) =>
    Array.from({ length: pixx }, (__, column) => pixs[row * pixx + column] === 1),
  );
}

/** The modules of a linear symbol: the encoder gives the widths of bars and spaces in turn, a bar first. */
export function readBars([symbol]: RawSymbols): Modules {
  if (symbol === undefined || !('sbs' in symbol)) throw new Error('the encoder gave no bars');
  return [symbol.sbs.flatMap((width, index) => Array.from({ length: width }, () => index % 2 === 0))];
}
