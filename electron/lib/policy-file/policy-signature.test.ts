import { createPublicKey, sign } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  newProgramme,
  type Programme,
  signedPolicyFile,
} from '../../keeper/policy/signed-policy.test-support.ts';
import { signaturePath } from './detached-signature.ts';
import { readSignature } from './policy-signature.ts';

const programme = newProgramme();
const read = (path: string, by: Programme = programme) =>
  readSignature(path, readFileSync(path), createPublicKey(by.publicPem));

function withSignature(text: string | Uint8Array): string {
  const path = signedPolicyFile(programme);
  writeFileSync(signaturePath(path), text);
  return path;
}

const textOf = (path: string): string => readFileSync(signaturePath(path), 'utf8');

describe('a signature', () => {
  it('is of exactly these bytes by this key', () => {
    const path = signedPolicyFile(programme);
    expect(read(path)).toMatchObject({ ok: true });
    expect(read(path, newProgramme())).toEqual({ ok: false, error: { kind: 'wrong' } });
    const bytes = readFileSync(path);
    // One bit of each place in turn would take minutes: the first, the last, and some between.
    for (let place = 0; place < bytes.length; place += 1 + Math.floor(bytes.length / 40)) {
      const forged = Buffer.from(bytes);
      forged.writeUInt8(forged.readUInt8(place) ^ 1, place);
      writeFileSync(path, forged);
      expect(read(path)).toEqual({ ok: false, error: { kind: 'wrong' } });
    }
    writeFileSync(path, Buffer.concat([bytes, Buffer.from('\n')]));
    expect(read(path)).toEqual({ ok: false, error: { kind: 'wrong' } });
    writeFileSync(path, bytes);
    expect(read(path)).toMatchObject({ ok: true });
  });

  it('of the file alone, without the words that are signed with it, is none of a policy', () => {
    const path = signedPolicyFile(programme);
    const bare = sign(null, readFileSync(path), programme.privateKey).toString('base64');
    writeFileSync(signaturePath(path), `counterfoil policy signature 1\n${bare}\n`);
    expect(read(path)).toEqual({ ok: false, error: { kind: 'wrong' } });
  });

  it('may have been carried through Windows', () => {
    const path = signedPolicyFile(programme);
    writeFileSync(signaturePath(path), textOf(path).replaceAll('\n', '\r\n'));
    expect(read(path)).toMatchObject({ ok: true });
  });

  it.each([
    ['nothing', ''],
    ['only its first line', 'counterfoil policy signature 1\n'],
    ['another first line', `counterfoil policy signature 2\n${'A'.repeat(86)}==\n`],
    ['a byte less', `counterfoil policy signature 1\n${'A'.repeat(84)}\n`],
    ['more after it', `counterfoil policy signature 1\n${'A'.repeat(86)}==\n${'A'.repeat(86)}==\n`],
    ['what is no text', Buffer.alloc(600, 0xff)],
  ])('with %s is malformed', (_, text) => {
    expect(read(withSignature(text))).toEqual({ ok: false, error: { kind: 'malformed' } });
  });

  it('that is not there, too large, or a folder is named so', () => {
    const path = signedPolicyFile(programme);
    rmSync(signaturePath(path));
    expect(read(path)).toEqual({ ok: false, error: { kind: 'missing' } });
    mkdirSync(signaturePath(path));
    expect(read(path)).toEqual({ ok: false, error: { kind: 'no-file' } });
    const large = withSignature('x'.repeat(1025));
    expect(read(large)).toEqual({ ok: false, error: { kind: 'too-large', bytes: 1025 } });
    expect(dirname(signaturePath(large))).toBe(dirname(large));
  });
});
