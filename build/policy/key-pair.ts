import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFileSystemError } from '../../electron/lib/file-systems/file-system-error.ts';
import { readSmallFile } from '../../electron/lib/file-systems/small-file.ts';
import { type ProgrammeKey, readKeyFile } from '../../electron/lib/policy-file/programme-key.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/** A private key's file has a hundred characters. */
const MOST_KEY_BYTES = 4096;

/** A key pair that was written, each half where it lies now. */
export interface WrittenKeyPair {
  readonly privatePath: string;
  readonly publicPath: string;
  readonly key: ProgrammeKey;
}

/** Makes an Ed25519 key pair in a folder. The error: a sentence. */
export function writeKeyPair(
  folder: string,
  names: { readonly privateName: string; readonly publicName: string },
): Result<WrittenKeyPair, string> {
  const [privatePath, publicPath] = [join(folder, names.privateName), join(folder, names.publicName)];
  try {
    const inTheWay = [privatePath, publicPath].find(
      (path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined,
    );
    if (inTheWay !== undefined) return err(`${inTheWay} is there already. A key is never overwritten.`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync('ed25519');
    // Neither follows a link nor writes over a file that came meanwhile.
    const privateFile = privateKey.export({ format: 'pem', type: 'pkcs8' });
    writeFileSync(privatePath, privateFile, { flag: 'wx', mode: 0o600 });
    const publicFile = createPublicKey(privateKey).export({ format: 'pem', type: 'spki' });
    writeFileSync(publicPath, publicFile, { flag: 'wx', mode: 0o644 });
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return err(`${folder} takes no key (${error.code}).`);
  }
  const made = readKeyFile(publicPath);
  if (!made.ok || made.value === null) throw new Error('the public key that was written is none');
  return ok({ privatePath, publicPath, key: made.value });
}

/** Reads a private key. `tool`: the command that makes one. The error: a sentence. */
export function readPrivateKey(path: string, tool: string): Result<KeyObject, string> {
  const file = readSmallFile(path, MOST_KEY_BYTES);
  if (!file.ok) return err(`${path} cannot be read as a key.`);
  try {
    const key = createPrivateKey(Buffer.from(file.value));
    if (key.asymmetricKeyType === 'ed25519') return ok(key);
  } catch {
    // Whatever OpenSSL says of it may quote the file, and is of no use to whoever reads it.
  }
  return err(`${path} is no private key of a program: ${tool} makes one.`);
}
