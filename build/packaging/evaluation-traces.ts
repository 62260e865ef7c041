import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

// What only evaluation builds may contain: each lets tests in, or makes a card that is none.
const evaluationOnlyStrings = [
  'COUNTERFOIL_DEBUGGING',
  'COUNTERFOIL_CAMERA_FILE',
  'COUNTERFOIL_SETTINGS',
  'remote-debugging-port=0',
  'use-fake-device-for-media-stream',
  'use-file-for-fake-video-capture',
  '__EVALUATION__',
  // The built-in printer.
  'printOnVirtualPrinter',
  'drawTray',
] as const;

/** Where in a folder one of those strings stands, as "file: string"; nothing may be found in a release. */
export async function evaluationTracesIn(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path);
    for (const string of evaluationOnlyStrings) {
      if (content.includes(string)) found.push(`${relative(folder, path)}: ${string}`);
    }
  }
  return found;
}
