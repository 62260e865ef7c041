import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { publicKeyOf, signCheckpoint } from '../../electron/keeper/ledger/signatures.ts';
import { makeStatement } from '../../electron/keeper/record-search/search-statement.ts';
import { sampleStatement } from '../../shared/record-search/statement.test-support.ts';
import { digestedText } from '../../shared/record-search/terms.ts';
import { recordSearch } from './record-search.ts';

const KIOSK = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const SALT = '00112233445566778899aabbccddeeff';
const PAPER = { name: 'Zephyrina Vandersloot', salt: '0011 2233 4455 6677 8899 AABB CCDD EEFF' };

/** A checkpoint of a kiosk, and an answer that it gave. */
function stage() {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-search-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { privateKey } = generateKeyPairSync('ed25519');
  const hash = Buffer.alloc(32, 7);
  const content = { kiosk: Buffer.from(KIOSK, 'hex'), sequence: 9, hash };
  const write = (name: string, value: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(value));
    return path;
  };
  const checkpoint = write('checkpoint.json', {
    format: 'counterfoil checkpoint 1',
    ...{ kiosk: KIOSK, sequence: 9, hash: hash.toString('hex') },
    signature: Buffer.from(signCheckpoint(privateKey, 'head', content)).toString('base64'),
    publicKey: Buffer.from(publicKeyOf(privateKey)).toString('base64'),
  });
  const sample = sampleStatement({});
  const { by, second, reason, policy, verdict, searched, unsearchable, beingErased, matches } = sample;
  const digest = createHash('sha256').update(digestedText(SALT, PAPER.name)).digest('hex');
  const statement = makeStatement(
    privateKey,
    { by, second, reason, digest, began: Date.UTC(2026, 10, 24, 16) },
    { identifier: KIOSK, name: 'Counter 3', build: 'evaluation', policy, ledger: sample.ledger },
    { verdict, searched, unsearchable, beingErased, matches: [...matches] },
    Date.UTC(2026, 10, 24, 16, 1),
  );
  return { checkpoint, statement, write };
}

it('an answer is said in words, and which name it is about with the paper alone', () => {
  const { checkpoint, statement, write } = stage();
  const path = write('answer.json', statement);
  const { code, say } = recordSearch(path, checkpoint, PAPER);
  expect([code, say]).toEqual([0, expect.stringContaining('It is about the name on the paper.')]);
  expect(say).toContain('Found');
  expect(say).toContain('Tickets: 3.');
  expect(say).toContain('Searched: 12. Could not be opened: 1. Being erased: 2.');
  expect(recordSearch(path, checkpoint, null)).toMatchObject({
    code: 0,
    say: expect.stringContaining('--salt'),
  });
  for (const wrong of [
    { ...PAPER, name: 'Peregrine Oddfellow' },
    { ...PAPER, salt: PAPER.salt.replace('0011', '0012') },
    { ...PAPER, name: '' },
  ]) {
    expect(recordSearch(path, checkpoint, wrong)).toMatchObject({
      code: 1,
      say: expect.stringContaining('not about this name'),
    });
  }
});

it('an altered answer, another kiosk’s, and what is none are told apart', () => {
  const { checkpoint, statement, write } = stage();
  for (const change of [
    { verdict: 'not-found' },
    { matches: [] },
    { searched: 13 },
    { reason: 'own-request' },
  ]) {
    expect(recordSearch(write('altered.json', { ...statement, ...change }), checkpoint, null)).toMatchObject({
      code: 1,
      say: expect.stringContaining('does not hold'),
    });
  }
  const foreign = stage();
  expect(recordSearch(write('own.json', statement), foreign.checkpoint, null)).toMatchObject({
    code: 1,
    say: expect.stringContaining('not of the kiosk and the key'),
  });
  expect(recordSearch(write('none.json', { ...statement, format: 'another' }), checkpoint, null).code).toBe(
    2,
  );
  expect(recordSearch('/nowhere.json', checkpoint, null).code).toBe(2);
});
