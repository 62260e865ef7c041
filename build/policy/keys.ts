import { KEY_FILE_NAME } from '../../electron/lib/policy-file/programme-key.ts';
import { fingerprint } from '../../shared/ledger/checkpoint.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { writeKeyPair } from './key-pair.ts';

const PRIVATE_NAME = 'program-key.private.pem';

/** Makes a programme's key pair: the private half for whoever signs policies, the public one for every kiosk. */
export function makeKeys(folder: string): Outcome {
  const made = writeKeyPair(folder, { privateName: PRIVATE_NAME, publicName: KEY_FILE_NAME });
  if (!made.ok) return refused(made.error);
  const { privatePath, publicPath, key } = made.value;
  return done(
    [
      `${privatePath}: the private key. Whoever has it can change the rules of every kiosk. Keep it on two USB drives in`,
      'two locked places, never on a kiosk, never in a mail, and delete it here once both are written.',
      `${publicPath}: the public key. Put it next to the policy of each kiosk, before its first start or at a later one.`,
      `Fingerprint: ${fingerprint(key.hash)}. Each kiosk shows it under Supervisor, Policy: compare it there.`,
      'Next: npm run policy -- sign FILE --key KEY.',
    ].join('\n'),
  );
}
