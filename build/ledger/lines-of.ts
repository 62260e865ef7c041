import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const AT_ONCE = 1 << 20;

/** No line of an export comes near it: a million changes of keys stand in less. */
const LONGEST_LINE = 1 << 28;

/**
 * The lines of a file in UTF-8, one after another: an export can be longer than the longest text that there is. A line that no export
 * has comes in pieces. @throws what the file system throws.
 */
export function* linesOf(path: string): Generator<string, undefined> {
  const file = openSync(path, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const piece = Buffer.allocUnsafe(AT_ONCE);
    let rest = '';
    let length = readSync(file, piece);
    while (length > 0) {
      const lines = (rest + decoder.write(piece.subarray(0, length))).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
      if (rest.length > LONGEST_LINE) {
        yield rest;
        rest = '';
      }
      length = readSync(file, piece);
    }
    rest += decoder.end();
    if (rest !== '') yield rest;
  } finally {
    closeSync(file);
  }
}
