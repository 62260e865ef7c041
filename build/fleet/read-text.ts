import { readSmallFile } from '../../electron/lib/file-systems/small-file.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { utf8Text } from '../../shared/utf8-text.ts';

/** The text of a file of at most `most` bytes, whose path was typed. The error: a sentence. */
export function readText(path: string, most: number): Result<string, string> {
  const read = readSmallFile(path, most);
  if (!read.ok) return err(`${path} can’t be read (${read.error.kind}).`);
  const text = utf8Text(read.value);
  return text === null ? err(`${path} isn’t written in UTF-8: save it with that encoding.`) : ok(text);
}
