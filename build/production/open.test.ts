import { generateKeyPairSync, hash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Encrypter } from 'age-encryption';
import { expect, it, onTestFinished } from 'vitest';
import { makeManifest } from '../../electron/keeper/production/make-manifest.ts';
import { readRecipient, recipientHash } from '../../electron/lib/recipient/read-recipient.ts';
import { holdId, memberId, policyHash, ticket } from '../../shared/contract/ids.ts';
import type { ProducedRecord } from '../../shared/production/record.ts';
import { makeKey } from './key.ts';
import { openProduction } from './open.ts';

const PHOTO = Buffer.from('a drawn face');
const about = {
  ...{ kiosk: 'b'.repeat(32), kioskName: 'Counter 3', program: '0.1.0' },
  produced: '2026-11-24T15:20:00.000Z',
  hold: holdId.parse('c'.repeat(32)),
  ...{ ticket: ticket.parse(41), day: '2026-11-24' },
};
const record: ProducedRecord = {
  ...{ format: 'counterfoil record 1', ...about, state: 'photographed' },
  policy: { hash: policyHash.parse('d'.repeat(64)), known: null },
  ...{ answers: null, card: null, photo: PHOTO.toString('base64'), notInIt: [] },
};

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-production-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A recipient's key, and a production to it beside its manifest. */
async function produced() {
  const folder = emptyFolder();
  const key = join(folder, 'counsel.key');
  expect((await makeKey(key)).code).toBe(0);
  const recipient = readRecipient(readFileSync(`${key}.recipient.txt`, 'utf8'));
  if (!recipient.ok) throw new Error('no key was made');
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient.value);
  const sealed = await encrypter.encrypt(JSON.stringify(record));
  const file = join(folder, 'counterfoil-record-x.age');
  writeFileSync(file, sealed);
  const { privateKey } = generateKeyPairSync('ed25519');
  const manifest = makeManifest(privateKey, {
    ...{ format: 'counterfoil production 1', ...about, build: 'evaluation' },
    ...{ by: memberId.parse('1'.repeat(32)), second: memberId.parse('2'.repeat(32)) },
    ...{ recipient: recipient.value, recipientHash: recipientHash(recipient.value) },
    package: {
      ...{ file: 'counterfoil-record-x.age', bytes: sealed.byteLength },
      sha256: hash('sha256', sealed, 'hex'),
    },
    ledger: { sequence: 9, hash: 'e'.repeat(64) },
  });
  writeFileSync(file.replace('.age', '.json'), manifest);
  return {
    file,
    key,
    into: join(folder, 'opened'),
    manifest,
    manifestPath: file.replace('.age', '.json'),
    folder,
  };
}

it('the recipient opens what was produced; its signer is named, and compared where it is given', async () => {
  const { file, key, into } = await produced();
  const opened = await openProduction({ file, key, folder: into, kiosk: null });
  expect(opened).toMatchObject({ code: 0, say: expect.stringContaining('ticket 41 of 2026-11-24') });
  const signer = /signed by the key ([0-9a-f ]{39})/.exec(opened.say)?.[1] ?? '';
  expect(JSON.parse(readFileSync(join(into, 'record.json'), 'utf8'))).toEqual(record);
  expect(readFileSync(join(into, 'photo.jpg'))).toEqual(PHOTO);
  expect(statSync(into).mode & 0o777).toBe(0o700);
  expect(statSync(join(into, 'record.json')).mode & 0o777).toBe(0o600);
  // Never over something else.
  expect(await openProduction({ file, key, folder: into, kiosk: signer })).toMatchObject({
    ...{ code: 2, say: expect.stringContaining('is there already') },
  });
  expect((await openProduction({ file, key, folder: `${into}-2`, kiosk: signer })).code).toBe(0);
  const other = await openProduction({ file, key, folder: `${into}-3`, kiosk: '0'.repeat(32) });
  expect(other).toMatchObject({ code: 1, say: expect.stringContaining('another key') });
  expect(existsSync(`${into}-3`)).toBe(false);
});

it('what was altered, has no manifest, or is another’s is not opened', async () => {
  const { file, key, into, manifest, manifestPath, folder } = await produced();
  const open = async (whose = key) => {
    const { code, say } = await openProduction({ file, key: whose, folder: into, kiosk: null });
    expect(existsSync(into)).toBe(false);
    return { code, say };
  };
  const otherKey = join(folder, 'other.key');
  await makeKey(otherKey);
  expect(await open(otherKey)).toMatchObject({ code: 1, say: expect.stringContaining('does not open') });
  expect(await open(`${key}.recipient.txt`)).toMatchObject({
    code: 2,
    say: expect.stringContaining('secret key'),
  });
  writeFileSync(manifestPath, manifest.replace('"ticket": 41', '"ticket": 42'));
  expect(await open()).toMatchObject({ code: 1, say: expect.stringContaining('signature') });
  writeFileSync(manifestPath, 'no JSON');
  expect(await open()).toMatchObject({ code: 1, say: expect.stringContaining('no manifest') });
  writeFileSync(manifestPath, manifest);
  const sealed = readFileSync(file);
  writeFileSync(file, sealed.subarray(0, -1));
  expect(await open()).toMatchObject({ code: 1, say: expect.stringContaining('not whole') });
  writeFileSync(file, sealed);
  expect((await openProduction({ file, key, folder: into, kiosk: null })).code).toBe(0);
});

it('a key is never overwritten, and its secret half is the recipient’s alone', async () => {
  const folder = emptyFolder();
  const path = join(folder, 'counsel.key');
  const made = await makeKey(path);
  expect(made.say).not.toMatch(/AGE-SECRET-KEY/);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const before = readFileSync(path, 'utf8');
  expect((await makeKey(path)).code).toBe(2);
  expect(readFileSync(path, 'utf8')).toBe(before);
  mkdirSync(join(folder, 'other.recipient.txt'));
  expect((await makeKey(join(folder, 'other'))).code).toBe(2);
  expect(existsSync(join(folder, 'other'))).toBe(false);
});
