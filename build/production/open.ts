import { verify } from 'node:crypto';
import { readFileSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Decrypter, identityToRecipient } from 'age-encryption';
import type { WriteBytes } from '../../electron/keeper/disk/onto-drive.ts';
import { publicKeyHash, readPublicKey, sha256 } from '../../electron/keeper/ledger/signatures.ts';
import { isFileSystemError } from '../../electron/lib/file-systems/file-system-error.ts';
import { recipientHash } from '../../electron/lib/recipient/read-recipient.ts';
import { fingerprint, inGroups } from '../../shared/ledger/checkpoint.ts';
import {
  manifestOf,
  type ProductionManifest,
  productionManifest,
  signedText,
} from '../../shared/production/manifest.ts';
import { type ProducedRecord, producedRecord } from '../../shared/production/record.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { ASK_FOR_LEDGER, areOfOneLedger } from '../ledger/keys-up-to.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { differencesFromKey, differencesFromRecord } from './compare-record.ts';
import { type OpenedRecord, writeOpened } from './write-opened.ts';

/** What is opened, with what, into which new folder; `kiosk`: the fingerprint that its key must have. */
export interface ProductionToOpen {
  readonly file: string;
  readonly key: string;
  readonly folder: string;
  readonly kiosk: string | null;
  /** The kiosk's ledger, or a copy of it: its key changes at least every day, and by this another one is known as its own. */
  readonly ledger?: string | undefined;
}

/**
 * Checks a produced application against its manifest, opens it, compares what the manifest says with the record and with
 * the key, and writes the record into a new folder. Code 1: it was altered, is not of this kiosk, is sealed to another key,
 * or manifest and record differ; nothing is written then. Code 2: it could not be done, or nobody said whose key the
 * manifest must be signed with. Key and signature travel together, so without it nothing is proven.
 */
export async function openProduction(
  { file, key, folder, kiosk, ledger }: ProductionToOpen,
  writeBytes: WriteBytes = writeSync,
): Promise<Outcome> {
  const expected = kiosk === null ? null : kiosk.toLowerCase().replaceAll(/\s/g, '');
  if (expected !== null && !/^[0-9a-f]{32}$/.test(expected))
    return refused(
      '--kiosk is the fingerprint of the kiosk’s key: 32 hexadecimal digits, as on the day sheet.',
    );
  const manifest = readManifest(join(dirname(file), manifestOf(basename(file))));
  if (!manifest.ok) return manifest.error;
  const signer = fingerprint(publicKeyHash(manifest.value));
  if (expected !== null && signer.replaceAll(' ', '') !== expected) {
    const related = areOfOneLedger(ledger, expected, signer.replaceAll(' ', ''));
    if (!related.ok) return related.error;
    const another = `Another key signed the manifest: ${signer}, and not ${inGroups(expected)}.`;
    if (!related.value) return unsound(ledger === undefined ? `${another} ${ASK_FOR_LEDGER}` : another);
  }
  const opened = await openSealed(file, key, manifest.value);
  if (!opened.ok) return opened.error;
  const written = writeOpened(opened.value, folder, writeBytes);
  if (written !== null) return written;
  const say = [
    ...inWords(manifest.value),
    `It was written into ${folder}.`,
    expected === null
      ? `Not checked: whose key signed the manifest. It is ${signer}, and anybody can make a key and sign with it. Give the fingerprint of a day sheet or of a checkpoint that left the kiosk before, with --kiosk.`
      : signer.replaceAll(' ', '') === expected
        ? `The manifest is signed by the key that was given, ${signer}.`
        : `By its ledger the manifest is signed by another key of the kiosk whose key was given, ${signer}.`,
  ].join('\n');
  return expected === null ? refused(say) : done(say);
}

