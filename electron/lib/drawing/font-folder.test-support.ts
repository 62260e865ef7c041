import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { FONT_FAMILIES, FONT_WEIGHTS, findInstalledFont, fontFileName } from './font-catalogue.ts';

/** All fonts in one folder, as a bundled application has them. */
export function makeFontFolder(path: string): string {
  mkdirSync(path, { recursive: true });
  for (const family of FONT_FAMILIES) {
    for (const weight of FONT_WEIGHTS) {
      symlinkSync(findInstalledFont(family, weight), join(path, fontFileName(family, weight)));
    }
  }
  return path;
}
