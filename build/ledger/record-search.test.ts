import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { expect, it, onTestFinished } from 'vitest';
import { publicKeyOf, signCheckpoint } from '../../electron/keeper/ledger/signatures.ts';
import { makeStatement } from '../../electron/keeper/record-search/search-statement.ts';
import { sampleStatement } from '../../shared/record-search/statement.test-support.ts';
import { digestedText } from '../../shared/record-search/terms.ts';
import { askPaper } from './ask-paper.ts';
import { recordSearch } from './record-search.ts';

const KIOSK = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const SALT = '00112233445566778899aabbccddeeff';
const PAPER = { name: 'Zephyrina Vandersloot', salt: '0011 2233 4455 6677 8899 AABB CCDD EEFF' };

const nobody = () => Promise.resolve(null);

/** A checkpoint of a kiosk, and an answer that it gave; `ledger`: the entry that tells of it. */
function stage(ledger = { sequence: 7, hash: 'ef'.repeat(32) }) {
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
  const { by, second, reason, policy, dateInDoubt, holds } = sample;
  const { verdict, searched, unsearchable, beingErased, erasedMeanwhile, matches } = sample;
  const digest = createHash('sha256').update(digestedText(SALT, PAPER.name)).digest('hex');
  const statement = makeStatement(
    privateKey,
    { by, second, reason, digest, began: Date.UTC(2026, 10, 24, 16) },
    { ledger, dateInDoubt, holds: [...holds] },
    { identifier: KIOSK, name: 'Counter 3', build: 'evaluation', policy },
    { verdict, searched, unsearchable, beingErased, erasedMeanwhile, matches: [...matches] },
    Date.UTC(2026, 10, 24, 16, 1),
  );
  return { checkpoint, statement, write };
}

it('an answer is said in words, and which name it is about with the paper alone', async () => {
  const { checkpoint, statement, write } = stage();
  const path = write('answer.json', statement);
  const { code, say } = await recordSearch(path, checkpoint, () => Promise.resolve(PAPER));
  expect([code, say]).toEqual([0, expect.stringContaining('It is about the name on the paper.')]);
  expect(say).toContain('Found');
  expect(say).toContain('Ticket 3 of 2026-11-23 (name, in another spelling).');
  expect(say).toContain('Searched: 12. Could not be opened: 1. Being erased: 2. Erased meanwhile: 4.');
  expect(say).toContain('Legal holds in force: 1 on everything, 0 on named tickets.');
  expect(say).toContain('Entry 7 of the ledger tells of this search.');
  expect(await recordSearch(path, checkpoint, nobody)).toMatchObject({
    code: 0,
    say: expect.stringContaining('was not checked'),
  });
  for (const wrong of [
    { ...PAPER, name: 'Peregrine Oddfellow' },
    { ...PAPER, salt: PAPER.salt.replace('0011', '0012') },
    { ...PAPER, name: '' },
  ]) {
    expect(await recordSearch(path, checkpoint, () => Promise.resolve(wrong))).toMatchObject({
      code: 1,
      say: expect.stringContaining('not about this name'),
    });
  }
});

it('an altered answer, another kiosk’s, and what is none are told apart', async () => {
  const { checkpoint, statement, write } = stage();
  for (const change of [
    { verdict: 'not-found' },
    { matches: [] },
    { searched: 13 },
    { reason: 'own-request' },
  ]) {
    const altered = write('altered.json', { ...statement, ...change });
    expect(await recordSearch(altered, checkpoint, nobody)).toMatchObject({
      code: 1,
      say: expect.stringContaining('does not hold'),
    });
  }
  const foreign = stage();
  expect(await recordSearch(write('own.json', statement), foreign.checkpoint, nobody)).toMatchObject({
    code: 1,
    say: expect.stringContaining('another key than the checkpoint'),
  });
  const elsewhere = write('elsewhere.json', { ...statement, kiosk: 'ab'.repeat(16) });
  expect(await recordSearch(elsewhere, checkpoint, nobody)).toMatchObject({
    code: 1,
    say: expect.stringContaining('another kiosk'),
  });
  const none = write('none.json', { ...statement, format: 'another' });
  expect((await recordSearch(none, checkpoint, nobody)).code).toBe(2);
  expect((await recordSearch('/nowhere.json', checkpoint, nobody)).code).toBe(2);
});

it('a checkpoint from before the search, or of another history, is refused', async () => {
  const hash = Buffer.alloc(32, 7).toString('hex');
  for (const [ledger, expected] of [
    [{ sequence: 9, hash }, { code: 0 }],
    [
      { sequence: 10, hash },
      { code: 1, say: expect.stringContaining('an earlier checkpoint') },
    ],
    [
      { sequence: 9, hash: 'ef'.repeat(32) },
      { code: 1, say: expect.stringContaining('Entry 9 of the checkpoint is not') },
    ],
  ] as const) {
    const { checkpoint, statement, write } = stage(ledger);
    expect(await recordSearch(write('answer.json', statement), checkpoint, nobody)).toMatchObject(expected);
  }
});

it('name and salt are two lines of the input; without a name nothing is checked', async () => {
  const asked = (text: string) => askPaper(Readable.from([text]), new PassThrough());
  expect(await asked(`${PAPER.name}\n${PAPER.salt}\n`)).toEqual(PAPER);
  expect(await asked('\n')).toBeNull();
  expect(await asked('')).toBeNull();
  expect(await asked(PAPER.name)).toEqual({ name: PAPER.name, salt: '' });
});
