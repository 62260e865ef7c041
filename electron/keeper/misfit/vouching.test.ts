import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { policyHash } from '../../../shared/contract/ids.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { openLedger } from '../ledger/ledger.ts';
import { randomGuardedKey } from '../signing/signing-key.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { createVouching } from './vouching.ts';

/** A vault, and a ledger that is told of it. `disk.isFull`: the ledger takes no mark. */
function stage() {
  const vault = newVault();
  const key = randomGuardedKey();
  const now = { key, isOpen: true };
  const disk = { isFull: false, isUnreadable: false };
  const bugs: string[] = [];
  const path = join(workingFolder(), 'ledger.db');
  const opened = openLedger(
    path,
    () => now.key,
    () => vouching.vaultNow(),
  );
  if (!opened.ok) throw new Error(opened.error.kind);
  const ledger = opened.value;
  onTestFinished(ledger.close);
  const vouching = createVouching({
    held: () => [],
    ...{ vault, kiosk: vault.kiosk, onBug: (where) => void bugs.push(where) },
    isOpen() {
      if (disk.isUnreadable) throw new Error('EIO');
      return now.isOpen;
    },
    ledger: {
      vaultMark: ledger.vaultMark,
      markVault() {
        if (disk.isFull) throw new Error('disk full');
        ledger.markVault();
      },
    },
  });
  const publicKey = createHash('sha256').update(key.publicKey).digest('hex');
  ledger.append({ kind: 'opened', utc: 1, kiosk: 'c'.repeat(32), key: publicKey });
  const begin = () =>
    vault.create({
      ...{ id: vouching.draw(), day: '2026-11-24', now: 0, elapsed: 0 },
      ...{ policy: policyHash.parse('ab'.repeat(32)), isKeySealed: true },
    }).id;
  const isVouchedFor = (application: ReturnType<typeof begin>): boolean => {
    const mark = ledger.vaultMark();
    return mark.kind === 'signed' && mark.vouchesFor(application);
  };
  return { vault, ledger, path, vouching, now, disk, bugs, begin, isVouchedFor };
}

describe('the mark of the vault', () => {
  it('vouches for an application before it begins, and no more once it has ended and the ledger was told', () => {
    const { vault, vouching, begin, isVouchedFor } = stage();
    const [one, other] = [begin(), begin()];
    expect([one, other].map(isVouchedFor)).toEqual([true, true]);
    vault.remove(one);
    // Not told yet: a power cut here is no misfit, for what the vault lacks the ledger may know.
    expect(isVouchedFor(one)).toBe(true);
    vouching.settle();
    expect([one, other].map(isVouchedFor)).toEqual([false, true]);
  });

  it('costs no write for one that begins, until what was drawn ahead is used up', () => {
    const { ledger, begin, isVouchedFor } = stage();
    const marks: unknown[] = [];
    for (let count = 0; count < 9; count += 1) {
      expect(isVouchedFor(begin())).toBe(true);
      const mark = ledger.vaultMark();
      marks.push(mark.kind === 'signed' ? mark.generation : mark.kind);
    }
    expect(marks).toEqual([0, 0, 0, 0, 4, 4, 4, 4, 8]);
  });

  it('is written with each entry as well, and signed anew where the key rolls', () => {
    const { ledger, now, begin, isVouchedFor } = stage();
    const id = begin();
    ledger.append({ kind: 'packed-up', utc: 2, by: 'd'.repeat(32), applications: 0 });
    expect(ledger.vaultMark()).toMatchObject({ kind: 'signed', generation: 1 });
    const next = randomGuardedKey();
    ledger.roll(next, { epoch: 1, utc: 3 });
    now.key = next;
    expect([ledger.vaultMark().kind, isVouchedFor(id)]).toEqual(['signed', true]);
  });

  it('draws no id that a full disk did not let it tell, and says that it is behind until it could', () => {
    const { vault, vouching, disk, bugs, begin, isVouchedFor } = stage();
    const ids = [begin(), begin(), begin(), begin()];
    disk.isFull = true;
    expect(() => begin()).toThrow('disk full');
    vault.remove(ids[0] ?? begin());
    vouching.settle();
    expect([vouching.isBehind(), bugs]).toEqual([true, ['the mark of the vault']]);
    disk.isFull = false;
    expect(isVouchedFor(begin())).toBe(true);
    vouching.settle();
    expect(vouching.isBehind()).toBe(false);
  });

  it('is not written while nothing is signed', () => {
    const { vault, ledger, vouching, now, begin } = stage();
    const id = begin();
    now.isOpen = false;
    vault.remove(id);
    vouching.settle();
    expect([vouching.isBehind(), ledger.vaultMark()]).toMatchObject([false, { generation: 0 }]);
  });

  it('throws at nobody where a disk can’t be read: an ending is in the vault by then', () => {
    const { vouching, disk, bugs } = stage();
    disk.isUnreadable = true;
    vouching.settle();
    expect([vouching.isBehind(), bugs]).toEqual([true, ['the mark of the vault']]);
  });

  it('tells nothing of a vault in the middle of a change', () => {
    const { vault, vouching } = stage();
    expect(() => vault.database.transaction(() => vouching.vaultNow())()).toThrow('in the middle');
  });

  it('names no application: neither the file nor its journal has an identifier', () => {
    const { vault, ledger, path, begin } = stage();
    const id = begin();
    for (const _each of [1, 2, 3]) ledger.markVault();
    ledger.close();
    const written = [path, `${path}-journal`].map((file) => readFileSync(file));
    for (const form of [Buffer.from(id), Buffer.from(id, 'hex')])
      expect(written.some((bytes) => bytes.includes(form))).toBe(false);
    // The control: the same search finds it where it is.
    expect(vault.database.serialize().includes(id)).toBe(true);
  });
});
