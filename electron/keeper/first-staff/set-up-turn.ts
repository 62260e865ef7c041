import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { SettingsFile } from '../../../shared/contract/configuration.ts';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import { FIRST_STAFF_FILE, NEXT_FIRST_STAFF_FILE } from '../../lib/provisioning/first-staff-file.ts';
import {
  lookAtProvisioning,
  type Unfinished,
  whyUnsettled,
} from '../../lib/provisioning/look-at-provisioning.ts';
import type { KioskIdentity } from '../kiosk/kiosk-row.ts';
import { createSetUpMark } from './set-up-mark.ts';

/** Sees to it that a kiosk is set up once: by whoever stands before it, or by its provisioning. */
export interface SetUpTurn {
  /** Shows root by the mark whether the kiosk is set up; gives a turn back that came to nothing. */
  tell(): void;
  /** Takes the turn for people who stand here. False: a provisioning has come, or may have. */
  takeByHand(): boolean;
  /** Takes the turn for first staff that waited when this keeper began. A problem: others may be coming, or came. */
  takeForFirstStaff(): Unfinished | null;
}

/** Where a kiosk has its data, and by which settings. */
interface KioskPlace {
  readonly dataFolder: string;
  readonly settingsFile: SettingsFile | null;
}

/**
 * The turn of one kiosk. Whoever takes it first removes the mark, then looks for what root has put here; root looks for the
 * mark once its first staff lie here. So of two that come at a time at least one sees the other.
 */
export function createSetUpTurn(
  { dataFolder, settingsFile }: KioskPlace,
  kiosk: { read(): KioskIdentity | null },
): SetUpTurn {
  const mark = createSetUpMark(dataFolder);
  const next = join(dataFolder, NEXT_FIRST_STAFF_FILE);
  const tell = (): void => mark.show(kiosk.read() !== null);

  function hasProvisioningCome(): boolean {
    if (isThere(next) || isThere(join(dataFolder, FIRST_STAFF_FILE))) return true;
    if (settingsFile === null) return false;
    const look = lookAtProvisioning(settingsFile.path);
    return look.kind !== 'settled' || look.record !== null;
  }

  function whatCameSince(): Unfinished | null {
    if (isThere(next))
      return { kind: 'unfinished-provisioning', why: 'marked', path: next, reason: 'next first staff' };
    return settingsFile === null ? null : whyUnsettled(settingsFile.path, settingsFile.record);
  }

  return {
    tell,
    takeByHand() {
      mark.show(true);
      if (!hasProvisioningCome()) return true;
      tell();
      return false;
    },
    takeForFirstStaff() {
      mark.show(true);
      const came = whatCameSince();
      if (came !== null) tell();
      return came;
    },
  };
}

/** What can't be looked for may be there. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (isFileSystemError(error)) return true;
    throw error;
  }
}
