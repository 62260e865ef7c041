import { hash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Encrypter } from 'age-encryption';
import { expect, onTestFinished } from 'vitest';
import type { WriteBytes } from '../../electron/keeper/disk/onto-drive.ts';
import { publicKeyHash } from '../../electron/keeper/ledger/signatures.ts';
import { makeManifest } from '../../electron/keeper/production/make-manifest.ts';
import { randomGuardedKey } from '../../electron/keeper/signing/signing-key.ts';
import { readRecipient, recipientHash } from '../../electron/lib/recipient/read-recipient.ts';
import type { Recipient } from '../../shared/contract/command/production.ts';
import { holdId, memberId, policyHash, ticket } from '../../shared/contract/ids.ts';
import { fingerprint } from '../../shared/ledger/checkpoint.ts';
import type { UnsignedManifest } from '../../shared/production/manifest.ts';
import type { ProducedRecord } from '../../shared/production/record.ts';
import { makeKey } from './key.ts';

export const PHOTO = Buffer.from('a drawn face');
const about = {
  ...{ kiosk: 'b'.repeat(32), kioskName: 'Counter 3', program: '0.1.0' },
  produced: '2026-11-24T15:20:00.000Z',
  hold: holdId.parse('c'.repeat(32)),
  ...{ ticket: ticket.parse(41), day: '2026-11-24' },
};
export const record: ProducedRecord = {
  ...{ format: 'counterfoil record 1', ...about, state: 'photographed' },
  policy: { hash: policyHash.parse('d'.repeat(64)), known: null },
  ...{ answers: null, card: null, photo: PHOTO.toString('base64'), notInIt: [] },
};

export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-production-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Makes a key pair: the secret half in this file. */
export async function newRecipient(key: string): Promise<Recipient> {
  expect((await makeKey(key)).code).toBe(0);
  const recipient = readRecipient(readFileSync(`${key}.recipient.txt`, 'utf8'));
  if (!recipient.ok) throw new Error('no key was made');
  return recipient.value;
}

/** A recipient's key, and a production to it beside its manifest. `change`: what the manifest says instead. */
export async function produced(change = (content: UnsignedManifest): UnsignedManifest => content) {
  const folder = emptyFolder();
  const key = join(folder, 'counsel.key');
  const recipient = await newRecipient(key);
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const sealed = await encrypter.encrypt(JSON.stringify(record));
  const file = join(folder, 'counterfoil-record-x.age');
  writeFileSync(file, sealed);
  const signingKey = randomGuardedKey();
  const manifest = makeManifest(
    signingKey,
    change({
      ...{ format: 'counterfoil production 1', ...about, build: 'evaluation' },
      ...{ by: memberId.parse('1'.repeat(32)), second: memberId.parse('2'.repeat(32)) },
      ...{ recipient, recipientHash: recipientHash(recipient) },
      package: {
        ...{ file: 'counterfoil-record-x.age', bytes: sealed.byteLength },
        sha256: hash('sha256', sealed, 'hex'),
      },
      ledger: { sequence: 9, hash: 'e'.repeat(64) },
    }),
  );
  const manifestPath = file.replace('.age', '.json');
  writeFileSync(manifestPath, manifest);
  return {
    ...{ folder, key, file, manifest, manifestPath, into: join(folder, 'opened') },
    /** The fingerprint of the kiosk's key. */
    signer: fingerprint(publicKeyHash({ publicKey: Buffer.from(signingKey.publicKey).toString('base64') })),
  };
}

/** A disk that is full in the middle of the file of this number. */
export function fullAt(failing: number): WriteBytes {
  let files = 0;
  return (file, content, at, length) => {
    files += 1;
    const written = writeSync(file, content, at, files === failing ? 1 : length);
    if (files === failing) throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
    return written;
  };
}
