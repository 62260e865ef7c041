import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ledgerDetailOf } from '../../../shared/ledger/ledger-detail.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { type Ledger, openLedger } from '../ledger/ledger.ts';
import { publicKeyOf } from '../ledger/signatures.ts';
import { createSigningKey, readSigningKey } from '../receipt/receipt.ts';
import { newVault } from '../vault/vault.test-support.ts';
import type { Vault } from '../vault/vault.ts';
import { createPendingEntries, type PendingEntries } from './pending-entries.ts';

const forward = { kind: 'clock-moved', utc: 1, direction: 'forward', minutes: 2 } as const;
const back = { kind: 'clock-moved', utc: 2, direction: 'back', minutes: 2 } as const;

interface Files {
  readonly vault: Vault;
  readonly ledger: Ledger;
  /** The ledger takes nothing while this is set. */
  readonly fault: { full: boolean };
  /** The outbox of these files, as each keeper makes one. */
  pending(): PendingEntries;
}

/** A vault and a ledger, opened unless the test wants to see that. */
function newFiles({ isOpened = true } = {}): Files {
  const key = readSigningKey(createSigningKey());
  const opened = openLedger(join(workingFolder(), 'ledger.db'), () => key);
  if (!opened.ok) throw new Error('no ledger');
  const ledger = opened.value;
  onTestFinished(ledger.close);
  const opening = {
    kind: 'opened',
    utc: 1,
    kiosk: 'c'.repeat(32),
    key: createHash('sha256').update(publicKeyOf(key)).digest('hex'),
  } as const;
  if (isOpened) ledger.append(opening);
  const vault = newVault();
  const fault = { full: false };
  const disturbed: Ledger = {
    ...ledger,
    appendAll(entries) {
      if (fault.full) throw new Error('disk full');
      ledger.appendAll(entries);
    },
  };
  return {
    vault,
    ledger,
    fault,
    pending: () =>
      createPendingEntries({ ...vault, ledger: disturbed, detail: () => ledgerDetailOf({}) }, () => opening),
  };
}

const jumps = (ledger: Ledger): readonly string[] =>
  [...ledger.export('ndjson')].join('').match(/"(forward|back)"/g) ?? [];

describe('a pending entry', () => {
  it('is carried over once, in order, and then no longer pending', () => {
    const { ledger, pending: newOutbox } = newFiles();
    const pending = newOutbox();
    pending.enqueue([forward, back]);
    pending.enqueue([forward]);
    expect(pending.count()).toBe(3);
    pending.deliver();
    pending.deliver();
    expect(pending.count()).toBe(0);
    expect(jumps(ledger)).toEqual(['"forward"', '"back"', '"forward"']);
    expect(ledger.verify().ok).toBe(true);
  });

  it('comes after the opening of its ledger, which is written once', () => {
    const { ledger, pending: newOutbox } = newFiles({ isOpened: false });
    const pending = newOutbox();
    pending.enqueue([forward]);
    pending.deliver();
    pending.enqueue([back]);
    pending.deliver();
    expect(jumps(ledger)).toEqual(['"forward"', '"back"']);
    expect(ledger.verify()).toMatchObject({ ok: true, value: { count: 3 } });
  });

  it('is undone with its act', () => {
    const { vault, pending: newOutbox } = newFiles();
    const pending = newOutbox();
    const act = vault.database.transaction(() => {
      pending.enqueue([forward]);
      throw new Error('the act failed');
    });
    expect(act).toThrow('the act failed');
    expect(pending.count()).toBe(0);
  });

  it('waits for a ledger that takes nothing, and what comes meanwhile is written after it', () => {
    const { ledger, fault, pending: newOutbox } = newFiles();
    const pending = newOutbox();
    fault.full = true;
    pending.enqueue([forward]);
    expect(() => pending.deliver()).toThrow('disk full');
    pending.enqueue([back]);
    expect(() => pending.deliver()).toThrow('disk full');
    expect(pending.count()).toBe(2);
    fault.full = false;
    pending.deliver();
    expect(jumps(ledger)).toEqual(['"forward"', '"back"']);
    expect(pending.count()).toBe(0);
  });

  it('is not written again where the vault did not take that it was', () => {
    const { vault, ledger, pending: newOutbox } = newFiles();
    const pending = newOutbox();
    pending.enqueue([forward]);
    vault.database.exec(
      "CREATE TRIGGER full BEFORE DELETE ON owed BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );
    expect(() => pending.deliver()).toThrow('disk full');
    expect(jumps(ledger)).toEqual(['"forward"']);
    pending.enqueue([back]);
    vault.database.exec('DROP TRIGGER full');
    pending.deliver();
    expect(jumps(ledger)).toEqual(['"forward"', '"back"']);
    expect(pending.count()).toBe(0);
  });

  it.each(['before', 'after'])('stands there once, although a crash came %s it was written', (when) => {
    const { ledger, pending: newOutbox } = newFiles();
    newOutbox().enqueue([forward, back]);
    if (when === 'after') ledger.appendAll([forward, back]);
    const next = newOutbox();
    next.deliver();
    expect(jumps(ledger)).toEqual(['"forward"', '"back"']);
    expect(next.count()).toBe(0);
  });
});
