import type { TextPlace } from '../../shared/text-place.ts';

/** One value of a table, and where it begins. */
export interface Cell extends TextPlace {
  readonly text: string;
}

/** What is wrong at one place of a table. */
export interface CsvFault extends TextPlace {
  readonly what: string;
}

/** A table as spreadsheets write it (RFC 4180): commas, quotes around what needs them, the first row is the heading. */
export interface CsvText {
  readonly rows: readonly (readonly Cell[])[];
  readonly faults: readonly CsvFault[];
}

/** A value in quotes, in which two quotes stand for one; or all up to a comma or the end of the line. */
const VALUE = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
const AFTER = /,|\r\n|\n|\r|$/y;

/** Reads such a table. Lines with nothing in them are left out. */
export function readCsv(text: string): CsvText {
  const source = text.replace(/^\ufeff/, '');
  const rows: Cell[][] = [];
  const faults: CsvFault[] = [];
  let row: Cell[] = [];
  let [line, lineStart] = [1, 0];
  for (let at = 0; at <= source.length; ) {
    const place = { line, column: at - lineStart + 1 };
    VALUE.lastIndex = at;
    const [whole = '', quoted, plain = ''] = VALUE.exec(source) ?? [];
    row.push({ ...place, text: (quoted?.replaceAll('""', '"') ?? plain).trim() });
    for (const [index, each] of [...whole].entries())
      if (each === '\n') [line, lineStart] = [line + 1, at + index + 1];
    at += whole.length;
    AFTER.lastIndex = at;
    const separator = AFTER.exec(source)?.[0];
    if (separator === undefined) {
      faults.push({ ...place, what: 'a quote is not closed, or something stands beside a closed one' });
      break;
    }
    at += separator.length;
    if (separator === ',') continue;
    if (row.some((cell) => cell.text !== '')) rows.push(row);
    row = [];
    [line, lineStart] = [line + 1, at];
    if (separator === '') break;
  }
  return { rows, faults };
}
