import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { SettingsFile } from '../../../shared/contract/configuration.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { StartProblem } from '../../../shared/start/start-problem.ts';
import { keyPath, readKeyFile } from '../../lib/policy-file/programme-key.ts';
import {
  type FirstStaff,
  type FirstStaffRefusal,
  readFirstStaff,
} from '../../lib/provisioning/first-staff-file.ts';
import { lastRefusal } from '../../lib/provisioning/run-folder.ts';
import { KIOSK_FILES } from '../data-folder/kiosk-files.ts';
import { readWaitingFile, type UnprotectedFile } from './waiting-file.ts';

/** What waits for this kiosk, or was taken by a start that was cut off. What was taken may have been used, and half overwritten. */
export type WaitingStaff =
  | { readonly as: 'waiting'; readonly people: FirstStaff }
  | { readonly as: 'taken'; readonly people: Result<FirstStaff, FirstStaffFailure> };

/** Why a kiosk does not start with the first staff that it has, or hasn't. Nothing was changed. */
export type FirstStaffFailure =
  | UnprotectedFile
  | (Pick<Extract<StartProblem, { readonly kind: 'wrong-first-staff' }>, 'why' | 'reason'> & {
      readonly kind: 'wrong';
    })
  /** A provisioning is to set the kiosk up, and none has. `refused`: the exit code of the last one, if it was refused. */
  | { readonly kind: 'not-provisioned'; readonly refused: number | null }
  /** The kiosk is set up. */
  | { readonly kind: 'needless' };

/** Whether a provisioning sets a kiosk up, and beside which settings. */
interface KindOfKiosk {
  readonly provisioned: boolean;
  readonly settingsFile: SettingsFile | null;
}

/** Where a kiosk's first staff come from. */
export interface FirstStaffSource extends KindOfKiosk {
  readonly dataFolder: string;
  /** The program's key lies beside it. */
  readonly policyPath: string;
  /** What this computer is called. */
  readonly host: string;
}

/**
 * Looks for first staff, before a vault is made: root gives first staff to a kiosk that has none. Null: nobody waits. That they
 * are the program's is judged by the key that root put beside the policy.
 */
export async function firstStaffAtStart({
  dataFolder,
  policyPath,
  provisioned,
  settingsFile,
  host,
}: FirstStaffSource): Promise<Result<WaitingStaff | null, FirstStaffFailure>> {
  const file = readWaitingFile(dataFolder);
  if (!file.ok) return file;
  if (file.value === null)
    return provisioned && !isVaultThere(dataFolder) ? err(notProvisioned(settingsFile)) : ok(null);
  const key = readKeyFile(keyPath(policyPath));
  if (!key.ok) return err({ kind: 'wrong', why: 'no-key', reason: key.error.kind });
  if (key.value === null) return err({ kind: 'wrong', why: 'no-key', reason: 'missing' });
  const { as, bytes } = file.value;
  const read = await readFirstStaff(bytes, key.value, host);
  const people = read.ok ? read : err(whyWrong(read.error));
  // Beside a vault the kiosk may be set up by it, and then it is only to be removed.
  if (as === 'taken' && isVaultThere(dataFolder)) return ok({ as, people });
  return people.ok ? ok(as === 'taken' ? { as, people } : { as, people: people.value }) : people;
}

/** What a start does with first staff. */
export type FirstStaffStep =
  | { readonly kind: 'none' }
  | { readonly kind: 'set-up'; readonly people: FirstStaff; readonly as: WaitingStaff['as'] }
  /** They set this kiosk up, and the power went before the file did. */
  | { readonly kind: 'forget' };

/** What this start does with them, once it is known whether the kiosk is set up. */
export function firstStaffStep(
  waiting: WaitingStaff | null,
  { isSetUp, provisioned, settingsFile }: { readonly isSetUp: boolean } & KindOfKiosk,
): Result<FirstStaffStep, FirstStaffFailure> {
  if (waiting === null)
    return provisioned && !isSetUp ? err(notProvisioned(settingsFile)) : ok({ kind: 'none' });
  if (waiting.as === 'waiting')
    return isSetUp ? err({ kind: 'needless' }) : ok({ kind: 'set-up', ...waiting });
  if (isSetUp) return ok({ kind: 'forget' });
  const { people } = waiting;
  return people.ok ? ok({ kind: 'set-up', as: 'taken', people: people.value }) : people;
}

function notProvisioned(settingsFile: SettingsFile | null): FirstStaffFailure {
  return {
    kind: 'not-provisioned',
    refused: settingsFile === null ? null : lastRefusal(settingsFile.path),
  };
}

function whyWrong(refusal: FirstStaffRefusal): FirstStaffFailure {
  const { kind: reason } = refusal;
  switch (refusal.kind) {
    case 'other-computer':
      return { kind: 'wrong', why: 'other-computer', reason: refusal.host };
    case 'wrong-roster':
    case 'unfit-roster':
    case 'newer-format':
      return { kind: 'wrong', why: 'unfit', reason };
    default:
      return { kind: 'wrong', why: 'not-signed', reason };
  }
}

/** An empty file is as good as none. */
function isVaultThere(dataFolder: string): boolean {
  return (statSync(join(dataFolder, KIOSK_FILES.vault), { throwIfNoEntry: false })?.size ?? 0) > 0;
}
