import { done, type Outcome, refused } from '../outcome.ts';
import { writeKeyPair } from '../policy/key-pair.ts';

/** Makes the key pair of the office that gives orders. The policy names its public half; kiosks need no file of it. */
export function makeOrdersKey(folder: string): Outcome {
  const made = writeKeyPair(folder, {
    privateName: 'orders-key.private.pem',
    publicName: 'orders-key.pem',
  });
  if (!made.ok) return refused(made.error);
  const { privatePath, publicPath, key } = made.value;
  const line = Buffer.from(key.raw).toString('base64');
  return done(
    [
      `${privatePath}: the private key. Whoever has it can stop and resume every kiosk, and nothing else. Keep it in the office`,
      'that gives orders, on two USB drives in two locked places, and never on a kiosk.',
      `${publicPath}: the public key. It goes into the policy, which the program signs with its own key:`,
      `  "orders": { "name": "Office of the City Clerk", "key": "${line}" }`,
      'Next: npm run order -- new suspend order-1.json --policy POLICY.',
    ].join('\n'),
  );
}
