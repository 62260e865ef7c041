import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * The product's own program that seals a record, as one that stands still once: when it has put the record together and begins
 * to encrypt it (age draws a file key first). What it knows of a person is there for milliseconds otherwise. Answers its path.
 */
export function heldProduction(programPath: string): string {
  const folder = join(dirname(fileURLToPath(import.meta.url)), 'held');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'production.mjs');
  writeFileSync(
    path,
    [
      // Its modules draw bytes as well when they are loaded.
      `await import(${JSON.stringify(pathToFileURL(programPath).href)});`,
      'const { crypto } = globalThis;',
      'const { getRandomValues } = crypto;',
      'crypto.getRandomValues = (bytes) => {',
      '  delete crypto.getRandomValues;',
      "  process.kill(process.pid, 'SIGSTOP');",
      '  return getRandomValues.call(crypto, bytes);',
      '};',
      '',
    ].join('\n'),
  );
  return path;
}
