import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { openLedgerToRead } from '../ledger/ledger.ts';
import {
  DEVICE_KEY,
  epochsIn,
  filesWith,
  ISSUED,
  type KeyStage,
  kioskOfBefore,
  PowerCut,
  startKeys,
  Writes,
} from './kiosk-key.test-support.ts';
import { guardedKeyOf } from './signing-key.ts';

/** A life of a kiosk from a start on. Answers how it stood when the power went, or at its end. */
function live(folder: string, writes: Writes, life: (stage: KeyStage) => void): void {
  let stage: KeyStage | null = null;
  try {
    stage = startKeys(folder, writes);
    life(stage);
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error;
  } finally {
    stage?.close();
  }
}

/** Somebody signs in, something is entered, and something after which the key rolls once more. */
function day(stage: KeyStage): void {
  stage.now.deviceKey = DEVICE_KEY;
  stage.enter(ISSUED);
  stage.enter(ISSUED);
  stage.key.demandRoll();
  stage.enter(ISSUED);
}

/** A folder in which a life was lived to its end. */
function lived(life: (stage: KeyStage) => void): string {
  const folder = workingFolder();
  live(folder, new Writes(), life);
  return folder;
}

/** What must be so at a start after whatever came before: the ledger decides, and one key is left. */
function checkNextStart(folder: string, where: string): void {
  const [before, slots] = [entriesIn(folder), slotsOf(folder)];
  const stage = startKeys(folder);
  expect([where, stage.key.state()]).toEqual([where, 'locked']);
  // Until the key that the ledger names was opened nothing is overwritten: the ledger may be anybody's.
  expect([where, stage.key.prepare(), slotsOf(folder)]).toEqual([where, false, slots]);
  stage.now.deviceKey = DEVICE_KEY;
  // Then the key that no longer signs, or does not yet, is gone before anything is signed.
  expect([where, stage.key.prepare()]).toEqual([where, true]);
  const inForce = stage.ledger.key();
  const named = [0, 1].flatMap((slot) => stage.slots.nameIn(slot === 0 ? 0 : 1) ?? []);
  if (inForce !== undefined && inForce.epoch > 0) {
    expect([where, named.map(({ epoch }) => epoch)]).toEqual([where, [inForce.epoch]]);
    expect([where, stage.clear.isThere()]).toEqual([where, false]);
  }
  stage.enter(ISSUED);
  expect([where, stage.key.state(), stage.bugs]).toEqual([where, 'ready', []]);
  const verdict = stage.ledger.verify();
  expect([where, verdict]).toMatchObject([where, { ok: true }]);
  expect([where, stage.ledger.verifyTail().ok]).toEqual([where, true]);
  // Nothing that was told as written is gone.
  expect([where, (stage.ledger.head()?.sequence ?? 0) > before]).toEqual([where, true]);
  const epoch = stage.ledger.key()?.epoch;
  stage.close();
  expect([where, epochsIn(folder)]).toEqual([where, [epoch]]);
}

function slotsOf(folder: string): string | null {
  const path = join(folder, 'signing.slots');
  return existsSync(path) ? readFileSync(path, 'base64') : null;
}

function entriesIn(folder: string): number {
  const ledger = openLedgerToRead(join(folder, 'ledger.db'));
  if (!ledger.ok) throw new Error(JSON.stringify(ledger.error));
  const count = ledger.value.head()?.sequence ?? 0;
  ledger.value.close();
  return count;
}

/** Every power cut of a life that begins on a copy of this folder. */
function cutEverywhere(from: string, life: (stage: KeyStage) => void, check: typeof checkNextStart): number {
  const whole = new Writes();
  live(copyOf(from), whole, life);
  for (let at = 1; at <= whole.done; at += 1) {
    for (const when of ['before', 'after'] as const) {
      const folder = copyOf(from);
      const writes = new Writes();
      writes.cut = { at, when };
      live(folder, writes, life);
      // The control: it was cut there.
      expect(writes.done).toBe(at);
      check(folder, `${when} ${whole.names[at - 1]} (${at} of ${whole.done})`);
    }
  }
  return whole.done;
}

