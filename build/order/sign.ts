import { createPublicKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { signOrder } from '../../electron/keeper/suspension/order-file.ts';
import { isFileSystemError } from '../../electron/lib/file-systems/file-system-error.ts';
import { signaturePath } from '../../electron/lib/policy-file/detached-signature.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { readPrivateKey } from '../policy/key-pair.ts';
import { orderInWords, readFit } from './check.ts';
import { policyOfOrders } from './policy-of-orders.ts';

/**
 * Signs an order that kiosks under this policy take, with the key that the policy names. An order that is signed already
 * is left as it is: two orders of one number would make two kiosks do two things.
 */
export function signOrderFile(path: string, keyFile: string, policyPath: string, now: number): Outcome {
  const policy = policyOfOrders(policyPath);
  if (!policy.ok) return refused(policy.error);
  const key = readPrivateKey(keyFile, 'npm run order -- keys');
  if (!key.ok) return refused(key.error);
  const isNamed = createPublicKey(key.value)
    .export({ format: 'der', type: 'spki' })
    .subarray(-32)
    .equals(policy.value.key.raw);
  if (!isNamed)
    return refused(`${keyFile} is not the key that ${policyPath} names: no kiosk would take this order.`);
  const file = readFit(path, policy.value, now);
  if (!file.ok) return { code: 1, say: [...file.error, `${path}: not signed.`].join('\n') };
  const { order, bytes } = file.value;
  const beside = signaturePath(path);
  try {
    writeFileSync(beside, signOrder(bytes, key.value), { flag: 'wx' });
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return refused(
      error.code === 'EEXIST'
        ? `${beside} is there already. A number is given once: write the next order instead.`
        : `${beside} cannot be written (${error.code}).`,
    );
  }
  return done(
    [
      orderInWords(path, order),
      `${beside}: the signature by ${policy.value.office}.`,
      'Copy both files, unchanged, to a USB drive, with every order before it: a kiosk that missed one takes them in turn.',
    ].join('\n'),
  );
}
