import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryPath, worked } from '../../electron/keeper/ledger/ledger.test-support.ts';
import { openLedger } from '../../electron/keeper/ledger/ledger.ts';
import { sha256, signCheckpoint } from '../../electron/keeper/ledger/signatures.ts';
import { randomGuardedKey, type SigningKey } from '../../electron/keeper/signing/signing-key.ts';
import { readPolicyFile } from '../../electron/lib/policy-file/policy-file.ts';
import { hexOfBytes } from '../../shared/ledger/encode-field.ts';
import { appealCode, kioskInCode, policyInCode, signedBytesOf } from '../../shared/slips/appeal-code.ts';
import { appeal } from './appeal.ts';
import { keysOf, verify as verifyLedger } from './read-commands.ts';

const KIOSK = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const harborCity = fileURLToPath(new URL('../programmes/harbor-city.json', import.meta.url));
const { hash } = must(readPolicyFile(harborCity));

function must<Value>(read: { ok: true; value: Value } | { ok: false }): Value {
  if (!read.ok) throw new Error('the shipped policy does not hold');
  return read.value;
}

/** A checkpoint of a kiosk with this key, as a stick carries it away. */
function checkpointOf(key: SigningKey): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-appeal-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const content = { kiosk: Buffer.from(KIOSK, 'hex'), sequence: 9, hash: Buffer.alloc(32, 7) };
  const path = join(folder, 'checkpoint.json');
  writeFileSync(
    path,
    JSON.stringify({
      format: 'counterfoil checkpoint 1',
      kiosk: KIOSK,
      sequence: 9,
      hash: content.hash.toString('hex'),
      signature: Buffer.from(signCheckpoint(key, 'head', content)).toString('base64'),
      publicKey: Buffer.from(key.publicKey).toString('base64'),
    }),
  );
  return path;
}

function codeBy(key: SigningKey, kiosk = KIOSK, day = 24): string {
  const said = {
    kiosk: kioskInCode(kiosk),
    day: { year: 2026, month: 11, day },
    withinDays: 30,
    reasons: [1, 2],
    policy: policyInCode(hash),
  };
  return appealCode(said, key.sign(signedBytesOf(said)));
}

it('a good code is said in words, with the policy or without', () => {
  const privateKey = randomGuardedKey();
  const [checkpoint, code] = [checkpointOf(privateKey), codeBy(privateKey)];
  const { code: exit, say } = appeal(code.toLowerCase(), { checkpoint, ledger: undefined }, harborCity);
  expect([exit, say]).toEqual([0, expect.stringContaining('Denied on November 24, 2026.')]);
  expect(say).toContain('until December 24, 2026.');
  // What it does not prove.
  expect(say).toContain('It does not prove who that was, nor that the refusal stayed');
  expect(say).toContain('residency-not-proven: Residency not proven');
  expect(say).toContain('document-not-accepted: A document is not accepted');
  expect(appeal(code, { checkpoint, ledger: undefined }, undefined).say).toContain(
    `begins with ${policyInCode(hash)}: 2, 3.`,
  );
});

it('another policy words nothing', () => {
  const privateKey = randomGuardedKey();
  const checkpoint = checkpointOf(privateKey);
  const other = join(dirname(checkpoint), 'policy.json');
  writeFileSync(other, `${readFileSync(harborCity, 'utf8')}\n`);
  const { code, say } = appeal(codeBy(privateKey), { checkpoint, ledger: undefined }, other);
  expect([code, say]).toEqual([0, expect.stringContaining('The given policy is another one.')]);
});

it('what is no code, another kiosk’s, or of another key is told apart', () => {
  const privateKey = randomGuardedKey();
  const checkpoint = checkpointOf(privateKey);
  const said = (text: string) => appeal(text, { checkpoint, ledger: undefined }, undefined);
  expect(said('ABCD')).toMatchObject({ code: 1, say: expect.stringContaining('no appeal code') });
  expect(said(codeBy(privateKey, 'f'.repeat(32)))).toMatchObject({
    code: 1,
    say: expect.stringContaining('does not name the kiosk'),
  });
  const foreign = codeBy(randomGuardedKey());
  // Whether another key of the kiosk signed it, says its ledger alone.
  expect(said(foreign)).toMatchObject({ code: 2, say: expect.stringContaining('--ledger') });
  expect(appeal(codeBy(privateKey), { checkpoint: '/nowhere.json', ledger: undefined }, undefined).code).toBe(
    2,
  );
});

it('a code of an earlier key is found by the ledger, up to the checkpoint; of a key that is in no ledger it does not hold', () => {
  const path = temporaryPath();
  const keys = [randomGuardedKey()];
  const now = () => keys.at(-1) ?? expect.fail('there is a first key');
  const ledger = worked(openLedger(path, now));
  const first = now();
  ledger.append({ kind: 'opened', utc: 1, kiosk: KIOSK, key: hexOfBytes(sha256(first.publicKey)) });
  for (const epoch of [1, 2]) {
    const next = randomGuardedKey();
    ledger.roll(next, { epoch, utc: Date.UTC(2026, 10, 23 + epoch) });
    keys.push(next);
  }
  const checkpoint = join(dirname(path), 'kept.json');
  writeFileSync(checkpoint, JSON.stringify(ledger.checkpoint()));
  const later = randomGuardedKey();
  ledger.roll(later, { epoch: 3, utc: Date.UTC(2026, 10, 28) });
  ledger.close();
  const said = (key: SigningKey) => appeal(codeBy(key), { checkpoint, ledger: path }, undefined);
  for (const key of keys) expect(said(key)).toMatchObject({ code: 0 });
  // Whoever took the kiosk after the checkpoint has it.
  for (const key of [later, randomGuardedKey()])
    expect(said(key)).toMatchObject({ code: 1, say: expect.stringContaining('does not hold') });
  // With a key that was destroyed before that day: whoever took it signs as its successor.
  const days = keys.map((key) => appeal(codeBy(key, KIOSK, 27), { checkpoint, ledger: path }, undefined));
  expect(days.map(({ code }) => code)).toEqual([1, 1, 0]);
  expect(days[1]?.say).toContain('was destroyed before the day');
  expect(keysOf(path).say.split('\n')).toHaveLength(4);
  expect(verifyLedger(path, { checkpoint, fingerprint: undefined }).say).toContain(
    'through 3 that each were signed by the one before',
  );
});
