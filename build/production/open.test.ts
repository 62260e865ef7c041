import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recipientHash } from '../../electron/lib/recipient/read-recipient.ts';
import { holdId, ticket } from '../../shared/contract/ids.ts';
import type { UnsignedManifest } from '../../shared/production/manifest.ts';
import { makeKey } from './key.ts';
import { openProduction } from './open.ts';
import { emptyFolder, fullAt, newRecipient, PHOTO, produced, record } from './produced.test-support.ts';

it('the recipient opens what was produced, and its signer is compared with the key that was given', async () => {
  const { file, key, into, signer } = await produced();
  const opened = await openProduction({ file, key, folder: into, kiosk: signer });
  expect(opened).toMatchObject({ code: 0, say: expect.stringContaining('ticket 41 of 2026-11-24') });
  expect(JSON.parse(readFileSync(join(into, 'record.json'), 'utf8'))).toEqual(record);
  expect(readFileSync(join(into, 'photo.jpg'))).toEqual(PHOTO);
  expect(statSync(into).mode & 0o777).toBe(0o700);
  expect(statSync(join(into, 'record.json')).mode & 0o777).toBe(0o600);
  // Never over something else, also where nothing is in it.
  for (const there of [into, emptyFolder()])
    expect(await openProduction({ file, key, folder: there, kiosk: signer })).toMatchObject({
      ...{ code: 2, say: expect.stringContaining('is there already') },
    });
  const spelled = signer.replaceAll(' ', '').toUpperCase();
  expect((await openProduction({ file, key, folder: `${into}-2/`, kiosk: spelled })).code).toBe(0);
  const other = await openProduction({ file, key, folder: `${into}-3`, kiosk: '0'.repeat(32) });
  expect(other).toMatchObject({ code: 1, say: expect.stringContaining('Another key') });
  const mistyped = await openProduction({ file, key, folder: `${into}-3`, kiosk: signer.slice(0, -1) });
  expect(mistyped).toMatchObject({ code: 2, say: expect.stringContaining('32 hexadecimal digits') });
  expect(existsSync(`${into}-3`)).toBe(false);
});

it('where nobody says whose key it must be, it is opened, and said to be unchecked', async () => {
  const { file, key, into, signer } = await produced();
  const opened = await openProduction({ file, key, folder: into, kiosk: null });
  expect(opened).toMatchObject({ code: 2, say: expect.stringContaining('Not checked: whose key') });
  expect(opened.say).toContain(signer);
  expect(existsSync(join(into, 'record.json'))).toBe(true);
  // The control: with it nothing is unchecked.
  const checked = await openProduction({ file, key, folder: `${into}-2`, kiosk: signer });
  expect(checked.say).not.toContain('Not checked');
});

it.each<[string, Partial<UnsignedManifest>]>([
  ['kiosk', { kiosk: 'f'.repeat(32) }],
  ['name of the kiosk', { kioskName: 'Counter 4' }],
  ['program', { program: '0.2.0' }],
  ['moment', { produced: '2026-11-24T15:20:01.000Z' }],
  ['hold', { hold: holdId.parse('d'.repeat(32)) }],
  ['ticket', { ticket: ticket.parse(42) }],
  ['day', { day: '2026-11-25' }],
])(
  'a manifest that says another %s than the record is told, and nothing is written',
  async (what, change) => {
    const { file, key, into, signer, folder } = await produced((content) => ({ ...content, ...change }));
    const opened = await openProduction({ file, key, folder: into, kiosk: signer });
    expect(opened).toMatchObject({ code: 1, say: expect.stringContaining(`another ${what}`) });
    expect(readdirSync(folder).some((name) => name.startsWith('opened'))).toBe(false);
  },
);

it('a manifest that names another recipient than the key that opens it, or another hash, is told', async () => {
  const other = await newRecipient(join(emptyFolder(), 'other.key'));
  const lies: readonly [string, (content: UnsignedManifest) => Partial<UnsignedManifest>][] = [
    ['another recipient', () => ({ recipient: other, recipientHash: recipientHash(other) })],
    ['hash of the recipient', () => ({ recipientHash: recipientHash(other) })],
    ['not the one of its manifest', ({ package: sealed }) => ({ package: { ...sealed, bytes: 1 } })],
  ];
  for (const [words, lie] of lies) {
    const { file, key, into, signer } = await produced((content) => ({ ...content, ...lie(content) }));
    const opened = await openProduction({ file, key, folder: into, kiosk: signer });
    expect(opened).toMatchObject({ code: 1, say: expect.stringContaining(words) });
    expect(existsSync(into)).toBe(false);
  }
});

it('where writing fails midway nothing of anybody stays', async () => {
  const { file, key, into, signer, folder } = await produced();
  const before = readdirSync(folder);
  for (const failing of [1, 2]) {
    const opened = await openProduction({ file, key, folder: into, kiosk: signer }, fullAt(failing));
    expect(opened).toMatchObject({ code: 2, say: expect.stringContaining('ENOSPC') });
    expect(readdirSync(folder)).toEqual(before);
  }
  // The control: it has two files to write.
  expect((await openProduction({ file, key, folder: into, kiosk: signer }, fullAt(3))).code).toBe(0);
});

it('what was altered, has no manifest, or is another’s is not opened', async () => {
  const { file, key, into, signer, manifest, manifestPath, folder } = await produced();
  const open = async (whose = key) => {
    const { code, say } = await openProduction({ file, key: whose, folder: into, kiosk: signer });
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
  expect((await openProduction({ file, key, folder: into, kiosk: signer })).code).toBe(0);
});
