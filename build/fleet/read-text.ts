import { readSmallFile } from '../../electron/lib/file-systems/small-file.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/** The text of a file of at most `most` bytes, whose path was typed. The error: a sentence. */
export function readText(path: string, most: number): Result<string, string> {
  const read = readSmallFile(path, most);
  if (!read.ok) return err(`${path} can’t be read (${read.error.kind}).`);
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(read.value));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return err(`${path} isn’t written in UTF-8: save it with that encoding.`);
  }
}
