import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryFolder } from '../../build/kiosk/launch-keeper.ts';
import { pngOf, type Screenshot } from '../support/display/screenshot.ts';

/** Numbered pictures of a run, in out/rehearsal. */
export interface Gallery {
  keep(name: string, screenshot: Screenshot): void;
}

/** Empties the folder: it never shows two runs at once. */
export function openGallery(): Gallery {
  const folder = join(repositoryFolder, 'out', 'rehearsal');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let pictures = 0;
  return {
    keep(name, screenshot) {
      pictures += 1;
      writeFileSync(join(folder, `${String(pictures).padStart(2, '0')}-${name}.png`), pngOf(screenshot));
    },
  };
}
