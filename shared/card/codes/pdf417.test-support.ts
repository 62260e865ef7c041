import { widthsOf } from './code-128.test-support.ts';

/** ISO/IEC 15438, 5.3.2 and 5.3.3: widths of the start and the stop pattern. */
const START = '81111113';
const STOP = '711311121';
const CODEWORD_WIDTHS = 8;
const CODEWORD_MODULES = 17;

/** One row of a PDF417 symbol: its codewords' widths, the row indicators among them, and the cluster of each. */
export interface Pdf417Row {
  readonly codewords: readonly string[];
  readonly clusters: readonly number[];
}

/** Takes a row of modules apart by the standard. Throws where start, stop or the form of a codeword is wrong. */
export function readPdf417Row(row: readonly boolean[]): Pdf417Row {
  const widths = widthsOf(row);
  const text = widths.join('');
  if (!text.startsWith(START) || !text.endsWith(STOP)) throw new Error(`no start or stop: ${text}`);
  const inner = widths.slice(START.length, -STOP.length);
  if (inner.length % CODEWORD_WIDTHS !== 0) throw new Error('half a codeword');
  const codewords = Array.from({ length: inner.length / CODEWORD_WIDTHS }, (_, index) =>
    inner.slice(index * CODEWORD_WIDTHS, (index + 1) * CODEWORD_WIDTHS),
  );
  for (const codeword of codewords) {
    const modules = codeword.reduce((sum, width) => sum + width, 0);
    if (modules !== CODEWORD_MODULES || codeword.some((width) => width > 6)) throw new Error('no codeword');
  }
  return {
    codewords: codewords.map((codeword) => codeword.join('')),
    // 5.3.1: the widths of the four bars say to which of the clusters 0, 3 and 6 a codeword belongs.
    clusters: codewords.map(([b1 = 0, , b2 = 0, , b3 = 0, , b4 = 0]) => (b1 - b2 + b3 - b4 + 9) % 9),
  };
}
