import { z } from 'zod';
import { jsonInBytes } from '../../../shared/json-bytes.ts';
import type { Manifest } from '../../../shared/provisioning/manifest.ts';
import { STAFF_FILE } from '../../../shared/provisioning/provisioning-files.ts';
import type { FolderRefusal } from '../../../shared/provisioning/refusal.ts';
import type { Roster } from '../../../shared/provisioning/roster.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ProgrammeKey } from '../policy-file/programme-key.ts';
import { readRoster } from './read-roster.ts';
import { type SignedManifest, sha256Of, verifyManifest } from './verify-folder.ts';

/** What waits in a data folder for a kiosk that nobody has set up: who works there at first, as the program has signed it. */
export const FIRST_STAFF_FILE = 'first-staff.json';

/** Beside it, while a provisioning is being put in place: what is to wait there. */
export const NEXT_FIRST_STAFF_FILE = `${FIRST_STAFF_FILE}.next`;

/** While the kiosk makes staff of them. */
export const TAKEN_FIRST_STAFF_FILE = `${FIRST_STAFF_FILE}.taken`;

/** The kiosk's vault, in the same folder. */
export const VAULT_FILE = 'vault.db';

/** Beside a vault it says that nobody has set the kiosk up: only the kiosk opens its vault, and root has to know. */
export const NOT_SET_UP_FILE = 'not-set-up';

/** Beside a roster of its own size the manifest and a signature, all as base64. */
export const MOST_FIRST_STAFF_BYTES = 128 * 1024;

/** First staff that the program has signed for one kiosk. */
export interface FirstStaff {
  readonly manifest: Manifest;
  readonly roster: Roster;
}

/** Why a file of first staff is none. */
export type FirstStaffRefusal = FolderRefusal | { readonly kind: 'other-computer'; readonly host: string };

const base64 = z.base64();
const firstStaffFile = z.strictObject({
  format: z.literal(1),
  manifest: base64,
  signature: base64,
  staff: base64,
});

/** The bytes of the file that hands first staff on to the kiosk, with all by which it can tell that they are the program's. */
export function firstStaffFileOf({ bytes, signature }: SignedManifest, staff: Uint8Array): Uint8Array {
  const text = (each: Uint8Array): string => Buffer.from(each).toString('base64');
  return Buffer.from(
    JSON.stringify({ format: 1, manifest: text(bytes), signature: text(signature), staff: text(staff) }),
  );
}

/** Reads such a file, and checks again all that root has checked. `host`: what this computer is called. */
export async function readFirstStaff(
  file: Uint8Array,
  key: ProgrammeKey,
  host: string,
): Promise<Result<FirstStaff, FirstStaffRefusal>> {
  const parsed = firstStaffFile.safeParse(jsonInBytes(file), { jitless: true });
  if (!parsed.success) return err({ kind: 'altered-file', name: FIRST_STAFF_FILE });
  const [manifest, signature, staff] = [parsed.data.manifest, parsed.data.signature, parsed.data.staff].map(
    (text) => Buffer.from(text, 'base64'),
  );
  if (manifest === undefined || signature === undefined || staff === undefined)
    throw new Error('three are three');
  const signed = verifyManifest(manifest, signature, key);
  if (!signed.ok) return signed;
  // Base64 has bits that mean nothing, and JSON has white space: here a changed byte is a changed file.
  if (!Buffer.from(firstStaffFileOf(signed.value, staff)).equals(file))
    return err({ kind: 'altered-file', name: FIRST_STAFF_FILE });
  const listed = signed.value.manifest.files.find(({ name }) => name === STAFF_FILE);
  if (listed === undefined || listed.bytes !== staff.byteLength || listed.sha256 !== sha256Of(staff))
    return err({ kind: 'altered-file', name: FIRST_STAFF_FILE });
  if (signed.value.manifest.host !== host)
    return err({ kind: 'other-computer', host: signed.value.manifest.host });
  const roster = await readRoster(staff, signed.value.manifest.kiosk);
  return roster.ok ? ok({ manifest: signed.value.manifest, roster: roster.value }) : roster;
}
