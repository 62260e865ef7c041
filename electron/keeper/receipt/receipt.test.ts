import { verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../../shared/contract/receipt.ts';
import { readReceiptCode } from '../../../shared/receipt/receipt-code.ts';
import { spkiOf } from '../../../shared/statement/statement-code.ts';
import { readPublicKey } from '../ledger/signatures.ts';
import { randomGuardedKey } from '../signing/signing-key.ts';
import { isReceiptValid } from './receipt.test-support.ts';
import { makeReceipt } from './receipt.ts';

const about = { day: '2026-11-24', kiosk: 'Counter 3', identifier: '0f'.repeat(16), practice: false };

function sample(
  search: Receipt['erased']['search'],
  printer: Parameters<typeof makeReceipt>[3] = 'built-in',
  selections: Parameters<typeof makeReceipt>[4] = 'empty',
  mayOldKeyBeLeft = false,
): Receipt {
  const key = randomGuardedKey();
  return makeReceipt(
    key,
    about,
    { outcome: 'issued', custody: 'memory', search, spool: 'kept-nothing' },
    printer,
    selections,
    mayOldKeyBeLeft,
  );
}

describe('the receipt', () => {
  const receipt = sample({
    kind: 'searched',
    tooShort: 0,
    alsoOwn: 0,
    files: 100,
    bytes: 10_000_000,
    hits: 0,
    unreadable: 0,
  });

  it('holds as signed, and not after any figure or word is changed', () => {
    expect(isReceiptValid(receipt)).toBe(true);
    expect(isReceiptValid({ ...receipt, day: '2026-11-25' })).toBe(false);
    expect(isReceiptValid({ ...receipt, practice: true })).toBe(false);
    expect(isReceiptValid({ ...receipt, notDone: [] })).toBe(false);
    for (const changed of [{ outcome: 'denied' }, { custody: 'sealed' }, { spool: 'purged' }] as const) {
      expect(isReceiptValid({ ...receipt, erased: { ...receipt.erased, ...changed } })).toBe(false);
    }
  });

  it('has a code for its paper: the same for everybody of whom the same is said, and without how it ended', () => {
    const key = randomGuardedKey();
    const search = { kind: 'not-searched' } as const;
    const made = (outcome: Receipt['erased']['outcome'], day = about.day) =>
      makeReceipt(
        key,
        { ...about, day },
        { outcome, custody: 'memory', search, spool: 'purged' },
        'machine',
        'empty',
        false,
      );
    const [issued, denied] = [made('issued'), made('denied')];
    expect(issued.code).toBe(denied.code);
    expect(issued.signature).not.toBe(denied.signature);
    expect(made('issued', '2026-11-25').code).not.toBe(issued.code);
    const read = readReceiptCode(issued.code);
    if (!read.ok) throw new Error(read.error);
    const { content, publicKey, signedBytes, signature } = read.value;
    expect(content).toMatchObject({ kiosk: about.identifier, custody: 'memory', search, spool: 'purged' });
    const signer = readPublicKey(spkiOf(publicKey)) ?? expect.fail('a key');
    expect(verify(null, signedBytes, signer, signature)).toBe(true);
    expect(Buffer.from(publicKey)).toEqual(key.raw);
  });

  it('says where an earlier key may be left, and is signed with it', () => {
    const left = sample({ kind: 'not-searched' }, 'built-in', 'empty', true);
    expect(left.notDone).toContain('old-signing-key-may-be-left');
    expect(sample({ kind: 'not-searched' }).notDone).not.toContain('old-signing-key-may-be-left');
    expect(isReceiptValid({ ...left, notDone: left.notDone.slice(0, -1) })).toBe(false);
  });

  it('says what it did not do', () => {
    expect(receipt.notDone).toEqual(['process-memory-was-not-searched']);
    expect(sample({ kind: 'not-searched' }).notDone).toContain('search-was-not-possible');
    expect(
      sample({
        kind: 'searched',
        tooShort: 0,
        alsoOwn: 0,
        files: 100,
        bytes: 10_000_000,
        hits: 0,
        unreadable: 1,
      }).notDone,
    ).toContain('some-files-unreadable');
    for (const selections of ['kept', 'cannot-tell'] as const) {
      expect(sample({ kind: 'not-searched' }, 'built-in', selections).notDone).toContain(
        'selections-not-emptied',
      );
    }
  });
});
