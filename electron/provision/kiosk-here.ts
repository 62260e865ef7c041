import { lstatSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AppliedProvisioning } from '../../shared/provisioning/applied.ts';
import type { SettingsPlatform } from '../../shared/settings/full-path.ts';
import { MOST_SETTINGS_BYTES, readSettings } from '../../shared/settings/read-settings.ts';
import { isFileSystemError } from '../lib/file-systems/file-system-error.ts';
import { readProtectedFile } from '../lib/file-systems/protected-file.ts';
import { NOT_SET_UP_FILE, VAULT_FILE } from '../lib/provisioning/first-staff-file.ts';

/**
 * Whether a data folder is that of a kiosk that somebody has set up, or may have. Only the kiosk opens its vault; a vault of which it
 * says nothing may be one of a kiosk that is set up. @throws what the disk says.
 */
export function mayBeSetUp(folder: string): boolean {
  return sizeOf(join(folder, VAULT_FILE)) > 0 && sizeOf(join(folder, NOT_SET_UP_FILE)) === -1;
}

/**
 * Another data folder than this one, in which this computer's kiosk has its data by root's record or by the settings in place; null:
 * there is none. @throws what the disk says.
 */
export function kioskElsewhere(
  dataFolder: string,
  settings: {
    readonly path: string;
    readonly owners: readonly number[];
    readonly platform: SettingsPlatform;
  },
  before: AppliedProvisioning | null,
): string | null {
  const file = readProtectedFile(settings.path, settings.owners, MOST_SETTINGS_BYTES);
  const inPlace = file.ok ? readSettings(file.value, settings.platform) : null;
  const named = inPlace?.ok === true ? [inPlace.value['data-folder']] : [];
  const known = before === null ? named : [before.dataFolder, ...named];
  const others = known.map((each) => resolve(each)).filter((each) => each !== resolve(dataFolder));
  return others.find(mayBeSetUp) ?? null;
}

/** Bytes; -1: nothing is there. */
function sizeOf(path: string): number {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.size ?? -1;
  } catch (error) {
    // Above it is a file.
    if (isFileSystemError(error) && error.code === 'ENOTDIR') return -1;
    throw error;
  }
}
