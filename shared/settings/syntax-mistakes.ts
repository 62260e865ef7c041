import { nearestWord } from '../nearest-word.ts';
import { shortened } from '../start/shortened.ts';
import { placesIn } from '../text-place.ts';
import { type KeyPath, keyInWords, keysIn, knownKey } from './known-keys.ts';
import { nearestKey } from './nearest-key.ts';
import type { SettingsMistake } from './settings-mistake.ts';
import { readToml, type TomlFailure, type TomlTable } from './toml-text.ts';

/** What could be read of a text, and what of it is no TOML. `table`: null where it was lost what belongs to which table. */
export interface ReadAsFarAsItGoes {
  readonly table: TomlTable | null;
  readonly mistakes: readonly SettingsMistake[];
}

/** More of them is another kind of file. */
const MOST_MISTAKES = 50;

/** The parser's words, of the version that is pinned, in ours. A test has a text for each. */
const IN_OUR_WORDS: Readonly<Record<string, string>> = {
  'Unterminated string constant': 'a text isn’t closed by its quotation mark',
  'Unterminated table-key': 'the name of a table isn’t closed by a bracket',
  'Unterminated array': 'a list isn’t closed by a bracket',
  'Unterminated inline table': 'a table in braces isn’t closed',
  'Empty bare keys are not allowed': 'a table has no name',
  'Must be a newline': 'more stands on the line than one key and its value',
  'Expected equal (=) token': 'an equals sign is missing behind the key',
  'Unspecified values are invalid': 'a value is missing behind the equals sign',
  'Expected comma (,) token': 'a comma is missing',
  'Defining a key multiple times is invalid': 'this stands in the file twice',
  'Unexpected character': 'this is no value: a text needs quotation marks',
  'Unexpected token': 'something else is expected here',
  'The key, equals sign, and value must be on the same line': 'the line ends before its value',
  'No newlines are allowed between the curly braces unless they are valid within a value':
    'a table in braces goes over more than one line',
  'Underscores are allowed between digits': 'an underscore stands beside a digit on one side only',
  'Unexpected spaces': 'a space stands between two brackets',
  'Three or more quotes are not permitted': 'too many quotation marks stand together',
  'Unexpected invalid date': 'there is no such date',
  'Unexpected invalid time': 'there is no such time',
  'Leading zeros are not allowed': 'a number begins with a zero',
  'Trailing comma is not permitted in an inline table':
    'a comma stands before the brace that closes the table',
  'Invalid character in escape sequence':
    'a backslash begins no character here: use single quotation marks, or two backslashes',
  'Consecutive dots are not permitted in keys': 'two dots stand together in a key',
  'Keys cannot end with a dot': 'a key ends with a dot',
  'Keys cannot start with a dot': 'a key begins with a dot',
  'too many brackets': 'the file has more brackets than any settings file',
};

function inOurWords(message: string): string {
  if (message.startsWith('Control characters') || message.includes('within comments'))
    return 'a character that can’t be seen stands here';
  if (message.startsWith('Invalid code point')) return 'there is no character with this number';
  return IN_OUR_WORDS[message] ?? 'this is no TOML';
}

/**
 * Reads a text, and goes on behind a line with a key that cannot be read, as if the line were empty: so somebody who corrects a
 * file sees all of it at once. Behind a table’s name that cannot be read nobody knows whose the next keys are.
 */
export function readAsFarAsItGoes(text: string): ReadAsFarAsItGoes {
  const placeAt = placesIn(text);
  const mistakes: SettingsMistake[] = [];
  for (let rest = text; mistakes.length < MOST_MISTAKES; ) {
    const read = readToml(rest);
    if (read instanceof Map) return { table: read, mistakes };
    const { offset, message } = culprit(rest, read);
    const line = lineAround(rest, offset);
    // What is neither may be the rest of what was taken out before it.
    if (mistakes.length > 0 && !isLineOfKey(line.text) && !isLineOfTable(line.text)) break;
    mistakes.push({ ...placeAt(offset), what: inOurWords(message), ...expectedOn(text, line) });
    if (!isLineOfKey(line.text)) break;
    rest = `${rest.slice(0, line.from)}${' '.repeat(line.text.length)}${rest.slice(line.from + line.text.length)}`;
  }
  return { table: null, mistakes };
}

const NO_VALUE = 'Unspecified values are invalid';
const NOT_ON_ONE_LINE = 'The key, equals sign, and value must be on the same line';
const OPEN_TABLE_NAME = 'Unterminated table-key';

/** What is missing at the end of a line the parser notices in what comes next, perhaps lines below. */
function culprit(text: string, failure: TomlFailure): TomlFailure {
  const { offset, message } = failure;
  const before = text.slice(0, offset).trimEnd();
  if (!text.slice(before.length, offset).includes('\n') && offset < text.length) return failure;
  const line = lineAround(text, before.length).text;
  const end = { offset: before.length };
  if (/=\s*(?:#.*)?$/.test(line)) return { ...end, message: NO_VALUE };
  if ([NOT_ON_ONE_LINE, OPEN_TABLE_NAME].includes(message))
    return { ...end, message: isLineOfTable(line) ? OPEN_TABLE_NAME : NOT_ON_ONE_LINE };
  return message === 'Expected equal (=) token' ? { ...end, message } : failure;
}

interface Line {
  readonly from: number;
  readonly text: string;
}

function lineAround(text: string, offset: number): Line {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return {
    from: offset === 0 ? 0 : from,
    text: text.slice(offset === 0 ? 0 : from, end < 0 ? text.length : end),
  };
}

/** A key and an equals sign, or one word alone: whatever else there is may be the rest of a value. */
function isLineOfKey(line: string): boolean {
  return /^\s*(?:[^\s#[\]{},="'][^=]*=|"[^"]*"\s*=|'[^']*'\s*=|[\w-]+\s*$)/.test(line);
}

function isLineOfTable(line: string): boolean {
  return /^\s*\[/.test(line);
}

/** What may stand on a line, by what its key is, as far as that can be read. */
function expectedOn(text: string, line: Line): Pick<SettingsMistake, 'takes' | 'nearest'> {
  if (isLineOfTable(line.text)) {
    const tables = keysIn([]).filter(({ type }) => type === 'table');
    const names = tables.map(({ path }) => keyInWords(path));
    const written = line.text.replaceAll(/[\s[\]]/g, '');
    return {
      takes: `one of ${names.map((name) => `[${name}]`).join(', ')}`,
      nearest: names.includes(written) ? null : nearestWord(shortened(written), names),
    };
  }
  const name = /^\s*["']?([\w-]+)["']?\s*(?:=|$)/.exec(line.text)?.[1];
  if (name === undefined)
    return { takes: 'lines with key = value, with [table], and with # and a comment', nearest: null };
  const table = tableAbove(text, line);
  const known = knownKey([...table, name]);
  if (known !== undefined) return { takes: known.facts.takes, nearest: null };
  return {
    takes: `one of ${keysIn(table)
      .map(({ path }) => path.at(-1))
      .join(', ')}`,
    nearest: nearestKey(table, name),
  };
}

/** The table that a line stands in; one that is not known counts as the file itself. */
function tableAbove(text: string, { from }: Line): KeyPath {
  const names = [...text.slice(0, from).matchAll(/^\s*\[([^\][\n]+)\]/gm)].map(([, name = '']) =>
    name.trim(),
  );
  const path = (names.at(-1) ?? '').split('.').filter((step) => step !== '');
  return keysIn(path).length === 0 ? [] : path;
}
