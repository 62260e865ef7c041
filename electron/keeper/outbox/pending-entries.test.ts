import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { ledgerDetailOf } from '../../../shared/ledger/ledger-detail.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesIn } from '../ledger/entries.test-support.ts';
import { type Ledger, openLedger } from '../ledger/ledger.ts';
import { DELIVERY } from '../signing/signing.test-support.ts';
import { randomGuardedKey } from '../signing/signing-key.ts';
import { newVault } from '../vault/vault.test-support.ts';
import type { Vault } from '../vault/vault.ts';
import { createPendingEntries, type EntryKey, type PendingEntries, pendingIn } from './pending-entries.ts';

const forward = { kind: 'clock-moved', utc: 1, direction: 'forward', minutes: 2 } as const;
const back = { kind: 'clock-moved', utc: 2, direction: 'back', minutes: 2 } as const;

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
      createPendingEntries(
        { ...vault, ...DELIVERY, key, ledger: disturbed, detail: () => ledgerDetailOf({}) },
        () => opening,
      ),
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

  it('is in its ledger from the moment in which that is opened: nobody finds the opening alone', () => {
    const { vault, ledger, fault, pending: newOutbox } = newFiles({ isOpened: false });
    const pending = newOutbox();
    pending.enqueue([forward, back]);
    fault.full = true;
    expect(() => pending.deliver()).toThrow('disk full');
    expect(ledger.head()).toBeUndefined();
    // Their places are those behind the opening, so a crash after it takes none of them for unwritten.
    expect(pendingIn(vault.database).map(({ sequence }) => sequence)).toEqual([2, 3]);
    pending.enqueue([forward]);
    fault.full = false;
    pending.deliver();
    expect(entriesIn(ledger).map(({ kind }) => kind)).toEqual([
      'opened',
      ...jumps(ledger).map(() => 'clock-moved'),
    ]);
    expect([jumps(ledger), pending.count()]).toEqual([['"forward"', '"back"', '"forward"'], 0]);
  });

  it('keeps its signature where another key opens the ledger: until that is open, the one before is asked who signed', () => {
    const { vault, fault, pending: newOutbox } = newFiles({ isOpened: false });
    const signedAs = (what: string): EntryKey => ({
      ...DELIVERY.key,
      sign: () => Buffer.from(what.padEnd(64)),
    });
    newOutbox(signedAs('by the key of before')).enqueue([forward]);
    fault.full = true;
    expect(() => newOutbox(signedAs('by the next key')).deliver()).toThrow('disk full');
    expect(
      pendingIn(vault.database).map(({ sequence, signature }) => [sequence, String(signature).trimEnd()]),
    ).toEqual([[2, 'by the key of before']]);
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

describe('a key that is to take over', () => {
  /** Its roll takes an entry of the ledger, as every roll does; `crash`: the power goes right after it. */
  function due({ ledger }: Files, crash: boolean) {
    const said = { due: true, demanded: 0 };
    const key: EntryKey = {
      prepare: () => true,
      sign: () => null,
      isLocked: () => false,
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
    pending.enqueue([forward]);
    pending.deliver();
    expect(kindsIn(files)).toEqual(['opened', 'roll', 'clock-moved']);
  });

  it('takes no pending entry for written where the power goes after it', () => {
    const files = newFiles();
    const { key } = due(files, true);
    const pending = files.pending(key);
    pending.enqueue([forward, back]);
    expect(() => pending.deliver()).toThrow('the power went');
    const next = files.pending();
    next.deliver();
    expect(kindsIn(files)).toEqual(['opened', 'roll', 'clock-moved', 'clock-moved']);
    expect(jumps(files.ledger)).toEqual(['"forward"', '"back"']);
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
  const key: EntryKey = { ...DELIVERY.key, prepare: () => signs, isLocked: () => !signs };
  const pending = files.pending(key);
  pending.enqueue([forward, back]);
  expect(pending.isOpen()).toBe(false);
  expect(() => pending.deliver()).toThrow('nothing is signed');
  expect([pending.count(), entriesIn(files.ledger).length]).toEqual([2, 1]);
  signs = true;
  pending.deliver();
  pending.enqueue([forward]);
  pending.deliver();
  expect(entriesIn(files.ledger).slice(1)).toMatchObject([
    ...[{ kind: 'clock-moved' }, { kind: 'clock-moved' }],
    ...[{ kind: 'waited', count: 2 }, { kind: 'clock-moved' }],
  ]);
});

it('what goes to another ledger comes behind what stands of the one before, in the order that it had', () => {
  const files = newFiles();
  const pending = files.pending();
  pending.enqueue([forward]);
  pending.enqueue([back]);
  const fitted = { kind: 'ribbon-fitted', utc: 1, by: '11'.repeat(16), ribbon: '44'.repeat(16) } as const;
  pending.countAnew([fitted]);
  expect(pendingIn(files.vault.database).map(({ entry, sequence }) => [entry, sequence])).toEqual([
    [fitted, null],
    [forward, null],
    [back, null],
  ]);
});

it('what goes to another ledger is only what the one before does not have, although its row could not go', () => {
  const files = newFiles();
  const pending = files.pending();
  pending.enqueue([forward]);
  // Written, and then the vault's disk took nothing.
  files.vault.database.exec(
    "CREATE TRIGGER full BEFORE DELETE ON owed BEGIN SELECT RAISE(ABORT, 'disk full'); END",
  );
  expect(() => pending.deliver()).toThrow('disk full');
  files.vault.database.exec('DROP TRIGGER full');
  expect([pending.count(), jumps(files.ledger)]).toEqual([1, ['"forward"']]);
  pending.enqueue([back]);
  const standing: LedgerEntry = { kind: 'policy-in-force', utc: 1, policy: 'ab'.repeat(32) };
  pending.countAnew([standing]);
  // Behind what still stands of the one before.
  expect(pendingIn(files.vault.database)).toMatchObject([
    { entry: standing, sequence: null },
    { entry: back, sequence: null },
  ]);
});

it('what waited for a disk, or for files that fit, did not wait for a sign-in: nothing is said of it', () => {
  const files = newFiles();
  let signs = false;
  const pending = files.pending({ ...DELIVERY.key, prepare: () => signs });
  pending.enqueue([forward]);
  expect(pending.isOpen()).toBe(false);
  signs = true;
  pending.deliver();
  expect(entriesIn(files.ledger).slice(1)).toMatchObject([{ kind: 'clock-moved' }]);
});

it('what rested is none of those that waited: it goes on resting until the ledger can be signed, and comes after them', () => {
  const files = newFiles();
  let signs = false;
  const key: EntryKey = { ...DELIVERY.key, prepare: () => signs, isLocked: () => !signs };
  const pending = files.pending(key);
  pending.enqueue([forward, { kind: 'handoff', day: { year: 2026, month: 11, day: 24 } }]);
  expect(pending.isOpen()).toBe(false);
  expect([pending.count(), pending.resting().length]).toEqual([1, 1]);
  signs = true;
  pending.ripen(() => true);
  pending.deliver();
  expect(entriesIn(files.ledger).slice(1)).toMatchObject([
    ...[{ kind: 'clock-moved' }, { kind: 'waited', count: 1 }, { kind: 'handoff' }],
  ]);
  expect([pending.count(), pending.resting()]).toEqual([0, []]);
});
