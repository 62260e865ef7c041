import { writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { keyOfPem } from '../../lib/policy-file/programme-key.ts';
import { firstStaffFileOf } from '../../lib/provisioning/first-staff-file.ts';
import { type FolderParts, folderBytes, SUBJECT } from '../../lib/provisioning/provisioning.test-support.ts';
import { verifyFolder } from '../../lib/provisioning/verify-folder.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { newProgramme, type Programme, signedPolicyFile } from '../policy/signed-policy.test-support.ts';

/** Whom the first staff of tests are for: the kiosk on this computer. */
export const HERE = { ...SUBJECT, host: hostname().toLowerCase() };

/** A kiosk that waits for its provisioning, with the program's policy and key beside each other as root puts them. */
export interface Unprovisioned {
  readonly programme: Programme;
  readonly dataFolder: string;
  readonly policyPath: string;
  readonly provisioned: true;
}

export function unprovisioned(): Unprovisioned {
  const programme = newProgramme();
  return {
    ...{ programme, dataFolder: workingFolder(), provisioned: true },
    policyPath: signedPolicyFile(programme),
  };
}

/** The bytes of a file of first staff, good but for what the test changes. */
export function firstStaffBytes(programme: Programme, change: Partial<FolderParts> = {}): Uint8Array {
  const files = folderBytes(programme, { subject: HERE, ...change });
  const key = keyOfPem(Buffer.from(programme.publicPem));
  if (!key.ok) throw new Error('no key');
  const folder = verifyFolder(files, key.value);
  if (!folder.ok || folder.value.staff === null) throw new Error('no staff');
  return firstStaffFileOf(folder.value, folder.value.staff);
}

export const waitingIn = (dataFolder: string): string => join(dataFolder, 'first-staff.json');
export const takenIn = (dataFolder: string): string => join(dataFolder, 'first-staff.json.taken');

/** Puts first staff into the data folder, as root does; answers the path. */
export function putFirstStaff({ programme, dataFolder }: Unprovisioned, bytes?: Uint8Array): string {
  const path = waitingIn(dataFolder);
  writeFileSync(path, bytes ?? firstStaffBytes(programme), { mode: 0o600 });
  return path;
}
