import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { err } from '../../../shared/result.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { openVault } from '../vault/open-vault.test-support.ts';
import { createClearKey } from './clear-key.ts';
import {
  DEVICE_KEY,
  epochsIn,
  filesWith,
  ISSUED,
  type KeyStage,
  kioskOfBefore,
  startKeys,
} from './kiosk-key.test-support.ts';
import { createKioskKey } from './kiosk-key.ts';

/** A kiosk at which somebody has signed in. */
function signedIn(folder = workingFolder()): KeyStage {
  const stage = startKeys(folder);
  stage.now.deviceKey = DEVICE_KEY;
  stage.enter(ISSUED);
  return stage;
}

/** A kiosk that has rolled so often, and rests. */
function rested(starts = 1): string {
  const folder = workingFolder();
  for (let start = 0; start < starts; start += 1) signedIn(folder).close();
  return folder;
}

const epochOf = ({ ledger }: KeyStage): number | undefined => ledger.key()?.epoch;

describe('until somebody has signed in since the start', () => {
  it('nothing is signed, and that is a normal state', () => {
    const stage = startKeys(rested());
    expect([stage.key.prepare(), stage.key.state()]).toEqual([false, 'locked']);
    expect(() => stage.key.now()).toThrow('nothing is signed');
    const before = stage.ledger.head();
    stage.enter(ISSUED);
    expect(stage.ledger.head()).toEqual(before);
    expect(stage.bugs).toEqual([]);
  });

  it('then it does, and whoever waits hears of it once', () => {
    const stage = startKeys(rested());
    let heard = 0;
    stage.key.onReady(() => {
      heard += 1;
    });
    stage.now.deviceKey = DEVICE_KEY;
    stage.enter(ISSUED);
    stage.enter(ISSUED);
    expect([stage.key.state(), heard]).toEqual(['ready', 1]);
  });
});

describe('another key signs', () => {
  it('from the first sign-in after each start, and not at a set-up', () => {
    const folder = workingFolder();
    const first = signedIn(folder);
    expect(epochOf(first)).toBe(0);
    first.close();
    for (const epoch of [1, 2, 3]) {
      const next = signedIn(folder);
      expect(epochOf(next)).toBe(epoch);
      next.enter(ISSUED);
      expect(epochOf(next)).toBe(epoch);
      expect(next.ledger.verify()).toMatchObject({ ok: true });
      next.close();
      expect(epochsIn(folder)).toEqual([epoch]);
    }
  });

  it('on another day, whichever way the clock went', () => {
    const stage = signedIn();
    stage.now.day = 1;
    stage.enter(ISSUED);
    expect(epochOf(stage)).toBe(1);
    stage.now.day = 0;
    stage.enter(ISSUED);
    expect(epochOf(stage)).toBe(2);
    stage.enter(ISSUED);
    expect(epochOf(stage)).toBe(2);
  });

  it('after what demands it', () => {
    const stage = signedIn();
    stage.key.demandRoll();
    stage.enter(ISSUED);
    expect(epochOf(stage)).toBe(1);
    expect(stage.ledger.verify()).toMatchObject({ ok: true });
  });

  it('under the device key of then: two people with recovery codes made another one', () => {
    const folder = rested();
    const stage = signedIn(folder);
    stage.now.deviceKey = null;
    stage.key.demandRoll();
    stage.enter(ISSUED);
    // Nobody can seal the next one yet.
    const epoch = epochOf(stage);
    const another = Buffer.alloc(32, 9);
    stage.now.deviceKey = another;
    stage.enter(ISSUED);
    expect(epochOf(stage)).toBe((epoch ?? 0) + 1);
    stage.close();
    const next = startKeys(folder);
    next.now.deviceKey = another;
    next.enter(ISSUED);
    expect(next.key.state()).toBe('ready');
  });

  it('and the one before signs nothing in this ledger', () => {
    const stage = signedIn();
    const old = stage.key.now();
    stage.key.demandRoll();
    stage.enter(ISSUED);
    expect(() => old.sign(Buffer.from('anything'))).toThrow('destroyed');
  });
});