/** The record, if it is what the manifest says. */
async function openSealed(
  file: string,
  key: string,
  manifest: ProductionManifest,
): Promise<Result<OpenedRecord, Outcome>> {
  const sealed = readBytes(file);
  if (!sealed.ok) return err(refused(sealed.error));
  const { package: told } = manifest;
  const digest = Buffer.from(sha256(sealed.value)).toString('hex');
  if (digest !== told.sha256 || sealed.value.byteLength !== told.bytes)
    return err(unsound('This file is not the one of its manifest: it was altered, or is not whole.'));
  const identity = readIdentity(key);
  if (!identity.ok) return err(refused(identity.error));
  const text = await decrypt(sealed.value, identity.value);
  if (text === null)
    return err(
      unsound(
        `This key does not open the file. By its manifest it is sealed to ${manifest.recipient} (${fingerprint(recipientHash(manifest.recipient))}).`,
      ),
    );
  const record = readRecord(text);
  if (!record.ok) return err(unsound(record.error));
  const differences = [
    ...differencesFromKey(manifest, await identityToRecipient(identity.value)),
    ...differencesFromRecord(manifest, record.value),
  ];
  return differences.length === 0
    ? ok({ record: record.value, text })
    : err(unsound([...differences, 'Nothing was written.'].join('\n')));
}

function unsound(say: string): Outcome {
  return { code: 1, say };
}

function readBytes(path: string): Result<Buffer, string> {
  try {
    return ok(readFileSync(path));
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return err(`${path} cannot be read (${error.code}).`);
  }
}

function readManifest(path: string): Result<ProductionManifest, Outcome> {
  const bytes = readBytes(path);
  if (!bytes.ok)
    return err(refused(`${bytes.error} Without its manifest nothing says that a production is whole.`));
  let found: unknown;
  try {
    found = JSON.parse(bytes.value.toString('utf8'));
  } catch {
    return err(unsound(`${path} is no manifest of a production.`));
  }
  const manifest = productionManifest.safeParse(found);
  if (!manifest.success) return err(unsound(`${path} is no manifest of a production.`));
  const { signature, publicKey, ...content } = manifest.data;
  const key = readPublicKey(Buffer.from(publicKey, 'base64'));
  const holds =
    key !== null && verify(null, Buffer.from(signedText(content)), key, Buffer.from(signature, 'base64'));
  return holds
    ? ok(manifest.data)
    : err(unsound('The signature of the manifest does not hold: it was altered.'));
}

/** The secret half in a file, as `key` or age-keygen wrote it. */
function readIdentity(path: string): Result<string, string> {
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  const lines = bytes.value.toString('utf8').split(/[\r\n]+/);
  const found = lines.map((line) => line.trim()).filter((line) => /^AGE-SECRET-KEY-1[0-9A-Z]+$/.test(line));
  const [identity] = found;
  return identity === undefined || found.length > 1
    ? err(`${path} has not one secret key of age in it (AGE-SECRET-KEY-1…).`)
    : ok(identity);
}

/** Null: the key is not the one that it is sealed to, or what is sealed is not whole. */
async function decrypt(sealed: Uint8Array, identity: string): Promise<Uint8Array | null> {
  try {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    return await decrypter.decrypt(sealed);
  } catch {
    // The library throws one kind of error for every way in which a key does not open a file.
    return null;
  }
}

function readRecord(text: Uint8Array): Result<ProducedRecord, string> {
  let found: unknown;
  try {
    found = JSON.parse(Buffer.from(text).toString('utf8'));
  } catch {
    return err('What was sealed is no record of a kiosk.');
  }
  const record = producedRecord.safeParse(found);
  return record.success
    ? ok(record.data)
    : err('What was sealed is no record of a kiosk, or of a later version.');
}

function inWords(manifest: ProductionManifest): readonly string[] {
  const { kioskName, kiosk, ticket, day, produced, by, second, hold, ledger, build } = manifest;
  return [
    `Produced by kiosk ${kiosk.slice(0, 8)} (${kioskName}) at ${produced}: ticket ${ticket} of ${day}, under hold ${hold.slice(0, 8)}.`,
    `To the recipient ${manifest.recipient}, fingerprint ${fingerprint(manifest.recipientHash)}.`,
    `By ${by} and ${second}. Ledger at entry ${ledger.sequence}; program ${manifest.program}, ${build}.`,
  ];
}
