import { lstatSync, rmSync, writeSync } from 'node:fs';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { WriteBytes } from '../../electron/keeper/disk/onto-drive.ts';
import { isFileSystemError } from '../../electron/lib/file-systems/file-system-error.ts';
import { readRecipient, recipientHash } from '../../electron/lib/recipient/read-recipient.ts';
import { fingerprint } from '../../shared/ledger/checkpoint.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { writeNew } from './write-new.ts';

/**
 * Makes a recipient's key pair: the secret half into a file, the public one beside it, for the kiosk's USB drive. Both, or
 * neither.
 */
export async function makeKey(path: string, writeBytes: WriteBytes = writeSync): Promise<Outcome> {
  const publicPath = `${path}.recipient.txt`;
  const identity = await generateX25519Identity();
  const made = readRecipient(await identityToRecipient(identity));
  if (!made.ok) throw new Error('a key that was made is none');
  try {
    const inTheWay = [path, publicPath].find(
      (each) => lstatSync(each, { throwIfNoEntry: false }) !== undefined,
    );
    if (inTheWay !== undefined) return refused(`${inTheWay} is there already. A key is never overwritten.`);
    // As age-keygen writes it.
    const text = `# public key: ${made.value}\n${identity}\n`;
    writeNew(path, Buffer.from(text), 0o600, writeBytes);
    try {
      writeNew(publicPath, Buffer.from(`${made.value}\n`), 0o644, writeBytes);
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    }
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return refused(`${path} takes no key (${error.code}).`);
  }
  return done(
    [
      `${path}: the secret part. Whoever has it reads what is produced to it. It never goes to a kiosk.`,
      `${publicPath}: the recipient’s key. Put it on a USB drive as recipient.txt, or read it out.`,
      `Recipient: ${made.value}`,
      `Fingerprint: ${fingerprint(recipientHash(made.value))}. The kiosk shows it before it produces: compare it by phone.`,
    ].join('\n'),
  );
}
