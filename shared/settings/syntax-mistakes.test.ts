import { expect, it } from 'vitest';
import { readAsFarAsItGoes } from './syntax-mistakes.ts';

/** For each failure of the parser a text that has it, the place, and what is said. */
const FAILURES: readonly (readonly [text: string, place: string, what: string])[] = [
  ['usb-drive = "/a', '1:16', 'a text isn’t closed by its quotation mark'],
  ["usb-drive = '''/a\n", '2:1', 'a text isn’t closed by its quotation mark'],
  ['[built-in-printer\nfolder = "/a"', '1:18', 'the name of a table isn’t closed by a bracket'],
  ['usb-drive = ["/a"\n', '2:1', 'a list isn’t closed by a bracket'],
  ['usb-drive = { a = 1', '1:20', 'a table in braces isn’t closed'],
  ['[]', '1:2', 'a table has no name'],
  ['usb-drive = "/a" "/b"', '1:18', 'more stands on the line than one key and its value'],
  ['usb-drive "/a"', '1:11', 'an equals sign is missing behind the key'],
  ['usb-drive\npolicy-file = "/a"', '1:10', 'the line ends before its value'],
  ['usb-drive =', '1:12', 'a value is missing behind the equals sign'],
  ['usb-drive = \n\n\n', '1:12', 'a value is missing behind the equals sign'],
  ['usb-drive =\npolicy-file = "/a"', '1:12', 'a value is missing behind the equals sign'],
  ['usb-drive = # soon\npolicy-file = "/a"', '1:19', 'a value is missing behind the equals sign'],
  ['usb-drive =\n"/a"\n', '1:12', 'a value is missing behind the equals sign'],
  ['usb-drive = [1 2]', '1:16', 'a comma is missing'],
  ['usb-drive = "/a"\nusb-drive = "/b"', '2:1', 'this stands in the file twice'],
  ['[built-in-printer]\n[built-in-printer]', '2:2', 'this stands in the file twice'],
  ['usb-drive = /a', '1:13', 'this is no value: a text needs quotation marks'],
  ['usb-drive = = "/a"', '1:13', 'something else is expected here'],
  ['usb-drive = {\na = 1 }', '2:1', 'a table in braces goes over more than one line'],
  ['usb-drive = 1_', '1:15', 'an underscore stands beside a digit on one side only'],
  ['[ [a]]', '1:3', 'a space stands between two brackets'],
  ['usb-drive = """/a""""""', '1:18', 'too many quotation marks stand together'],
  ['usb-drive = 2026-02-30', '1:22', 'there is no such date'],
  ['usb-drive = 25:00:00', '1:20', 'there is no such time'],
  ['usb-drive = 07', '1:13', 'a number begins with a zero'],
  ['usb-drive = { a = 1, }', '1:22', 'a comma stands before the brace that closes the table'],
  [
    'usb-drive = "C:\\Users"',
    '1:17',
    'a backslash begins no character here: use single quotation marks, or two backslashes',
  ],
  ['a..b = 1', '1:2', 'two dots stand together in a key'],
  ['usb-drive. = 1', '1:10', 'a key ends with a dot'],
  ['[.a]', '1:2', 'a key begins with a dot'],
  ['usb-drive = "\\uD800"', '1:19', 'there is no character with this number'],
  ['usb-drive = "\u0007"', '1:14', 'a character that can’t be seen stands here'],
  ['# \u0007', '1:3', 'a character that can’t be seen stands here'],
  [`a = ${'['.repeat(600)}`, '1:505', 'the file has more brackets than any settings file'],
];

it.each(FAILURES)('%j: at %s, %s', (text, place, what) => {
  const { mistakes } = readAsFarAsItGoes(text);
  expect(mistakes.map((mistake) => `${mistake.line}:${mistake.column} ${mistake.what}`)).toEqual([
    `${place} ${what}`,
  ]);
});

it('behind a line that cannot be read it goes on, and says what each of them takes', () => {
  const { table, mistakes } = readAsFarAsItGoes(
    [
      'data-foldr = /srv',
      'usb-drive = "/a',
      '[built-in-printer]',
      'seconds-per-face = 8 s',
      'folder = "/b"',
    ].join('\n'),
  );
  expect(mistakes.map(({ line, takes, nearest }) => [line, takes, nearest])).toEqual([
    [1, expect.stringMatching(/^one of data-folder, /), 'data-folder'],
    [2, 'a full path in quotes, beginning with a slash', null],
    [4, 'a number of seconds from 0 to 60', null],
  ]);
  expect([...(table?.keys() ?? [])]).toEqual(['built-in-printer']);
});

it('behind a table whose name cannot be read it does not: nobody knows whose the next keys are', () => {
  const { table, mistakes } = readAsFarAsItGoes('[built-in printer]\nfolder = "/a"\nfolder = "/b"\n');
  expect(table).toBeNull();
  expect(mistakes).toMatchObject([
    { line: 1, takes: 'one of [card-printer], [built-in-printer]', nearest: 'built-in-printer' },
  ]);
});

it('the rest of a value that was taken out is told by nobody', () => {
  const { mistakes } = readAsFarAsItGoes('usb-drive = ["/a"\n "/b",\n"/c"]\n');
  expect(mistakes).toHaveLength(1);
});
