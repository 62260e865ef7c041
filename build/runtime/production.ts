import { access, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { holdsVersion } from './holds-version.ts';

/** A production Electron on the disk. */
export interface InstalledElectron {
  readonly executable: string;
  readonly folder: string;
}

/** The folder of the npm package `electron`; its binary belongs into `dist` there. */
export function electronPackageFolder(): string {
  return path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));
}

/** Where the executable lies in a distribution. */
export function executableIn(folder: string, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'darwin') return path.join(folder, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return path.join(folder, platform === 'win32' ? 'electron.exe' : 'electron');
}

/**
 * The installed Electron of exactly the pinned version, or `null`. ELECTRON_OVERRIDE_DIST_PATH counts as in
 * the electron package: a site without the internet can bring the binary on a stick.
 */
export async function findInstalledElectron(
  version: string,
  overridden = process.env.ELECTRON_OVERRIDE_DIST_PATH,
): Promise<InstalledElectron | null> {
  const folder =
    overridden === undefined || overridden === '' ? path.join(electronPackageFolder(), 'dist') : overridden;
  if (!(await holdsVersion(folder, version))) return null;
  const executable = executableIn(folder);
  try {
    await access(executable, constants.X_OK);
    return { executable, folder };
  } catch {
    return null;
  }
}
