// A process that wraps and unwraps a device key, for a test that searches its memory. The key is told inverted.
import { once } from 'node:events';
import sodium from 'sodium-native';
import { createDeviceKey, unwrapDeviceKey, wrapDeviceKey } from './device-key.ts';

const owner = { identifier: 'member-1', role: 'clerk' };
const [passphrase = ''] = process.argv.slice(2);

const created = createDeviceKey();
const wrapped = await wrapDeviceKey(created, passphrase, owner);
sodium.sodium_memzero(created);
const unwrapped = await unwrapDeviceKey(wrapped, passphrase, owner);
if (!unwrapped.ok) throw new Error(unwrapped.error.kind);
const inverted = Buffer.alloc(32);
for (const [at, byte] of unwrapped.value.entries()) inverted[at] = ~byte;
process.stdout.write(Buffer.concat([inverted, wrapped.salt, wrapped.sealed]));
await once(process.stdin, 'data');
sodium.sodium_memzero(unwrapped.value);
process.stdout.write('zeroed');
process.stdin.resume();
