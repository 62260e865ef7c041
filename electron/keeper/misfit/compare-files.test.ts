import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { applicationId, memberId } from '../../../shared/contract/ids.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { foldEntries, isFolded, type LedgerFacts } from '../../../shared/ledger/fold.ts';
import { ledgerDetailOf } from '../../../shared/ledger/ledger-detail.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { holdRow } from '../holds/hold.ts';
import { heldIn } from '../holds/holds.ts';
import { openLedger } from '../ledger/ledger.ts';
import { createPendingEntries } from '../outbox/pending-entries.ts';
import { DELIVERY } from '../signing/signing.test-support.ts';
import { randomGuardedKey } from '../signing/signing-key.ts';
import { begin, newVault, wipingApplication } from '../vault/vault.test-support.ts';
import { compareFiles, type FoundFiles, surplusSlots } from './compare-files.ts';
import { compareWithLedger, lackingLockOuts } from './compare-with-ledger.ts';
import { type VaultFacts, vaultFactsOf } from './vault-facts.ts';

const moved: LedgerEntry = { kind: 'clock-moved', utc: 2, direction: 'back', minutes: 5 };
const NOBODY_DECIDED = foldEntries([]);
const NO_MARK = { kind: 'none' } as const;

/** A vault and its ledger, between which entries are carried over. */
function stage() {
  const vault = newVault();
  const key = randomGuardedKey();
  const opened = openLedger(
    join(workingFolder(), 'ledger.db'),
    () => key,
    () => ({
      generation: vault.kiosk.generation(),
      applications: vault.allIds(),
      held: heldIn(vault.database),
    }),
  );
  if (!opened.ok) throw new Error(opened.error.kind);
  const ledger = opened.value;
  onTestFinished(ledger.close);
  const publicKey = createHash('sha256').update(key.publicKey).digest('hex');
  const opening: LedgerEntry = { kind: 'opened', utc: 1, kiosk: 'c'.repeat(32), key: publicKey };
  const power = { cutAfterAppend: false };
  const pending = createPendingEntries(
    {
      ...{ ...vault, ...DELIVERY, detail: () => ledgerDetailOf({}) },
      ledger: {
        ...ledger,
        appendAll(entries) {
          ledger.appendAll(entries);
          if (power.cutAfterAppend) throw new Error('power cut');
        },
      },
    },
    () => opening,
  );
  /** What a start would find now; it compares as if the vault were that of a kiosk that decided what it has. */
  const find = (facts?: Partial<VaultFacts>): readonly string[] => {
    const inVault = { ...vaultFactsOf(vault), custody: null, policy: null, ...facts };
    const found: FoundFiles = {
      ...{ vault: inVault, ledger, slots: [], unsigned: [], key: 'slot' },
      facts: { ...NOBODY_DECIDED, isWhole: true },
    };
    return compareFiles(found).map(({ kind }) => kind);
  };
  return { vault, ledger, pending, power, find };
}

describe('a power cut makes no misfit', () => {
  it('behind an entry whose rows could not go: they say that the vault knows it', () => {
    const { pending, power, find } = stage();
    pending.enqueue([moved]);
    pending.deliver();
    expect(find()).toEqual([]);
    pending.enqueue([moved, moved]);
    power.cutAfterAppend = true;
    expect(() => pending.deliver()).toThrow('power cut');
    expect(find()).toEqual([]);
    // The control: without these rows the entries came through another vault.
    expect(find({ pending: [] })).toEqual(['vault-older']);
    power.cutAfterAppend = false;
    pending.deliver();
    expect(find({ pending: [] })).toEqual([]);
  });

  it('between an ending and the mark of it', () => {
    const { vault, ledger, pending, find } = stage();
    pending.enqueue([moved]);
    pending.deliver();
    const { id } = begin(vault, '2026-11-24', 0);
    ledger.markVault();
    expect(find()).toEqual([]);
    const before = vaultFactsOf(vault);
    vault.remove(id);
    expect(find()).toEqual([]);
    ledger.markVault();
    expect(find()).toEqual([]);
    // The control: from then on the vault of before is an older one.
    expect(find({ ...before, custody: null, policy: null })).toEqual(['vault-older']);
    expect(find({ generation: before.generation })).toEqual(['vault-older']);
    expect(find({ applications: [id] })).toEqual(['vault-older']);
  });

  it('of a slot that could not be overwritten, whose rows are gone, its erasure tells', () => {
    const { vault } = stage();
    const id = wipingApplication(vault);
    vault.remove(id);
    const [wipe] = vault.wipes.all();
    if (wipe === undefined) throw new Error('no wipe');
    vault.wipes.update({ ...wipe, done: ['worker-ended', 'rows-deleted'] });
    const another = applicationId.parse(randomBytes(16).toString('hex'));
    const left = vaultFactsOf(vault);
    expect(surplusSlots({ vault: left, slots: [id] })).toEqual([]);
    // The control: it speaks for one, and for none once its key is destroyed.
    expect(surplusSlots({ vault: left, slots: [id, another] })).toEqual([id, another]);
    vault.wipes.update({ ...wipe, done: ['worker-ended', 'rows-deleted', 'key-destroyed'] });
    expect(surplusSlots({ vault: vaultFactsOf(vault), slots: [id] })).toEqual([id]);
  });
});

