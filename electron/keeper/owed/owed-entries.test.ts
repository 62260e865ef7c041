import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../database/testing.ts';
import { type Ledger, openLedger } from '../ledger/ledger.ts';
import { publicKeyOf } from '../ledger/signatures.ts';
import { createSigningKey, readSigningKey } from '../receipt/receipt.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { createOwedEntries } from './owed-entries.ts';

const DAY = { year: 2026, month: 11, day: 24 };
const spoiled = { kind: 'spoiled', day: DAY, reason: 'smudged' } as const;
const damaged = { kind: 'spoiled', day: DAY, reason: 'damaged' } as const;

function newLedger(): Ledger {
  const key = readSigningKey(createSigningKey());
  const opened = openLedger(join(temporaryFolder(), 'ledger.db'), () => key);
  if (!opened.ok) throw new Error('no ledger');
  onTestFinished(opened.value.close);
  opened.value.append({
    kind: 'opened',
    utc: 1,
    kiosk: 'c'.repeat(32),
    key: createHash('sha256').update(publicKeyOf(key)).digest('hex'),
  });
  return opened.value;
}

/** The real ledger, which takes nothing while `full`. */
function disturbed(ledger: Ledger, fault: { full: boolean }): Ledger {
  return {
    ...ledger,
    append(entry) {
      if (fault.full) throw new Error('disk full');
      return ledger.append(entry);
    },
  };
}

const reasons = (ledger: Ledger): readonly string[] =>
  [...ledger.export('ndjson')].join('').match(/smudged|damaged/g) ?? [];

describe('an owed entry', () => {
  it('is carried over once, in order, and then no longer owed', () => {
    const ledger = newLedger();
    const owed = createOwedEntries(newVault().database, ledger);
    for (const entry of [spoiled, damaged, spoiled]) owed.owe(entry);
    expect(owed.count()).toBe(3);
    owed.settle();
    owed.settle();
    expect(owed.count()).toBe(0);
    expect(reasons(ledger)).toEqual(['smudged', 'damaged', 'smudged']);
    expect(ledger.verify().ok).toBe(true);
  });

  it('is undone with its act', () => {
    const vault = newVault();
    const owed = createOwedEntries(vault.database, newLedger());
    const act = vault.database.transaction(() => {
      owed.owe(spoiled);
      throw new Error('the act failed');
    });
    expect(act).toThrow('the act failed');
    expect(owed.count()).toBe(0);
  });

  it('waits for a ledger that takes nothing, also when others write meanwhile', () => {
    const ledger = newLedger();
    const fault = { full: true };
    const owed = createOwedEntries(newVault().database, disturbed(ledger, fault));
    owed.owe(spoiled);
    expect(() => owed.settle()).toThrow('disk full');
    ledger.append(damaged);
    fault.full = false;
    owed.settle();
    expect(reasons(ledger)).toEqual(['damaged', 'smudged']);
    expect(owed.count()).toBe(0);
  });

  it.each(['before', 'after'])('stands there once, although a crash came %s it was written', (when) => {
    const ledger = newLedger();
    const vault = newVault();
    const owed = createOwedEntries(vault.database, ledger);
    owed.owe(spoiled);
    // A crash undoes nothing that was written: the mark stays, the entry is there or is not.
    vault.database.prepare('UPDATE owed SET ledger_from = ?').run((ledger.head()?.sequence ?? 0) + 1);
    if (when === 'after') ledger.append(spoiled);
    const next = createOwedEntries(vault.database, ledger);
    next.resolveDoubts();
    next.settle();
    expect(reasons(ledger)).toEqual(['smudged']);
    expect(next.count()).toBe(0);
  });
});
