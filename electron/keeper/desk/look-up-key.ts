import { createHmac } from 'node:crypto';
import type { Custody } from '../custody/custody.ts';

/**
 * The key of card hashes, by which the printed card finds its application: made of the device key, so that
 * cards of sealed applications are found after a restart too, and nobody can guess numbers from the vault's
 * file alone. @throws before anybody has signed in since the start; the registrar lets no such call through.
 */
export function lookUpKeyOf(custody: Custody): Uint8Array {
  const deviceKey = custody.deviceKey();
  if (deviceKey === null) throw new Error('nobody has signed in since the start');
  return createHmac('sha256', deviceKey).update('counterfoil card look-up 1').digest();
}
