// A process that holds a sealed custody, for a test that searches its memory. Keys come and go inverted, so that
// neither the telling nor the hearing leaves a copy of what is searched for.
import { once } from 'node:events';
import { openCustody } from './custody.ts';
import { createDeviceKey } from './device-key.ts';
import { id } from './sample.test-support.ts';

const [slotPath = '', mode] = process.argv.slice(2);
const applications = [id(1), id(2)];
const [wiped = id(1)] = applications;

const deviceKey = createDeviceKey();
const [given]: unknown[] = await once(process.stdin, 'data');
if (!(given instanceof Uint8Array)) throw new Error('no device key');
for (const [at, byte] of given.entries()) deviceKey[at] = ~byte;

const opened = openCustody({ slotPath, live: new Set(applications) });
if (!opened.ok) throw new Error(opened.error.kind);
const custody = opened.value;
custody.unlock(deviceKey);
deviceKey.fill(0);
for (const application of mode === 'create' ? applications : []) {
  // As under a hold: from memory to the disk.
  custody.create(application, 'memory');
  if (!custody.seal(application).ok) throw new Error('not sealed');
}
const told = Buffer.alloc(64);
for (const [index, application] of applications.entries()) {
  const key = custody.open(application);
  if (!key.ok) throw new Error('no key');
  for (const [at, byte] of key.value.entries()) told[index * 32 + at] = ~byte;
}
process.stdout.write(told);

process.stdin.on('data', (order: Buffer) => {
  if (order.toString() === 'destroy') process.stdout.write(custody.destroy(wiped) ? 'destroyed' : 'failed');
  else {
    custody.close();
    process.stdout.write('closed');
  }
});
