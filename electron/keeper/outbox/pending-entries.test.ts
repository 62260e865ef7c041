import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesIn } from '../ledger/entries.test-support.ts';
import { type Ledger, openLedger } from '../ledger/ledger.ts';
import { DELIVERY } from '../signing/signing.test-support.ts';
import { randomGuardedKey } from '../signing/signing-key.ts';
import { newVault } from '../vault/vault.test-support.ts';
import type { Vault } from '../vault/vault.ts';
import { createPendingEntries, type EntryKey, type PendingEntries } from './pending-entries.ts';

const DAY = { year: 2026, month: 11, day: 24 };
const spoiled = { kind: 'spoiled', day: DAY, reason: 'smudged' } as const;
const damaged = { kind: 'spoiled', day: DAY, reason: 'damaged' } as const;

interface Files {
  readonly vault: Vault;
  readonly ledger: Ledger;
  /** The ledger takes nothing while this is set. */
  readonly fault: { full: boolean };
  /** The outbox of these files, as each keeper makes one. */
  pending(key?: EntryKey): PendingEntries;
}

/** A vault and a ledger, opened unless the test wants to see that. */
function newFiles({ isOpened = true } = {}): Files {
  const key = randomGuardedKey();
  const opened = openLedger(join(workingFolder(), 'ledger.db'), () => key);
  if (!opened.ok) throw new Error('no ledger');
  const ledger = opened.value;
  onTestFinished(ledger.close);
  const opening = {
    kind: 'opened',
    utc: 1,
    kiosk: 'c'.repeat(32),
    key: createHash('sha256').update(key.publicKey).digest('hex'),
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
    pending: (key = DELIVERY.key) =>
      createPendingEntries({ ...vault, ...DELIVERY, key, ledger: disturbed }, () => opening),
  };
}

const reasons = (ledger: Ledger): readonly string[] =>
  [...ledger.export('ndjson')].join('').match(/smudged|damaged/g) ?? [];

