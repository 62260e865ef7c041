import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workingFolder } from '../../keeper/database/temporary-files.test-support.ts';
import { newProgramme } from '../../keeper/policy/signed-policy.test-support.ts';
import { keyOfBytes, readKeyFile } from './programme-key.ts';

const programme = newProgramme();

function fileOf(text: string): string {
  const path = join(workingFolder(), 'key.pem');
  writeFileSync(path, text);
  return path;
}

it('a public key is read, and named by the hash of its 32 bytes', () => {
  const read = readKeyFile(fileOf(`\n${programme.publicPem.replaceAll('\n', '\r\n')}`));
  if (!read.ok || read.value === null) throw new Error('not read');
  const { raw, hash } = read.value;
  expect(raw.byteLength).toBe(32);
  expect(hash).toBe(createHash('sha256').update(raw).digest('hex'));
  expect(keyOfBytes(raw).hash).toBe(hash);
});

it('no file is no key, and no fault', () => {
  expect(readKeyFile(join(workingFolder(), 'none.pem'))).toEqual({ ok: true, value: null });
});

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const agreement = generateKeyPairSync('x25519');

it.each([
  ['a private key', programme.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()],
  ['a key of another kind', rsa.publicKey.export({ format: 'pem', type: 'spki' }).toString()],
  ['a key that signs nothing', agreement.publicKey.export({ format: 'pem', type: 'spki' }).toString()],
  ['two keys', programme.publicPem + newProgramme().publicPem],
  ['nothing', ''],
  ['a key that is cut off', programme.publicPem.replace(/.{8}\n-----END/, '\n-----END')],
])('a file with %s is none', (_, text) => {
  expect(readKeyFile(fileOf(text))).toEqual({ ok: false, error: { kind: 'no-key' } });
});

it('a folder in its place, or a film, is not taken for no key', () => {
  const path = join(workingFolder(), 'key.pem');
  mkdirSync(path);
  expect(readKeyFile(path)).toEqual({ ok: false, error: { kind: 'no-file' } });
  expect(readKeyFile(fileOf(' '.repeat(4097)))).toEqual({
    ok: false,
    error: { kind: 'too-large', bytes: 4097 },
  });
});
