// Run by tests as a process of its own: does acts of custody one after the other, and tells each when it is
// done, so that it can be killed in between, or refused by the disk.
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { type Custody, openCustody } from './custody.ts';
import { id, testDeviceKey } from './sample.test-support.ts';

const [slotPath = '', ...acts] = process.argv.slice(2);
const applications = [1, 2, 3].map(id);
let custody: Custody | undefined;

for (const act of acts) {
  const outcome = done(act);
  // Synchronously: what was told is told, whatever comes next.
  writeSync(1, `${JSON.stringify({ act, outcome })}\n`);
}

/** "open", "unlock", or an act and its application: "create-memory 1", "create 1", "seal 1", "destroy 1". */
function done(act: string): unknown {
  const [name, number] = act.split(' ');
  if (name === 'open') {
    const opened = openCustody({ slotPath, live: new Set(applications) });
    if (opened.ok) custody = opened.value;
    return opened.ok ? { ok: true } : opened;
  }
  if (custody === undefined) throw new Error('not open');
  const application = id(Number(number ?? 0));
  switch (name) {
    case 'unlock':
      return custody.unlock(testDeviceKey);
    case 'create-memory':
      return { ...custody.create(application, 'memory'), key: hashOfKey(custody, number) };
    case 'create':
      return { ...custody.create(application, 'sealed'), key: hashOfKey(custody, number) };
    case 'seal':
      return { ...custody.seal(application), key: hashOfKey(custody, number) };
    case 'destroy':
      return custody.destroy(application);
    case 'read':
      return { kind: custody.kindOf(application), open: custody.open(application).ok };
    default:
      throw new Error(`no such act: ${act}`);
  }
}

function hashOfKey(of: Custody, number: string | undefined): string | null {
  const opened = of.open(id(Number(number)));
  return opened.ok ? createHash('sha256').update(opened.value).digest('hex') : null;
}
