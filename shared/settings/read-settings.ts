import type { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { shortened } from '../start/shortened.ts';
import { placesIn, type TextPlace } from '../text-place.ts';
import { utf8Text } from '../utf8-text.ts';
import type { SettingsPlatform } from './full-path.ts';
import { type KeyPath, keyInWords, keysIn, knownKey } from './known-keys.ts';
import { nearestKey } from './nearest-key.ts';
import type { SettingsMistake } from './settings-mistake.ts';
import { type Settings, settingsSchemas } from './settings-schema.ts';
import { readAsFarAsItGoes } from './syntax-mistakes.ts';
import { entryAt, plainOf, type TomlEntry, type TomlTable } from './toml-text.ts';

/** A settings file has some hundred lines. A film that somebody has put there is not read. */
export const MOST_SETTINGS_BYTES = 64 * 1024;

/** Reads a settings file. The error: everything that is wrong with it, in the order of its lines; never nothing. */
export function readSettings(
  bytes: Uint8Array,
  platform: SettingsPlatform,
): Result<Settings, readonly SettingsMistake[]> {
  const text = textOf(bytes);
  if (!text.ok) return err([text.error]);
  const { table, mistakes } = readAsFarAsItGoes(text.value);
  if (table === null) return err(inOrder(mistakes));
  const parsed = settingsSchemas[platform].safeParse(plainOf(table), { jitless: true });
  if (parsed.success && mistakes.length === 0) return ok(parsed.data);
  const schemaMistakes = parsed.success ? [] : mistakesOf(parsed.error, table, text.value);
  // A key that cannot be read is not one that is missing.
  const told = mistakes.length === 0 ? schemaMistakes : schemaMistakes.filter(({ isMissing }) => !isMissing);
  return err(inOrder([...mistakes, ...told.map(({ mistake }) => mistake)]));
}

function inOrder(mistakes: readonly SettingsMistake[]): readonly SettingsMistake[] {
  return mistakes.toSorted((one, other) => one.line - other.line || one.column - other.column);
}

/** UTF-8, with or without the mark that some editors put in front of it. */
function textOf(bytes: Uint8Array): Result<string, SettingsMistake> {
  const whole = utf8Text(bytes);
  if (whole !== null) return ok(whole);
  // No character of UTF-8 has a line feed in it, so each line can be tried by itself.
  let [line, from] = [1, 0];
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, from)) {
    if (utf8Text(bytes.subarray(from, end)) === null) break;
    [line, from] = [line + 1, end + 1];
  }
  return err({
    ...{ line, column: 1, what: 'this line isn’t written in UTF-8' },
    ...{ takes: 'a file that was saved with the encoding UTF-8', nearest: null },
  });
}

interface SchemaMistake {
  readonly isMissing: boolean;
  readonly mistake: SettingsMistake;
}

function mistakesOf(error: z.ZodError, table: TomlTable, text: string): readonly SchemaMistake[] {
  const placeAt = placesIn(text);
  return error.issues.flatMap((issue): readonly SchemaMistake[] => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((name) => ({
        isMissing: false,
        mistake: unknownKey(path, name, placeAt(entryAt(table, [...path, name])?.key.from ?? 0)),
      }));
    const takes = knownKey(path)?.facts.takes ?? 'keys and their values';
    const entry = entryAt(table, path);
    if (entry === undefined) {
      const above = path.length > 1 ? entryAt(table, path.slice(0, -1)) : undefined;
      const place = placeAt(above?.key.from ?? 0);
      return [
        {
          isMissing: true,
          mistake: { ...place, what: `${keyInWords(path)} is missing`, takes, nearest: null },
        },
      ];
    }
    return [{ isMissing: false, mistake: wrongValue(path, entry, takes, { placeAt, text }) }];
  });
}

function wrongValue(
  path: KeyPath,
  { key, value, holds }: TomlEntry,
  takes: string,
  { placeAt, text }: { readonly placeAt: (offset: number) => TextPlace; readonly text: string },
): SettingsMistake {
  // What stands behind an equals sign is shown as it was written; a table with a line of its own has only its name.
  const isWritten = value.from > key.from;
  const table = holds.kind === 'list' ? 'a list of tables' : 'a table';
  const written = isWritten ? shortened(text.slice(value.from, value.to), LONGEST_VALUE) : table;
  return {
    ...placeAt(isWritten ? value.from : key.from),
    ...{ what: `${keyInWords(path)} is ${written}`, takes, nearest: null },
  };
}

/** A screen has room for so much of each of three. */
const LONGEST_VALUE = 60;

/** As in the file: in quotes where TOML wants them. */
function asWritten(name: string): string {
  const short = shortened(name, LONGEST_VALUE);
  return /^[\w-]+…?$/.test(short) ? short : JSON.stringify(short);
}

function unknownKey(table: KeyPath, name: string, place: TextPlace): SettingsMistake {
  const names = keysIn(table).map(({ path }) => path.at(-1));
  const where = table.length === 0 ? '' : ` in [${table.join('.')}]`;
  return {
    ...place,
    what: `unknown key ${asWritten(name)}${where}`,
    takes: `one of ${names.join(', ')}`,
    nearest: nearestKey(table, name),
  };
}
