import { dirname, join } from 'node:path';
import { FIRST_STAFF_FILE, NEXT_FIRST_STAFF_FILE } from '../lib/provisioning/first-staff-file.ts';
import { NEXT_FOLDER, READY_FILE, RECORD_FILE } from '../lib/provisioning/look-at-provisioning.ts';

/** Where a provisioning is put on this computer. */
export interface Places {
  /** Root's own: settings, policy, key, and the record of what was applied. */
  readonly settingsFolder: string;
  readonly policy: string;
  readonly programKey: string;
  readonly record: string;
  /** Where the next ones are written. */
  readonly next: string;
  /** All of the next ones are on the disk. */
  readonly ready: string;
  /** Where the next first staff were put, so that they are found again. */
  readonly plan: string;
}

/** The places beside a settings file. */
export function placesBeside(settings: string): Places {
  const settingsFolder = dirname(settings);
  const next = join(settingsFolder, NEXT_FOLDER);
  return {
    settingsFolder,
    policy: join(settingsFolder, 'policy.json'),
    programKey: join(settingsFolder, 'program-key.pem'),
    record: join(settingsFolder, RECORD_FILE),
    next,
    ready: join(next, READY_FILE),
    plan: join(next, 'plan.json'),
  };
}

/** First staff in a data folder: where the kiosk takes them, and where they lie until all is ready. */
export function staffIn(dataFolder: string): { readonly waiting: string; readonly next: string } {
  return { waiting: join(dataFolder, FIRST_STAFF_FILE), next: join(dataFolder, NEXT_FIRST_STAFF_FILE) };
}
