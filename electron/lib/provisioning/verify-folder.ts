import { createHash } from 'node:crypto';
import { fingerprint } from '../../../shared/ledger/checkpoint.ts';
import type { PolicyIssue } from '../../../shared/programme/policy-issue.ts';
import { type Manifest, type ManifestFailure, parseManifest } from '../../../shared/provisioning/manifest.ts';
import {
  type ConfiguredFile,
  LISTED_FILES,
  MANIFEST_FILE,
  MANIFEST_SIGNATURE_FILE,
  STAFF_FILE,
} from '../../../shared/provisioning/provisioning-files.ts';
import type { FolderRefusal } from '../../../shared/provisioning/refusal.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { signatureFile, signatureIn } from '../policy-file/detached-signature.ts';
import { readJsonText } from '../policy-file/policy-text.ts';
import { keyOfPem, type ProgrammeKey } from '../policy-file/programme-key.ts';
import type { FolderBytes } from './read-folder.ts';

/** A manifest that the program has signed, with the bytes that it signed. */
export interface SignedManifest {
  readonly manifest: Manifest;
  readonly bytes: Uint8Array;
  /** The text of the file with its signature. */
  readonly signature: Uint8Array;
}

/** A folder that is, byte for byte, what the program has signed. What is in its files nobody has looked at yet. */
export interface VerifiedFolder extends SignedManifest {
  /** SHA-256 of the manifest: it names this folder and no other. */
  readonly hash: string;
  readonly configured: Readonly<Record<ConfiguredFile, Uint8Array>>;
  /** Null: it brings no first staff. */
  readonly staff: Uint8Array | null;
}

/** Lower-case hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether all that was read is what the trusted key has signed: no file more, none less, no byte changed. */
export function verifyFolder(
  files: FolderBytes,
  trusted: ProgrammeKey,
): Result<VerifiedFolder, FolderRefusal> {
  const missing = ([MANIFEST_FILE, MANIFEST_SIGNATURE_FILE] as const).find((name) => !files.has(name));
  if (missing !== undefined) return err({ kind: 'missing-file', name: missing });
  // Said before the signature is: of another program it would only be said that it is wrong.
  const own = keyOfPem(files.get('program-key.pem') ?? new Uint8Array());
  if (files.has('program-key.pem') && (!own.ok || own.value.hash !== trusted.hash))
    return err({
      kind: 'other-program',
      found: own.ok ? fingerprint(own.value.hash) : null,
      trusted: fingerprint(trusted.hash),
    });
  const signed = verifyManifest(
    bytesOf(files, MANIFEST_FILE),
    bytesOf(files, MANIFEST_SIGNATURE_FILE),
    trusted,
  );
  if (!signed.ok) return signed;
  const { manifest } = signed.value;
  for (const name of LISTED_FILES) {
    const listed = manifest.files.find((each) => each.name === name);
    const bytes = files.get(name);
    if (listed === undefined) {
      if (bytes !== undefined) return err({ kind: 'unknown-file', name });
      continue;
    }
    if (bytes === undefined) return err({ kind: 'missing-file', name });
    if (bytes.byteLength !== listed.bytes || sha256Of(bytes) !== listed.sha256)
      return err({ kind: 'altered-file', name });
  }
  return ok({
    ...signed.value,
    hash: sha256Of(signed.value.bytes),
    configured: {
      'settings.toml': bytesOf(files, 'settings.toml'),
      'policy.json': bytesOf(files, 'policy.json'),
      'policy.json.sig': bytesOf(files, 'policy.json.sig'),
      'program-key.pem': bytesOf(files, 'program-key.pem'),
    },
    staff: files.get(STAFF_FILE) ?? null,
  });
}

/** Reads a manifest if the trusted key has signed exactly these bytes. */
export function verifyManifest(
  bytes: Uint8Array,
  signature: Uint8Array,
  { key, hash }: ProgrammeKey,
): Result<SignedManifest, FolderRefusal> {
  const signed = signatureIn(signature, 'provisioning', bytes, key);
  if (!signed.ok) return err({ kind: 'unsigned', why: signed.error.kind });
  // People do not write these by hand: another line end is a changed file, and nothing else.
  if (!Buffer.from(signatureFile('provisioning', signed.value)).equals(signature))
    return err({ kind: 'unsigned', why: 'malformed' });
  const text = readJsonText(bytes);
  if (!text.ok)
    return err({ kind: 'wrong-manifest', where: `line ${text.error.line}`, allowed: text.error.allowed });
  const [twice] = text.value.twice;
  if (twice !== undefined)
    return err({ kind: 'wrong-manifest', where: twice.path.join('.'), allowed: 'stands twice here' });
  const manifest = parseManifest(text.value.value);
  if (!manifest.ok) return err(refusalOf(manifest.error));
  // Two keys that both sign would else be one.
  if (manifest.value.programKey !== hash)
    return err({
      kind: 'wrong-manifest',
      where: 'programKey',
      allowed: 'takes the hash of the key that signed it',
    });
  return ok({ manifest: manifest.value, bytes, signature });
}

function refusalOf(failure: ManifestFailure): FolderRefusal {
  return failure.kind === 'newer-format' ? failure : { kind: 'wrong-manifest', ...firstOf(failure.issues) };
}

/** The first of several mistakes, as a refusal says it. */
export function firstOf(issues: readonly PolicyIssue[]): {
  readonly where: string;
  readonly allowed: string;
} {
  const [first] = issues;
  if (first === undefined) throw new Error('a document is wrong, and nothing in it');
  return { where: first.path.length === 0 ? 'line 1' : first.path.join('.'), allowed: first.allowed };
}

function bytesOf(files: FolderBytes, name: Parameters<FolderBytes['get']>[0]): Uint8Array {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Error(`${name} was not read`);
  return bytes;
}
