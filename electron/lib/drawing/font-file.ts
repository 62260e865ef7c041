import { closeSync, openSync, readSync } from 'node:fs';

const DIRECTORY_ENTRY_BYTES = 16;
const HEADER_BYTES = 12;

function readExactly(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (readSync(file, bytes, 0, length, position) !== length) throw new Error('the font file ends too early');
  return bytes;
}

/**
 * One table of a TrueType file, read by itself: knowing what the 10 MB Chinese font covers costs a hundred
 * kilobytes, and most days nobody needs the rest.
 */
export function readFontTable(path: string, tag: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const tables = readExactly(file, 0, HEADER_BYTES).readUInt16BE(4);
    const directory = readExactly(file, HEADER_BYTES, tables * DIRECTORY_ENTRY_BYTES);
    for (let at = 0; at < directory.length; at += DIRECTORY_ENTRY_BYTES) {
      if (directory.toString('latin1', at, at + 4) !== tag) continue;
      return readExactly(file, directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12));
    }
    throw new Error(`${path} has no table ${tag}`);
  } finally {
    closeSync(file);
  }
}
