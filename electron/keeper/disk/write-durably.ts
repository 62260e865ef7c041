import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** Written and on the stick when it returns: people pull sticks out at once. @throws the file system's errors. */
export function writeDurably(path: string, parts: Iterable<string>): void {
  const file = openSync(path, 'w', 0o600);
  try {
    for (const part of parts) writeSync(file, part);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
