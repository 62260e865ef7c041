import { createHash, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryPath, worked } from '../../electron/keeper/ledger/ledger.test-support.ts';
import { openLedger } from '../../electron/keeper/ledger/ledger.ts';
import { publicKeyHash } from '../../electron/keeper/ledger/signatures.ts';
import { randomGuardedKey } from '../../electron/keeper/signing/signing-key.ts';
import { signStatement } from '../../electron/keeper/statement/sign-statement.ts';
import { fingerprint } from '../../shared/ledger/checkpoint.ts';
import { statementOnPaper } from '../../shared/statement/on-paper.ts';
import {
  SAMPLE_STATEMENT,
  SMALLEST_STATEMENT,
} from '../../shared/statement/sample-statement.test-support.ts';
import { statement } from './statement.ts';

const privateKey = randomGuardedKey();
const made = signStatement(privateKey, SAMPLE_STATEMENT);
const publicKey = Buffer.from(privateKey.publicKey).toString('base64');
const key = fingerprint(publicKeyHash({ publicKey }));

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-statement-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'statement.json');
  writeFileSync(path, text);
  return path;
}

it('a statement’s file and the code on its paper are checked with a known key; without one nothing is proven', () => {
  for (const given of [fileWith(made.file), made.code, made.code.toLowerCase().replaceAll(' ', '')]) {
    expect(statement(given, key, undefined)).toMatchObject({
      code: 0,
      say: expect.stringContaining('It is the key'),
    });
    expect(statement(given, undefined, undefined)).toMatchObject({
      code: 2,
      say: expect.stringContaining('Whose key that is, is not known'),
    });
  }
  expect(statement(made.code, key, undefined).say).toContain('nothing about the figures');
  const isVoid = signStatement(privateKey, SMALLEST_STATEMENT);
  expect(statement(fileWith(isVoid.file), key, undefined).read).toContain('VOID');
});

it('of a file every word and figure of its paper is printed, to compare them', () => {
  const { read: say } = statement(fileWith(made.file), key, undefined);
  // Also where nobody said whose key it must be.
  expect(statement(fileWith(made.file), undefined, undefined)).toMatchObject({ code: 2, read: say });
  const paper = statementOnPaper(SAMPLE_STATEMENT, made);
  for (const line of paper.lines) expect(say).toContain(line);
  for (const { label, rows, lines } of paper.sections) {
    for (const words of [label, ...lines, ...rows.map((row) => `${row.label}: ${row.value}`)]) {
      expect(say).toContain(words);
    }
  }
  expect(say).toContain(made.code);
});

it('one that a kiosk made in the first format still holds, and says what that format did not tell', () => {
  const old = fileURLToPath(new URL('../../tests/fixtures/statement-1/statement.json', import.meta.url));
  const text = readFileSync(old, 'utf8');
  const known = fingerprint(publicKeyHash(JSON.parse(text)));
  const { code, read: say } = statement(old, known, undefined);
  expect(code).toBe(0);
  expect(say).toContain('  Erasures not proven: 1\n');
  expect(say).toContain('  Open step print-side-purged: 1 erasure\n');
  expect(say).toContain('  Last entry: 812\n');
  expect(say).toContain('It doesn’t tell erasures that a legal hold stopped');
  expect(say).not.toMatch(/Stopped by a legal hold:|Erasures it stops now:|Last order carried out:/);
  const altered = text.replace('"notProven":1', '"notProven":0');
  expect(altered).not.toBe(text);
  expect(statement(fileWith(altered), known, undefined).code).toBe(1);
});

it('one figure changed, another key, a code mistyped: each is told apart', () => {
  const altered = made.file.replace('"entries":812', '"entries":811');
  expect(altered).not.toBe(made.file);
  expect(statement(fileWith(altered), key, undefined)).toMatchObject({
    code: 1,
    say: expect.stringContaining('not what was signed'),
  });
  const other = signStatement(randomGuardedKey(), SAMPLE_STATEMENT);
  expect(statement(other.code, key, undefined)).toMatchObject({
    // Without the ledger nobody knows whether it is another one of the kiosk.
    code: 2,
    say: expect.stringContaining('Another key'),
  });
  const forged = JSON.stringify({ ...JSON.parse(other.file), publicKey });
  expect(statement(fileWith(forged), key, undefined)).toMatchObject({
    code: 1,
    say: expect.stringContaining('does not hold'),
  });
  const mistyped = `${made.code.slice(0, -1)}${made.code.endsWith('0') ? '1' : '0'}`;
  expect(statement(mistyped, key, undefined)).toMatchObject({ code: 1 });
});

