import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownBackends } from './backends.ts';
import { cardPpd } from './card-printer-description.ts';
import { makeTray, type Tray } from './cards.ts';
import { type CupsPaths, cupsPaths } from './cups-configuration.ts';
import { assembleServerBin, letPass, MEMORY, makeFolders, requireTmpfs } from './cups-folders.ts';

export type VolatileFolder = 'requestRoot' | 'tempDir' | 'cacheDir';

/** Where a cupsd lives, without its configuration. */
export interface CupsPlace {
  readonly folder: string;
  readonly paths: CupsPaths;
  /** Where the backend `handover:/` drops its cards. */
  readonly tray: Tray;
  /** Where the backend `cups-pdf:/` writes its files. */
  readonly pdfFolder: string;
  /** The description of a card printer. */
  readonly ppdFile: string;
  /** Removes what lies in memory. It is done at the end of this process, too: nothing else would. */
  forget(): void;
}

/** Makes the folders of a cupsd and puts into them what it runs. */
export function makeCupsPlace(folder: string, onDisk: readonly VolatileFolder[]): CupsPlace {
  mkdirSync(folder, { recursive: true });
  const memory = mkdtempSync(join(MEMORY, 'counterfoil-cups-'));
  const remove = (): void =>
    rmSync(memory, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  process.once('exit', remove);
  requireTmpfs(memory);
  const paths = cupsPaths(folder, (which) => (onDisk.includes(which) ? folder : memory));
  letPass(folder);
  letPass(memory);
  makeFolders(paths);
  const tray = makeTray(join(folder, 'tray'));
  const pdfFolder = join(folder, 'pdf');
  mkdirSync(pdfFolder);
  chmodSync(pdfFolder, 0o777);
  assembleServerBin(paths.serverBin, ownBackends({ tray: tray.file, pdfFolder }));
  const ppdFile = join(folder, 'card.ppd');
  writeFileSync(ppdFile, cardPpd);
  return {
    folder,
    paths,
    tray,
    pdfFolder,
    ppdFile,
    forget() {
      process.off('exit', remove);
      remove();
    },
  };
}
