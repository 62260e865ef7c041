import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { type Ledger, openLedger } from '../ledger/ledger.ts';
import { publicKeyOf } from '../ledger/signatures.ts';
import { createSigningKey, readSigningKey } from '../receipt/receipt.ts';
import { newVault } from '../vault/vault.test-support.ts';
import type { Vault } from '../vault/vault.ts';
import { createOwedEntries, type OwedEntries } from './owed-entries.ts';

const DAY = { year: 2026, month: 11, day: 24 };
const spoiled = { kind: 'spoiled', day: DAY, reason: 'smudged' } as const;
const damaged = { kind: 'spoiled', day: DAY, reason: 'damaged' } as const;

interface Files {
  readonly vault: Vault;
  readonly ledger: Ledger;
  /** The ledger takes nothing while this is set. */
  readonly fault: { full: boolean };
  /** The outbox of these files, as each keeper makes one. */
  owed(): OwedEntries;
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
  return { vault, ledger, fault, owed: () => createOwedEntries(vault.database, disturbed, () => opening) };
}

const reasons = (ledger: Ledger): readonly string[] =>
  [...ledger.export('ndjson')].join('').match(/smudged|damaged/g) ?? [];

describe('an owed entry', () => {
  it('is carried over once, in order, and then no longer owed', () => {
    const { ledger, owed: newOutbox } = newFiles();
    const owed = newOutbox();
    owed.owe([spoiled, damaged]);
    owed.owe([spoiled]);
    expect(owed.count()).toBe(3);
    owed.settle();
    owed.settle();
    expect(owed.count()).toBe(0);
    expect(reasons(ledger)).toEqual(['smudged', 'damaged', 'smudged']);
    expect(ledger.verify().ok).toBe(true);
  });

  it('comes after the opening of its ledger, which is written once', () => {
    const { ledger, owed: newOutbox } = newFiles({ isOpened: false });
    const owed = newOutbox();
    owed.owe([spoiled]);
    owed.settle();
    owed.owe([damaged]);
    owed.settle();
    expect(reasons(ledger)).toEqual(['smudged', 'damaged']);
    expect(ledger.verify()).toMatchObject({ ok: true, value: { count: 3 } });
  });

  it('is undone with its act', () => {
    const { vault, owed: newOutbox } = newFiles();
    const owed = newOutbox();
    const act = vault.database.transaction(() => {
      owed.owe([spoiled]);
      throw new Error('the act failed');
    });
    expect(act).toThrow('the act failed');
    expect(owed.count()).toBe(0);
  });

  it('waits for a ledger that takes nothing, and what else is owed meanwhile comes after it', () => {
    const { ledger, fault, owed: newOutbox } = newFiles();
    const owed = newOutbox();
    let isDone = false;
    const done = (): void => {
      isDone = true;
    };
    fault.full = true;
    owed.owe([spoiled]);
    expect(() => owed.settle(done)).toThrow('disk full');
    owed.owe([damaged]);
    expect(() => owed.settle(done)).toThrow('disk full');
    expect(isDone).toBe(false);
    expect(owed.count()).toBe(2);
    fault.full = false;
    owed.settle(done);
    expect(isDone).toBe(true);
    expect(reasons(ledger)).toEqual(['smudged', 'damaged']);
    expect(owed.count()).toBe(0);
  });

  it('is not written again where the vault did not take that it was', () => {
    const { vault, ledger, owed: newOutbox } = newFiles();
    const owed = newOutbox();
    owed.owe([spoiled]);
    vault.database.exec(
      "CREATE TRIGGER full BEFORE DELETE ON owed BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );
    expect(() => owed.settle()).toThrow('disk full');
    expect(reasons(ledger)).toEqual(['smudged']);
    owed.owe([damaged]);
    vault.database.exec('DROP TRIGGER full');
    owed.settle();
    expect(reasons(ledger)).toEqual(['smudged', 'damaged']);
    expect(owed.count()).toBe(0);
  });

  it.each(['before', 'after'])('stands there once, although a crash came %s it was written', (when) => {
    const { ledger, owed: newOutbox } = newFiles();
    newOutbox().owe([spoiled, damaged]);
    if (when === 'after') ledger.appendAll([spoiled, damaged]);
    const next = newOutbox();
    next.settle();
    expect(reasons(ledger)).toEqual(['smudged', 'damaged']);
    expect(next.count()).toBe(0);
  });
});
