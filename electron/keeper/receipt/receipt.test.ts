import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../../shared/contract/receipt.ts';
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