/** What a life writes, in order. */
function namesOf(folder: string, life: (stage: KeyStage) => void): readonly string[] {
  const writes = new Writes();
  live(copyOf(folder), writes, life);
  return writes.names;
}

function copyOf(folder: string): string {
  const copy = workingFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

describe('after a power cut at any write', () => {
  it('of a first day, one key is left, the ledger names it, and it holds', () => {
    expect(cutEverywhere(workingFolder(), day, checkNextStart)).toBeGreaterThan(8);
  });

  it('of a later day, too', () => {
    expect(cutEverywhere(lived(day), day, checkNextStart)).toBeGreaterThan(9);
  });

  it('of the start after a power cut, too', () => {
    // The tests above cut a day at every write; here the first cut and the last one stand for those between.
    for (const at of process.env.COUNTERFOIL_ALL === '1' ? [1, 2, 3, 4, 5, 6] : [1, 6]) {
      const folder = lived(day);
      const writes = new Writes();
      writes.cut = { at, when: 'after' };
      live(folder, writes, day);
      cutEverywhere(folder, day, checkNextStart);
    }
  });

  it('of the first day after an update, the key in clear is nowhere once another one signs', () => {
    const { folder: from, seed } = kioskOfBefore();
    expect(filesWith(from, seed)).toEqual(['vault.db']);
    const check = (folder: string, where: string): void => {
      checkNextStart(folder, where);
      expect([where, filesWith(folder, seed)]).toEqual([where, []]);
    };
    expect(cutEverywhere(from, day, check)).toBeGreaterThan(8);
    // The control: it was cut between the write over the key and the search for copies of it.
    expect(namesOf(from, day)).toEqual(
      expect.arrayContaining(['clear key over', 'erased journal', 'clear key gone']),
    );
  });
});

it('a page of which the disk had only the first sectors, or only the others, is the key that it was or the next', () => {
  const path = (folder: string): string => join(folder, 'signing.slots');
  for (const sectors of [1, 7]) {
    for (const isFirstNew of [true, false]) {
      const from = lived(day);
      const before = readFileSync(path(from));
      const folder = copyOf(from);
      // The next key is sealed; before the ledger names it the power goes.
      const writes = new Writes();
      const atRoll = namesOf(from, day).indexOf('key-rolled') + 1;
      writes.cut = { at: atRoll, when: 'before' };
      live(folder, writes, day);
      const after = readFileSync(path(folder));
      const torn = Buffer.from(isFirstNew ? before : after);
      for (const slot of [0, 1]) {
        const [start, end] = [slot * 4_096, slot * 4_096 + sectors * 512];
        (isFirstNew ? after : before).copy(torn, start, start, end);
      }
      writeFileSync(path(folder), torn);
      checkNextStart(folder, `${sectors} ${isFirstNew ? 'new' : 'old'}`);
    }
  }
});

it('an old key is not in the files when the next one signs, sealed or not', () => {
  const folder = lived(day);
  const file = readFileSync(join(folder, 'signing.slots'));
  const ciphertexts = [0, 1].map((slot) => file.subarray(slot * 4096 + 72, slot * 4096 + 120));
  const stage = startKeys(folder);
  stage.now.deviceKey = DEVICE_KEY;
  stage.enter(ISSUED);
  stage.close();
  const after = readFileSync(join(folder, 'signing.slots'));
  for (const ciphertext of ciphertexts) expect(after.includes(ciphertext)).toBe(false);
});

it('a destroyed key signs nothing and lends nothing', () => {
  const key = guardedKeyOf(Buffer.alloc(32, 3));
  expect(key.sign(Buffer.from('a'))).toHaveLength(64);
  key.destroy();
  expect(() => key.sign(Buffer.from('a'))).toThrow('destroyed');
  expect(() => key.lendSeed((seed) => seed)).toThrow('destroyed');
});
