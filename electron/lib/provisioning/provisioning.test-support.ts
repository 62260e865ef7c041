import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedFile } from '../../../shared/provisioning/provisioning-files.ts';
import type { Roster } from '../../../shared/provisioning/roster.ts';
import { workingFolder } from '../../keeper/database/temporary-files.test-support.ts';
import { policyOfTests } from '../../keeper/policy/policy.test-support.ts';
import { newProgramme, type Programme } from '../../keeper/policy/signed-policy.test-support.ts';
import { signPolicy } from '../policy-file/policy-signature.ts';
import { keyOfPem, type ProgrammeKey } from '../policy-file/programme-key.ts';
import type { FolderBytes } from './read-folder.ts';
import { type ManifestSubject, signFolder } from './sign-folder.ts';

/** Whom the folders of tests are for. */
export const SUBJECT: ManifestSubject = {
  kiosk: 'Harbor Library 1',
  host: 'counter-017',
  number: 7,
  issued: '2026-11-24',
  validUntil: '2026-12-31',
};

export const ROSTER: Roster = {
  format: 1,
  staff: [
    { name: 'Marisol Tidewater', role: 'supervisor', firstPassphrase: 'copper lantern orbit thimble' },
    { name: 'Ottoline Quarry', role: 'supervisor', firstPassphrase: 'marble gondola drizzle oyster' },
    { name: 'Anselm Brightwater', role: 'clerk', firstPassphrase: 'velvet anchor mosaic pebble' },
  ],
};

/** What a folder of tests brings; each can be another. */
export interface FolderParts {
  readonly programme: Programme;
  readonly settings: string;
  readonly policy: string;
  /** By another key than the program's, where a test wants that. */
  readonly policySignedBy: Programme;
  readonly programKey: string;
  /** The text of staff.json; null: there is none. */
  readonly staff: string | null;
  readonly subject: ManifestSubject;
}

export const SETTINGS = 'data-folder = "/var/lib/counterfoil"\nprovisioned = true\n';

/** The files of a provisioning folder that is good but for what the test changes. */
export function folderBytes(programme: Programme, change: Partial<FolderParts> = {}): FolderBytes {
  const parts: FolderParts = {
    programme,
    settings: SETTINGS,
    policy: JSON.stringify(policyOfTests),
    policySignedBy: programme,
    programKey: programme.publicPem,
    staff: JSON.stringify(ROSTER),
    subject: SUBJECT,
    ...change,
  };
  const policy = Buffer.from(parts.policy);
  const contents = new Map<ListedFile, Uint8Array>([
    ['settings.toml', Buffer.from(parts.settings)],
    ['policy.json', policy],
    ['policy.json.sig', Buffer.from(signPolicy(policy, parts.policySignedBy.privateKey))],
    ['program-key.pem', Buffer.from(parts.programKey)],
  ]);
  if (parts.staff !== null) contents.set('staff.json', Buffer.from(parts.staff));
  return signFolder(contents, parts.subject, programme.privateKey);
}

/** Writes a provisioning folder as it lies on a drive; answers its path. */
export function writeFolder(files: FolderBytes, path = join(workingFolder(), SUBJECT.host)): string {
  mkdirSync(path, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(path, name), bytes);
  return path;
}

/** A program and its key as a computer trusts it. */
export function trustedProgramme(): { readonly programme: Programme; readonly key: ProgrammeKey } {
  const programme = newProgramme();
  const key = keyOfPem(Buffer.from(programme.publicPem));
  if (!key.ok) throw new Error('no key');
  return { programme, key: key.value };
}
