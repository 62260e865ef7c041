import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../database/temporary-files.test-support.ts';
import { begin, newVault } from './vault.test-support.ts';
import { fillFreePages, makeRoomFor, makeRoomForApplication } from './zeroed-free-pages.ts';

const DAY = '2026-11-24';

/** Content that stands in pages of its own once it is stored: its beginning would stay in the row's. */
function inFreePages(canary: Buffer, times: number): Buffer {
  return Buffer.concat([Buffer.alloc(8_000), ...Array.from({ length: times }, () => canary)]);
}

describe('room in the vault', () => {
  it.each([0, 10, 5_000, 400_000, 3_000_000])('is there for %d bytes before they are written', (bytes) => {
    const path = join(temporaryFolder(), 'vault.db');
    const vault = newVault(path);
    begin(vault, DAY, 0);
    makeRoomFor(vault.database, bytes);
    const { size } = statSync(path);
    vault.database.prepare("INSERT INTO sealed_part VALUES (1, 'photo', ?)").run(randomBytes(bytes));
    expect(statSync(path).size).toBe(size);
  });

  it('is made by a transaction of its own for whatever is stored, and not where there is enough', () => {
    const path = join(temporaryFolder(), 'vault.db');
    const vault = newVault(path);
    const { id } = begin(vault, DAY, 0);
    // One that is taken again needs room beside the one before.
    for (let twice = 0; twice < 2; twice += 1) vault.store(id, 'photo', randomBytes(400_000));
    const { size } = statSync(path);
    for (let again = 0; again < 5; again += 1) {
      vault.store(id, 'photo', randomBytes(400_000));
      vault.addMade(id, randomBytes(2_000));
    }
    vault.remove(id);
    begin(vault, DAY, 0);
    expect(statSync(path).size).toBe(size);
  });

  it('is not made inside a transaction, which would grow the file itself', () => {
    const vault = newVault();
    const grow = vault.database.transaction(() => makeRoomFor(vault.database, 9_000_000));
    grow();
    expect(vault.database.pragma('freelist_count', { simple: true })).toBeLessThan(1_000);
  });
});

describe('room for an application', () => {
  it('is enough in file and journal for the largest record and its end', () => {
    const path = join(temporaryFolder(), 'vault.db');
    const vault = newVault(path);
    const sizes = (): readonly number[] => [path, `${path}-journal`].map((file) => statSync(file).size);
    makeRoomForApplication(vault.database);
    const made = sizes();
    const { id } = begin(vault, DAY, 0);
    vault.store(id, 'photo', randomBytes(400_000));
    vault.store(id, 'tray', randomBytes(503_679));
    vault.store(id, 'tray', randomBytes(503_679));
    vault.addMade(id, randomBytes(100_000));
    vault.remove(id);
    expect(sizes()).toEqual(made);
    // What it was is free again, and the next one needs no more.
    makeRoomForApplication(vault.database);
    expect(sizes()).toEqual(made);
    expect(vault.database.prepare('SELECT count(*) FROM room').pluck().get()).toBe(0);
  });

  it('has what a call left that found no room for the journal', () => {
    const path = join(temporaryFolder(), 'vault.db');
    const vault = newVault(path);
    vault.database.exec('INSERT INTO room (zeros) VALUES (zeroblob(1000000))');
    makeRoomForApplication(vault.database);
    expect(vault.database.prepare('SELECT count(*) FROM room').pluck().get()).toBe(0);
    // Three applications, and what there was: not the same room once more with every such call.
    expect(statSync(path).size).toBeLessThan(4.3 * 1024 * 1024);
  });
});

describe('free pages', () => {
  it.each([1_000, 300_000])('hold zeros after a start, whatever was left in them (%d times)', (times) => {
    const path = join(temporaryFolder(), 'vault.db');
    const vault = newVault(path);
    const canary = randomBytes(40);
    // As a rolled back transaction leaves them: filled, and free.
    vault.database.pragma('secure_delete=OFF');
    const { id } = begin(vault, DAY, 0);
    vault.store(id, 'photo', inFreePages(canary, times));
    vault.remove(id);
    vault.database.pragma('secure_delete=ON');
    expect(readFileSync(path).includes(canary)).toBe(true);
    fillFreePages(vault.database);
    expect(readFileSync(path).includes(canary)).toBe(false);
    expect(vault.database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(vault.database.prepare('SELECT count(*) FROM room').pluck().get()).toBe(0);
  });

  it('do not become more with every start', () => {
    const path = join(temporaryFolder(), 'vault.db');
    const vault = newVault(path);
    fillFreePages(vault.database);
    const { size } = statSync(path);
    for (let start = 0; start < 5; start += 1) fillFreePages(vault.database);
    expect(statSync(path).size).toBe(size);
  });
});