describe('what does not fit', () => {
  it.each([
    ['without the file', (folder: string) => rmSync(join(folder, 'signing.slots'))],
    [
      'with an earlier copy of it',
      (folder: string) => {
        cpSync(join(folder, 'signing.slots'), join(folder, 'earlier'));
        signedIn(folder).close();
        cpSync(join(folder, 'earlier'), join(folder, 'signing.slots'));
      },
    ],
    [
      'with that of another kiosk',
      (folder: string) => cpSync(join(rested(2), 'signing.slots'), join(folder, 'signing.slots')),
    ],
    [
      'with an earlier ledger',
      (folder: string) => {
        cpSync(join(folder, 'ledger.db'), join(folder, 'earlier'));
        signedIn(folder).close();
        cpSync(join(folder, 'earlier'), join(folder, 'ledger.db'));
      },
    ],
  ])('%s it is told at the start, nothing is signed, and nothing is overwritten', (_what, spoil) => {
    const folder = rested(2);
    spoil(folder);
    const path = join(folder, 'signing.slots');
    const before = filesOf(path);
    const stage = startKeys(folder);
    expect(stage.key.state()).toBe('misfit');
    stage.now.deviceKey = DEVICE_KEY;
    stage.enter(ISSUED);
    expect(stage.key.state()).toBe('misfit');
    expect(() => stage.key.now()).toThrow('nothing is signed');
    expect(filesOf(path)).toEqual(before);
  });

  it('a slot that does not open is told at the sign-in: of another device key, or damaged', () => {
    const folder = rested(2);
    const other = startKeys(folder);
    other.now.deviceKey = Buffer.alloc(32, 9);
    other.enter(ISSUED);
    expect(other.key.state()).toBe('misfit');
    other.close();
    const path = join(folder, 'signing.slots');
    const file = readFileSync(path);
    for (const slot of [0, 1]) file.writeUInt8((file[slot * 4096 + 80] ?? 0) ^ 1, slot * 4096 + 80);
    writeFileSync(path, file);
    expect(signedIn(folder).key.state()).toBe('misfit');
  });
});

function filesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

describe('a disk that does not take it', () => {
  /** A key whose slots refuse what the test says. */
  function withRefusing(stage: KeyStage, refuses: { put: boolean | 'when written'; erase: boolean }) {
    const refused = err({ kind: 'unwritable', code: 'EIO' } as const);
    const bugs: string[] = [];
    const key = createKioskKey({
      slots: {
        ...stage.slots,
        put(...order) {
          if (refuses.put === true) return refused;
          const written = stage.slots.put(...order);
          return refuses.put ? refused : written;
        },
        erase: (slot) => (refuses.erase ? refused : stage.slots.erase(slot)),
      },
      ...{ clear: stage.clear, ledger: stage.ledger },
      clock: { now: () => 0, today: () => ({ year: 2026, month: 11, day: 24 }) },
      deviceKey: () => DEVICE_KEY,
      maySign: () => true,
      beginsAnew: () => false,
      onBug: (where) => void bugs.push(where),
    });
    return { key, bugs };
  }

  it('keeps the old key, and the next one is tried again', () => {
    const refuses = { put: true, erase: false };
    const stage = startKeys(rested());
    const { key, bugs } = withRefusing(stage, refuses);
    const before = epochOf(stage);
    // The stage's ledger is written by its own key: here only what the slots do is asked about.
    expect(key.prepare()).toBe(true);
    key.rollIfDue();
    expect([key.state(), epochOf(stage), bugs]).toEqual([
      ...['ready', before, ['the roll of the key that signs']],
    ]);
    // Nobody new is served while it is the old one that signs.
    expect([key.isDue(), key.hasRollFailed()]).toEqual([true, true]);
  });

  it('makes another first key where the first one may be in the cache alone', () => {
    // The disk fails once the page is written: it is there for whoever reads it now, and may not be after a power cut.
    const refuses = { put: 'when written' as const, erase: false };
    const folder = workingFolder();
    const stage = startKeys(folder);
    const { key } = withRefusing(stage, refuses);
    expect([key.prepare(), key.state()]).toEqual([false, 'failed']);
    const unsure = stage.slots.nameIn(0)?.raw;
    expect(unsure).toBeDefined();
    stage.close();
    // Another keeper on the same machine reads it from the cache, too.
    const next = startKeys(folder);
    next.now.deviceKey = DEVICE_KEY;
    expect(next.key.prepare()).toBe(true);
    expect(next.slots.nameIn(0)?.raw).not.toEqual(unsure);
  });

  it('and cannot be read throws at nobody who asks whether it signs', () => {
    const stage = startKeys(rested());
    const bugs: string[] = [];
    let isReadable = true;
    const key = createKioskKey({
      ...{ slots: stage.slots, clear: stage.clear },
      ledger: {
        roll: stage.ledger.roll,
        key() {
          if (!isReadable) throw new Error('EIO');
          return stage.ledger.key();
        },
      },
      clock: { now: () => 0, today: () => ({ year: 2026, month: 11, day: 24 }) },
      deviceKey: () => DEVICE_KEY,
      maySign: () => true,
      beginsAnew: () => false,
      onBug: (_where, error) => void bugs.push(String(error)),
    });
    isReadable = false;
    expect([key.prepare(), key.state(), bugs]).toEqual([false, 'failed', ['Error: EIO']]);
    // Two people with recovery codes could not keep it either: it is in nobody's memory.
    expect(key.isAtHand()).toBe(false);
    isReadable = true;
    expect([key.prepare(), key.state()]).toEqual([true, 'ready']);
  });

  it('signs nothing until the old key is overwritten', () => {
    const refuses = { put: false, erase: true };
    const stage = startKeys(rested());
    const { key } = withRefusing(stage, refuses);
    expect([key.prepare(), key.state()]).toEqual([false, 'failed']);
    refuses.erase = false;
    expect([key.prepare(), key.state()]).toEqual([true, 'ready']);
  });
});