describe('a pending entry', () => {
  it('is carried over once, in order, and then no longer pending', () => {
    const { ledger, pending: newOutbox } = newFiles();
    const pending = newOutbox();
    pending.enqueue([spoiled, damaged]);
    pending.enqueue([spoiled]);
    expect(pending.count()).toBe(3);
    pending.deliver();
    pending.deliver();
    expect(pending.count()).toBe(0);
    expect(reasons(ledger)).toEqual(['smudged', 'damaged', 'smudged']);
    expect(ledger.verify().ok).toBe(true);
  });

  it('comes after the opening of its ledger, which is written once', () => {
    const { ledger, pending: newOutbox } = newFiles({ isOpened: false });
    const pending = newOutbox();
    pending.enqueue([spoiled]);
    pending.deliver();
    pending.enqueue([damaged]);
    pending.deliver();
    expect(reasons(ledger)).toEqual(['smudged', 'damaged']);
    expect(ledger.verify()).toMatchObject({ ok: true, value: { count: 3 } });
  });

  it('is undone with its act', () => {
    const { vault, pending: newOutbox } = newFiles();
    const pending = newOutbox();
    const act = vault.database.transaction(() => {
      pending.enqueue([spoiled]);
      throw new Error('the act failed');
    });
    expect(act).toThrow('the act failed');
    expect(pending.count()).toBe(0);
  });

  it('waits for a ledger that takes nothing, and what comes meanwhile is written after it', () => {
    const { ledger, fault, pending: newOutbox } = newFiles();
    const pending = newOutbox();
    let isDone = false;
    const done = (): void => {
      isDone = true;
    };
    fault.full = true;
    pending.enqueue([spoiled]);
    expect(() => pending.deliver(done)).toThrow('disk full');
    pending.enqueue([damaged]);
    expect(() => pending.deliver(done)).toThrow('disk full');
    expect(isDone).toBe(false);
    expect(pending.count()).toBe(2);
    fault.full = false;
    pending.deliver(done);
    expect(isDone).toBe(true);
    expect(reasons(ledger)).toEqual(['smudged', 'damaged']);
    expect(pending.count()).toBe(0);
  });

  it('is not written again where the vault did not take that it was', () => {
    const { vault, ledger, pending: newOutbox } = newFiles();
    const pending = newOutbox();
    pending.enqueue([spoiled]);
    vault.database.exec(
      "CREATE TRIGGER full BEFORE DELETE ON owed BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );
    expect(() => pending.deliver()).toThrow('disk full');
    expect(reasons(ledger)).toEqual(['smudged']);
    pending.enqueue([damaged]);
    vault.database.exec('DROP TRIGGER full');
    pending.deliver();
    expect(reasons(ledger)).toEqual(['smudged', 'damaged']);
    expect(pending.count()).toBe(0);
  });

  it.each(['before', 'after'])('stands there once, although a crash came %s it was written', (when) => {
    const { ledger, pending: newOutbox } = newFiles();
    newOutbox().enqueue([spoiled, damaged]);
    if (when === 'after') ledger.appendAll([spoiled, damaged]);
    const next = newOutbox();
    next.deliver();
    expect(reasons(ledger)).toEqual(['smudged', 'damaged']);
    expect(next.count()).toBe(0);
  });
});

describe('a key that is to take over', () => {
  /** Its roll takes an entry of the ledger, as every roll does; `crash`: the power goes right after it. */
  function due({ ledger }: Files, crash: boolean) {
    const said = { due: true, demanded: 0 };
    const key: EntryKey = {
      prepare: () => true,
      isDue: () => said.due,
      demandRoll() {
        said.demanded += 1;
        said.due = true;
      },
      rollIfDue() {
        if (!said.due) return;
        ledger.append({ kind: 'practice-began', utc: 1, by: '11'.repeat(16) });
        said.due = false;
        if (crash) throw new Error('the power went');
      },
    };
    return { said, key };
  }

  const kindsIn = ({ ledger }: Files): readonly string[] =>
    entriesIn(ledger).map(({ kind }) => (kind === 'practice-began' ? 'roll' : kind));

  it('does so before what is pending is written', () => {
    const files = newFiles();
    const { key } = due(files, false);
    const pending = files.pending(key);
    pending.enqueue([spoiled]);
    pending.deliver();
    expect(kindsIn(files)).toEqual(['opened', 'roll', 'spoiled']);
  });

  it('takes no pending entry for written where the power goes after it', () => {
    const files = newFiles();
    const { key } = due(files, true);
    const pending = files.pending(key);
    pending.enqueue([spoiled, damaged]);
    expect(() => pending.deliver()).toThrow('the power went');
    const next = files.pending();
    next.deliver();
    expect(kindsIn(files)).toEqual(['opened', 'roll', 'spoiled', 'spoiled']);
    expect(reasons(files.ledger)).toEqual(['smudged', 'damaged']);
  });

  it('is demanded by an act that matters, and takes over once that is written', () => {
    const files = newFiles();
    const { key, said } = due(files, false);
    said.due = false;
    const pending = files.pending(key);
    const by = '11'.repeat(16);
    pending.enqueue([{ kind: 'staff-changed', utc: 1, by, member: by, act: 'removed', role: 'clerk' }]);
    pending.deliver();
    expect([kindsIn(files), said.demanded]).toEqual([['opened', 'staff-changed', 'roll'], 1]);
  });

  it('is not demanded by the set-up itself: the key that opens a ledger is new', () => {
    const files = newFiles({ isOpened: false });
    const { key, said } = due(files, false);
    said.due = false;
    const pending = files.pending(key);
    const by = '11'.repeat(16);
    pending.enqueue([{ kind: 'staff-changed', utc: 1, by, member: by, act: 'added', role: 'clerk' }]);
    pending.deliver();
    expect([kindsIn(files), said.demanded]).toEqual([['opened', 'staff-changed'], 0]);
  });
});

it('what waited because nobody had signed in is written with how many that were, once', () => {
  const files = newFiles();
  let signs = false;
  const key: EntryKey = { ...DELIVERY.key, prepare: () => signs };
  const pending = files.pending(key);
  pending.enqueue([spoiled, damaged]);
  expect(pending.isOpen()).toBe(false);
  expect(() => pending.deliver()).toThrow('nothing is signed');
  expect([pending.count(), entriesIn(files.ledger).length]).toEqual([2, 1]);
  signs = true;
  pending.deliver();
  pending.enqueue([spoiled]);
  pending.deliver();
  expect(entriesIn(files.ledger).slice(1)).toMatchObject([
    ...[{ kind: 'spoiled' }, { kind: 'spoiled' }],
    ...[{ kind: 'waited', count: 2 }, { kind: 'spoiled' }],
  ]);
});
