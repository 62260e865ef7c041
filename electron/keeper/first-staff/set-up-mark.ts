import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import { NOT_SET_UP_FILE } from '../../lib/provisioning/first-staff-file.ts';
import type { KioskCreation } from '../staff/set-up-calls.ts';

/** An empty file by which whoever provisions this computer knows that nobody has set the kiosk up. */
export interface SetUpMark {
  show(isSetUp: boolean): void;
}

/** That of a data folder. Without it a kiosk counts as set up, so a disk that takes no mark does no harm. */
export function createSetUpMark(dataFolder: string): SetUpMark {
  const path = join(dataFolder, NOT_SET_UP_FILE);
  return {
    show(isSetUp) {
      try {
        if (isSetUp) rmSync(path, { force: true });
        else writeFileSync(path, '', { mode: 0o600 });
      } catch (error) {
        if (!isFileSystemError(error)) throw error;
      }
    },
  };
}

/** Sets a kiosk up once its mark is gone: a power cut in between leaves a kiosk that counts as set up. */
export function markedCreation(creation: KioskCreation, mark: SetUpMark): KioskCreation {
  return {
    insertKiosk(...input) {
      mark.show(true);
      creation.insertKiosk(...input);
    },
    makeRoomAhead: creation.makeRoomAhead,
  };
}
