import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Manifest } from '../../../shared/provisioning/manifest.ts';
import {
  LISTED_FILES,
  type ListedFile,
  MANIFEST_FILE,
  MANIFEST_SIGNATURE_FILE,
} from '../../../shared/provisioning/provisioning-files.ts';
import { signDetached } from '../policy-file/detached-signature.ts';
import { keyOfBytes } from '../policy-file/programme-key.ts';
import type { FolderBytes } from './read-folder.ts';
import { sha256Of } from './verify-folder.ts';

/** Whom a folder is for, and until when. */
export type ManifestSubject = Pick<Manifest, 'kiosk' | 'host' | 'number' | 'issued' | 'validUntil'>;

/** Lists these files in a manifest, and signs it with the program's private key (Ed25519). Answers the whole folder. */
export function signFolder(
  contents: ReadonlyMap<ListedFile, Uint8Array>,
  subject: ManifestSubject,
  privateKey: KeyObject,
): FolderBytes {
  const raw = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
  const files = LISTED_FILES.flatMap((name) => {
    const bytes = contents.get(name);
    return bytes === undefined ? [] : [{ name, bytes: bytes.byteLength, sha256: sha256Of(bytes) }];
  });
  const manifest: Manifest = { format: 1, programKey: keyOfBytes(raw).hash, ...subject, files };
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  return new Map([
    ...contents,
    [MANIFEST_FILE, bytes],
    [MANIFEST_SIGNATURE_FILE, Buffer.from(signDetached('provisioning', bytes, privateKey))],
  ]);
}
