import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv.ts';

const textsOf = (source: string) => readCsv(source).rows.map((row) => row.map(({ text }) => text));

describe('a table of a spreadsheet', () => {
  it.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '\ufeffa,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a,,c\n', [['a', '', 'c']]],
    ['a,b,\n', [['a', 'b', '']]],
    ['\n\na\n , \n\n', [['a']]],
    ['"a, b","say ""hello""","two\nlines"\n', [['a, b', 'say "hello"', 'two\nlines']]],
    ['""\n"a"', [['a']]],
    [' a , b ', [['a', 'b']]],
    ['', []],
  ])('%j', (source, rows) => {
    expect(textsOf(source)).toEqual(rows);
  });

  it('has the place of each value, as an editor counts it', () => {
    const { rows } = readCsv('a,b\r\n"1\n2",x\nc,"d"\n');
    expect(rows.map((row) => row.map(({ line, column }) => `${line}:${column}`))).toEqual([
      ['1:1', '1:3'],
      ['2:1', '3:4'],
      ['4:1', '4:3'],
    ]);
  });

  it.each([
    ['a,"b\nc', { line: 1, column: 3 }],
    ['a\n"b"c,d', { line: 2, column: 1 }],
    ['a\nb,c"d"', { line: 2, column: 3 }],
    ['a, "b"', { line: 1, column: 3 }],
  ])('%j has a quote that is out of place', (source, place) => {
    expect(readCsv(source).faults).toMatchObject([place]);
  });

  it('is read as it was written, whatever it holds', () => {
    // Nothing at the ends of a value counts, and a row with nothing in it is none.
    const value = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => text.trim() === text && text !== '');
    const table = fc.array(fc.array(value, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const source = rows
          .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
          .join(end);
        expect(readCsv(source).faults).toEqual([]);
        expect(textsOf(source)).toEqual(rows);
      }),
    );
  });
});