describe('the key in clear of a kiosk that an earlier version set up', () => {
  it('may be left on this disk until the next one signs', () => {
    const stage = startKeys(kioskOfBefore().folder);
    expect(stage.key.mayBeLeft()).toBe(true);
    stage.now.deviceKey = DEVICE_KEY;
    stage.enter(ISSUED);
    expect(stage.key.mayBeLeft()).toBe(false);
  });

  it('gives way under the device key of two people with recovery codes, whoever has signed in', () => {
    const { folder, seed } = kioskOfBefore();
    const stage = startKeys(folder);
    const another = Buffer.alloc(32, 9);
    expect([stage.key.isAtHand(), stage.key.rollUnder(another)]).toEqual([true, true]);
    stage.close();
    expect(filesWith(folder, seed)).toEqual([]);
    const next = startKeys(folder);
    // The control: sealed, it is at hand for nobody.
    expect([next.key.isAtHand(), next.key.rollUnder(another), next.key.state()]).toEqual([
      ...[false, true, 'ready'],
    ]);
  });

  it('signs the first roll, which is due at once, and is nowhere then', () => {
    const { folder, seed } = kioskOfBefore();
    const stage = startKeys(folder);
    expect([stage.key.state(), filesWith(folder, seed)]).toEqual(['locked', ['vault.db']]);
    stage.now.deviceKey = DEVICE_KEY;
    stage.enter(ISSUED);
    expect([stage.key.state(), epochOf(stage), stage.bugs]).toEqual(['ready', 1, []]);
    expect(stage.ledger.verify()).toMatchObject({ ok: true });
    stage.close();
    expect(filesWith(folder, seed)).toEqual([]);
  });

  it('is not said to be gone while a copy is left in the journal; the next attempt erases it', () => {
    const { folder, seed } = kioskOfBefore();
    const vault = openVault(join(folder, 'vault.db'));
    if (!vault.ok) throw new Error('no vault');
    const bugs: string[] = [];
    let erases = false;
    const clear = createClearKey({
      vault: {
        database: vault.value.database,
        eraseJournal: () => {
          if (erases) vault.value.eraseJournal();
        },
      },
      kiosk: vault.value.kiosk,
      onBug: (_where, error) => void bugs.push(String(error)),
    });
    expect([clear.destroy(), clear.isThere(), bugs]).toEqual([
      false,
      true,
      ['Error: a copy of the key in clear is left'],
    ]);
    expect(filesWith(folder, seed)).toEqual(['vault.db-journal']);
    erases = true;
    expect([clear.destroy(), clear.isThere()]).toEqual([true, false]);
    vault.value.database.close();
    expect(filesWith(folder, seed)).toEqual([]);
  });
});
