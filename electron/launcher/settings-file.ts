import { err, type Result, unreachable } from '../../shared/result.ts';
import { MOST_SETTINGS_BYTES } from '../../shared/settings/read-settings.ts';
import type { StartProblem } from '../../shared/start/start-problem.ts';
import { readProtectedFile } from '../lib/file-systems/protected-file.ts';

/** Why a settings file is not even read. */
export type SettingsFileProblem = Extract<
  StartProblem,
  { readonly kind: 'no-settings' | 'unprotected-settings' | 'unreadable-settings' }
>;

/**
 * The bytes of the settings file, if nobody but its `owners` (user ids) can change it. A settings file says where the vault
 * lies and what a kiosk trusts.
 */
export function readSettingsFile(
  path: string,
  owners: readonly number[],
): Result<Uint8Array, SettingsFileProblem> {
  const read = readProtectedFile(path, owners, MOST_SETTINGS_BYTES);
  if (read.ok) return read;
  const failure = read.error;
  switch (failure.kind) {
    case 'missing':
      return err({ kind: 'no-settings', path });
    case 'unprotected':
      return err({ ...failure, kind: 'unprotected-settings' });
    case 'unreadable':
      return err({ ...failure, kind: 'unreadable-settings' });
    default:
      return unreachable(failure);
  }
}