it('an older ledger lacks what the vault knows', () => {
  const { pending, find } = stage();
  pending.enqueue([moved]);
  pending.deliver();
  expect(find({ knownHead: { sequence: 3, hash: 'ab'.repeat(32) } })).toEqual(['ledger-older']);
  // Another one, in whose place this one stands.
  expect(find({ knownHead: { sequence: 1, hash: 'ab'.repeat(32) } })).toContain('ledger-older');
});

it('an index that leaves an entry out hides it from nobody: the chain is followed', () => {
  const { ledger, pending } = stage();
  pending.enqueue([moved]);
  pending.deliver();
  const collected = ledger.collect(isFolded);
  expect(collected).toMatchObject({ ok: true, value: [{ kind: 'opened' }, moved] });
  expect(ledger.collect(() => false)).toEqual({ ok: true, value: [] });
});

const MEMBER = memberId.parse('a'.repeat(32));
const OTHER = memberId.parse('b'.repeat(32));
const facts = (change: Partial<LedgerFacts>): LedgerFacts => ({ ...NOBODY_DECIDED, ...change });

describe('vault and ledger', () => {
  const plain = (): VaultFacts => ({ ...vaultFactsOf(newVault()), custody: null, policy: null });
  const kinds = (vault: VaultFacts, ledger: LedgerFacts) =>
    compareWithLedger(vault, ledger, NO_MARK).map(({ kind }) => kind);

  it('may differ on a hold that the vault alone has, and on a confirmation that it alone asks for', () => {
    const hold = {
      ...{ identifier: 'd'.repeat(32), scope: 'all', reason: 'subpoena', since: 0, set_by: '' },
      ...{ reference: null, frozen: 0, unsealed: 0 },
    };
    const held = { ...plain(), holds: [holdRow.parse(hold)] };
    expect(kinds(held, facts({ isWhole: true }))).toEqual([]);
    const asked = {
      ...plain(),
      staff: [{ member: MEMBER, role: 'supervisor', isConfirmed: false }] as const,
    };
    const confirmed = new Map([[`${MEMBER}`, { role: 'supervisor', isConfirmed: true } as const]]);
    expect(kinds(asked, facts({ staff: confirmed }))).toEqual([]);
  });

  it('may not differ on who works here, in which role, and who was confirmed', () => {
    const staff = new Map([[`${MEMBER}`, { role: 'supervisor', isConfirmed: false } as const]]);
    const inVault = (member: string, role: 'clerk' | 'supervisor', isConfirmed: boolean): VaultFacts => ({
      ...plain(),
      staff: [{ member, role, isConfirmed }],
    });
    expect(kinds(inVault(MEMBER, 'supervisor', false), facts({ staff }))).toEqual([]);
    expect(kinds(inVault(MEMBER, 'supervisor', true), facts({ staff }))).toEqual(['staff']);
    expect(kinds(inVault(MEMBER, 'clerk', false), facts({ staff }))).toEqual(['staff']);
    expect(compareWithLedger(inVault(OTHER, 'supervisor', false), facts({ staff }), NO_MARK)).toEqual([
      { kind: 'staff', members: 2 },
    ]);
  });

  it('of a ledger that came after another one, what that decided is not asked for', () => {
    const vault = { ...plain(), custody: 'sealed', isPracticing: true } as const;
    expect(kinds(vault, facts({ isWhole: false }))).toEqual([]);
    expect(kinds(vault, facts({ isWhole: true }))).toEqual(['custody', 'practice']);
  });
});

describe('a lock-out of the ledger', () => {
  const HOUR = 3_600_000;
  const at = (wall: number, waitUntil: number | null): VaultFacts => ({
    ...vaultFactsOf(newVault()),
    lastTime: { elapsed: 1_000, wall },
    lockOuts: waitUntil === null ? [] : [{ member: MEMBER, waitUntil }],
  });
  const out = (isDoubtful: boolean) => facts({ lockOuts: new Map([[`${MEMBER}`, { utc: 0, isDoubtful }]]) });

  it('stands in the vault for its hour', () => {
    expect(lackingLockOuts(at(HOUR / 2, HOUR), out(false))).toEqual([]);
    expect(lackingLockOuts(at(HOUR / 2, null), out(false))).toEqual([MEMBER]);
    // Zeroed, the row alone is none.
    expect(lackingLockOuts(at(HOUR / 2, 0), out(false))).toEqual([MEMBER]);
  });

  it('is asked for where the vault has no time: whoever locked somebody out noted it', () => {
    const timeless = { ...at(HOUR, null), lastTime: null };
    expect(lackingLockOuts(timeless, out(false))).toEqual([MEMBER]);
    expect(lackingLockOuts(timeless, facts({}))).toEqual([]);
  });

  it('is not asked for once the hour is over, or where the clock was moved since', () => {
    expect(lackingLockOuts(at(HOUR, null), out(false))).toEqual([]);
    expect(lackingLockOuts(at(HOUR / 2, null), out(true))).toEqual([]);
  });
});
