import { dirname, join } from 'node:path';
import { SETTINGS_FILE } from '../../../shared/settings/settings-place.ts';
import { readSmallFile } from '../file-systems/small-file.ts';

/**
 * Root's own, which everybody may look into: in memory, so that it knows nothing of what was before this computer's start. No unit
 * has it as its own: it would go with the unit, and what the kiosk is to read would go with it.
 */
const RUN_FOLDER = '/run/counterfoil-provision-state';

/** Where runs of `counterfoil provision` beside these settings leave their lock, and what came of the last one. */
export function runFolderOf(settingsPath: string): string {
  // An evaluation package that is told other settings has whoever runs it write beside them.
  return settingsPath === SETTINGS_FILE ? RUN_FOLDER : join(dirname(settingsPath), 'provisioning.run');
}

/** In that folder: the exit code of the last run, if it refused a folder. No name, and no time. */
export const REFUSED_FILE = 'refused';

/** What is in that file. */
export function refusedText(code: number): string {
  return `${code}\n`;
}

/** With which exit code the last provisioning beside these settings was refused; null: it wasn't, or none is known. */
export function lastRefusal(settingsPath: string): number | null {
  const read = readSmallFile(join(runFolderOf(settingsPath), REFUSED_FILE), 16);
  const text = read.ok ? Buffer.from(read.value).toString('latin1') : '';
  return /^\d{2,3}\n$/.test(text) ? Number.parseInt(text, 10) : null;
}
