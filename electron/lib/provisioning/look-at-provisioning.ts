import { type BigIntStats, lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unreachable } from '../../../shared/result.ts';
import type { StartProblem } from '../../../shared/start/start-problem.ts';
import { isFileSystemError } from '../file-systems/file-system-error.ts';

/** What is next, beside the settings that are in force. On one file system with them, so that each file changes in one step. */
export const NEXT_FOLDER = 'provisioning.next';

/** In that folder. All of it is on the disk then, and is put in place, whatever happens. */
export const READY_FILE = 'ready';

/** Root's record of what was applied last. It lies beside the settings, and is the last that changes with them. */
export const RECORD_FILE = 'provisioned.json';

/** What the kiosk's account sees of a provisioning beside its settings. */
type ProvisioningLook =
  /** None is being put in place. `record`: names root's record as it lies there now; null: there is none. */
  { readonly kind: 'settled'; readonly record: string | null } | Unfinished;

/** Why nobody may go by settings, or go on with what was read of them. */
export type Unfinished = Extract<StartProblem, { readonly kind: 'unfinished-provisioning' }>;

/** Looks whether a provisioning is being put in place beside a settings file, there or not, and which one was last. */
export function lookAtProvisioning(settingsPath: string): ProvisioningLook {
  const folder = dirname(settingsPath);
  const [mark, record] = [join(folder, NEXT_FOLDER, READY_FILE), join(folder, RECORD_FILE)];
  let path = mark;
  try {
    if (statsOf(mark) !== undefined) return unfinished('marked', mark, 'marked');
    path = record;
    const found = statsOf(record);
    // Each provisioning puts a new file there: the same words written anew are another record.
    return { kind: 'settled', record: found === undefined ? null : `${found.ino} ${found.mtimeNs}` };
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return unfinished('not-read', path, error.code);
  }
}

/**
 * Whether what was read when the record was named so belongs together with what lies beside the settings now; null: it does. Settings,
 * policy, key and first staff of which some are old and some are new are those of nobody.
 */
export function whyUnsettled(settingsPath: string, record: string | null): Unfinished | null {
  const look = lookAtProvisioning(settingsPath);
  switch (look.kind) {
    case 'unfinished-provisioning':
      return look;
    case 'settled':
      return look.record === record
        ? null
        : unfinished('changed', join(dirname(settingsPath), RECORD_FILE), 'changed');
    default:
      return unreachable(look);
  }
}

function unfinished(why: Unfinished['why'], path: string, reason: string): Unfinished {
  return { kind: 'unfinished-provisioning', why, path, reason };
}

function statsOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    // A file where the folder of what is next would be: there is none.
    if (isFileSystemError(error) && error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