it('what is neither is refused, with code 2', () => {
  expect(statement('/nowhere.json', undefined, undefined).code).toBe(2);
  expect(statement(fileWith('{}'), undefined, undefined).code).toBe(2);
  expect(statement(made.code, 'not a fingerprint', undefined).code).toBe(2);
});

it('a stranger checks it with nothing but docs/custody-statement.md', () => {
  // As the document has it: the value of "statement" as it stands in the file, hashed; a signature over a word, the
  // kiosk and that hash.
  const text = made.file
    .slice(made.file.indexOf('"statement":') + '"statement":'.length)
    .trimEnd()
    .slice(0, -1);
  const digest = createHash('sha256').update(text).digest();
  const file = JSON.parse(made.file);
  expect(digest.toString('hex')).toBe(file.digest);
  const signed = Buffer.concat([
    Buffer.from('counterfoil statement 1\n'),
    Buffer.from(file.statement.kiosk.identifier, 'hex'),
    digest,
  ]);
  const spki = { key: Buffer.from(file.publicKey, 'base64'), format: 'der', type: 'spki' } as const;
  expect(verify(null, signed, spki, Buffer.from(file.signature, 'base64'))).toBe(true);
});

it('of a kiosk whose key has changed since, any of its keys is enough, with its ledger', () => {
  const path = temporaryPath();
  const keys = [randomGuardedKey()];
  const now = () => keys.at(-1) ?? expect.fail('there is a first key');
  const ledger = worked(openLedger(path, now));
  const [first] = keys;
  if (first === undefined) throw new Error('there is a first key');
  const opening = createHash('sha256').update(first.publicKey).digest('hex');
  ledger.append({ kind: 'opened', utc: 1, kiosk: '0f'.repeat(16), key: opening });
  const next = randomGuardedKey();
  ledger.roll(next, { epoch: 1, utc: 1 });
  keys.push(next);
  const { code, digest } = signStatement(next, SAMPLE_STATEMENT);
  ledger.append({ kind: 'statement-made', utc: 1, by: '0a'.repeat(16), statement: digest });
  ledger.close();
  const known = fingerprint(opening);
  expect(statement(code, known, undefined)).toMatchObject({
    ...{ code: 2, say: expect.stringContaining('--ledger') },
  });
  expect(statement(code, known, path)).toMatchObject({
    ...{ code: 0, say: expect.stringContaining('another key of the kiosk') },
  });
  // The control: a key of no ledger is none of it.
  const foreign = signStatement(randomGuardedKey(), SAMPLE_STATEMENT).code;
  expect(statement(foreign, known, path)).toMatchObject({ code: 1 });
  expect(statement(foreign, undefined, path)).toMatchObject({ code: 1 });
  expect(statement(code, undefined, path)).toMatchObject({ code: 2 });
  expect(statement(code, fingerprint(publicKeyHash({ publicKey })), path)).toMatchObject({ code: 1 });
});

it('with the ledger it has to be entered there: whoever took an old key signs what the kiosk never stated', () => {
  const path = temporaryPath();
  const ledger = worked(openLedger(path, () => privateKey));
  const opening = createHash('sha256').update(privateKey.publicKey).digest('hex');
  ledger.append({ kind: 'opened', utc: 1, kiosk: '0f'.repeat(16), key: opening });
  ledger.append({ kind: 'statement-made', utc: 1, by: '0a'.repeat(16), statement: made.digest });
  ledger.close();
  expect(statement(made.code, key, path)).toMatchObject({ code: 0 });
  const other = signStatement(privateKey, SMALLEST_STATEMENT).code;
  expect(statement(other, key, undefined)).toMatchObject({ code: 0 });
  expect(statement(other, key, path)).toMatchObject({
    ...{ code: 1, say: expect.stringContaining('no entry “statement-made”') },
  });
});
