import { verify } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { publicKeyHash, readPublicKey, sha256 } from '../../electron/keeper/ledger/signatures.ts';
import { isFileSystemError } from '../../electron/lib/file-systems/file-system-error.ts';
import { recipientHash } from '../../electron/lib/recipient/read-recipient.ts';
import { fingerprint } from '../../shared/ledger/checkpoint.ts';
import {
  manifestOf,
  type ProductionManifest,
  productionManifest,
  signedText,
} from '../../shared/production/manifest.ts';
import { producedRecord } from '../../shared/production/record.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { done, type Outcome, refused } from '../outcome.ts';

/** What is opened, with what, into which new folder; `kiosk`: the fingerprint that its key must have. */
export interface ProductionToOpen {
  readonly file: string;
  readonly key: string;
  readonly folder: string;
  readonly kiosk: string | null;
}

/**
 * Checks a produced application against its manifest, opens it and writes it into a new folder. Code 1: it was altered, is
 * not of this kiosk, or is sealed to another key. Nothing is written then.
 */
export async function openProduction({ file, key, folder, kiosk }: ProductionToOpen): Promise<Outcome> {
  const manifest = readManifest(join(dirname(file), manifestOf(basename(file))));
  if (!manifest.ok) return manifest.error;
  const signer = fingerprint(publicKeyHash(manifest.value));
  if (kiosk !== null && plain(kiosk) !== plain(signer))
    return unsound(`The manifest is signed by another key than ${kiosk}: by ${signer}.`);
  const sealed = readBytes(file);
  if (!sealed.ok) return refused(sealed.error);
  const { package: told } = manifest.value;
  if (Buffer.from(sha256(sealed.value)).toString('hex') !== told.sha256)
    return unsound('This file is not the one of its manifest: it was altered, or is not whole.');
  const identity = readIdentity(key);
  if (!identity.ok) return refused(identity.error);
  const opened = await decrypt(sealed.value, identity.value);
  if (opened === null)
    return unsound(
      `This key does not open the file. It is sealed to ${manifest.value.recipient} (${fingerprint(recipientHash(manifest.value.recipient))}).`,
    );
  const written = writeOpened(opened, folder);
  if (written !== null) return written;
  return done(
    [...inWords(manifest.value, signer, kiosk !== null), `It was written into ${folder}.`].join('\n'),
  );
}

function unsound(say: string): Outcome {
  return { code: 1, say };
}

const plain = (digits: string): string => digits.replaceAll(/\s/g, '').toLowerCase();

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

function writeOpened(opened: Uint8Array, folder: string): Outcome | null {
  let found: unknown;
  try {
    found = JSON.parse(Buffer.from(opened).toString('utf8'));
  } catch {
    return unsound('What was sealed is no record of a kiosk.');
  }
  const record = producedRecord.safeParse(found);
  if (!record.success) return unsound('What was sealed is no record of a kiosk, or of a later version.');
  try {
    // Fails where it is there already: nothing is mixed, nothing overwritten.
    mkdirSync(folder, { mode: 0o700 });
    const write = (name: string, content: Uint8Array): void =>
      writeFileSync(join(folder, name), content, { flag: 'wx', mode: 0o600 });
    write('record.json', opened);
    const { photo } = record.data;
    if (photo !== null) write('photo.jpg', Buffer.from(photo, 'base64'));
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return error.code === 'EEXIST'
      ? refused(`${folder} is there already. Name a new folder.`)
      : refused(`${folder} cannot be written (${error.code}).`);
  }
  return null;
}

function inWords(manifest: ProductionManifest, signer: string, isCompared: boolean): readonly string[] {
  const { kioskName, kiosk, ticket, day, produced, by, second, hold, ledger, build } = manifest;
  return [
    `Produced by kiosk ${kiosk.slice(0, 8)} (${kioskName}) at ${produced}: ticket ${ticket} of ${day}, under hold ${hold.slice(0, 8)}.`,
    `By ${by} and ${second}. Ledger at entry ${ledger.sequence}; program ${manifest.program}, ${build}.`,
    isCompared
      ? `The manifest is signed by the key ${signer}, as you asked.`
      : `The manifest is signed by the key ${signer}. Compare it with a day sheet or checkpoint of the same day, or give it with --kiosk.`,
  ];
}
