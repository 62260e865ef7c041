import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEY_FILE_NAME, readKeyFile } from '../../electron/keeper/policy/programme-key.ts';
import { isFileSystemError } from '../../electron/lib/file-systems/file-system-error.ts';
import { fingerprint } from '../../shared/ledger/checkpoint.ts';
import { done, type Outcome, refused } from '../outcome.ts';

const PRIVATE_NAME = 'program-key.private.pem';

/** Makes a programme's key pair: the private half for whoever signs policies, the public one for every kiosk. */
export function makeKeys(folder: string): Outcome {
  const [privatePath, publicPath] = [join(folder, PRIVATE_NAME), join(folder, KEY_FILE_NAME)];
  try {
    const inTheWay = [privatePath, publicPath].find(
      (path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined,
    );
    if (inTheWay !== undefined) return refused(`${inTheWay} is there already. A key is never overwritten.`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync('ed25519');
    // Neither follows a link nor writes over a file that came meanwhile.
    const privateFile = privateKey.export({ format: 'pem', type: 'pkcs8' });
    writeFileSync(privatePath, privateFile, { flag: 'wx', mode: 0o600 });
    const publicFile = createPublicKey(privateKey).export({ format: 'pem', type: 'spki' });
    writeFileSync(publicPath, publicFile, { flag: 'wx', mode: 0o644 });
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return refused(`${folder} takes no key (${error.code}).`);
  }
  const made = readKeyFile(publicPath);
  if (!made.ok || made.value === null) throw new Error('the public key that was written is none');
  return done(
    [
      `${privatePath}: the private key. Whoever has it can change the rules of every kiosk. Keep it on two USB drives in`,
      'two locked places, never on a kiosk, never in a mail, and delete it here once both are written.',
      `${publicPath}: the public key. Put it next to the policy of each kiosk, before its first start or at a later one.`,
      `Fingerprint: ${fingerprint(made.value.hash)}. Each kiosk shows it under Supervisor, Policy: compare it there.`,
      'Next: npm run policy -- sign FILE --key KEY.',
    ].join('\n'),
  );
}
