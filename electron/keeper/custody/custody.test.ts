import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  ciphertextsIn,
  keyOf,
  openedCustody,
  slotPathOfTest,
  unlockedCustody,
} from './custody.test-support.ts';
import { id, testDeviceKey } from './sample.test-support.ts';
import { SLOT_BYTES } from './slot.ts';

const [one, two, three] = [id(1), id(2), id(3)];

describe.runIf(process.platform === 'linux')('the custody', () => {
  it('keeps a key in memory without making a file, and forgets it with the process', () => {
    const path = slotPathOfTest();
    const custody = openedCustody(path);
    expect(custody.create(one, 'memory').ok).toBe(true);
    expect(custody.kindOf(one)).toBe('memory');
    expect(custody.open(one).ok).toBe(true);
    custody.close();
    expect(existsSync(path)).toBe(false);
    expect(openedCustody(path, [one]).kindOf(one)).toBeNull();
  });

  it('brings a sealed key back under the device key, and not before', () => {
    const path = slotPathOfTest();
    const first = unlockedCustody(path);
    expect(first.create(one, 'sealed').ok).toBe(true);
    const key = keyOf(first, one);
    first.close();

    const second = openedCustody(path, [one]);
    expect(second.kindOf(one)).toBe('sealed');
    expect(second.unlocked()).toBe(false);
    expect(second.deviceKey()).toBeNull();
    expect(second.open(one)).toEqual({ ok: false, error: { kind: 'locked' } });
    expect(second.open(two)).toEqual({ ok: false, error: { kind: 'no-key' } });
    expect(second.unlock(testDeviceKey)).toEqual({ opened: 1, damaged: [] });
    expect(keyOf(second, one)).toBe(key);
    expect(second.unlock(testDeviceKey)).toEqual({ opened: 0, damaged: [] });
    expect(readFileSync(path).includes(Buffer.from(key, 'hex'))).toBe(false);
    second.close();
  });

  it('moves a key from memory to the disk: the same key, also after a restart', () => {
    const path = slotPathOfTest();
    const first = openedCustody(path);
    first.create(one, 'memory');
    expect(first.seal(one)).toEqual({ ok: false, error: { kind: 'locked' } });
    expect(first.kindOf(one)).toBe('memory');
    first.unlock(testDeviceKey);
    expect(first.seal(one).ok).toBe(true);
    expect(first.kindOf(one)).toBe('sealed');
    const before = readFileSync(path);
    expect(first.seal(one).ok).toBe(true);
    expect(readFileSync(path).equals(before)).toBe(true);
    const key = keyOf(first, one);
    first.close();
    expect(keyOf(unlockedCustody(path, [one]), one)).toBe(key);
  });

  it('seals nothing while locked, and then has no key', () => {
    const path = slotPathOfTest();
    const custody = openedCustody(path);
    expect(custody.create(one, 'sealed')).toEqual({ ok: false, error: { kind: 'locked' } });
    expect(custody.has(one)).toBe(false);
    expect(existsSync(path)).toBe(false);
  });

  it('never replaces a key, and seals none that is not there', () => {
    const custody = unlockedCustody(slotPathOfTest());
    custody.create(one, 'sealed');
    expect(() => custody.create(one, 'memory')).toThrow('has a key already');
    expect(() => custody.seal(two)).toThrow('has no key');
    expect(() => openedCustody(slotPathOfTest()).unlock(new Uint8Array(31))).toThrow('256 bits');
  });

  it('destroys a sealed key: zeroed in memory, overwritten on the disk, with the others as they were', () => {
    const path = slotPathOfTest();
    const custody = unlockedCustody(path);
    for (const application of [one, two, three]) custody.create(application, 'sealed');
    const [lent, kept] = [custody.open(two), keyOf(custody, three)];
    const [, ciphertext] = ciphertextsIn(path);
    if (!lent.ok || ciphertext === undefined) throw new Error('no key');
    // The control: it is there to be found.
    expect(readFileSync(path).includes(ciphertext)).toBe(true);
    const old = Buffer.from(ciphertext);
    expect(custody.destroy(two)).toBe(true);
    expect(lent.value.every((byte) => byte === 0)).toBe(true);
    expect(readFileSync(path).includes(old)).toBe(false);
    expect(custody.kindOf(two)).toBeNull();
    expect(custody.open(two)).toEqual({ ok: false, error: { kind: 'no-key' } });
    expect(custody.destroy(two)).toBe(true);
    expect(custody.applications()).toEqual([one, three]);
    custody.close();
    expect(keyOf(unlockedCustody(path, [one, three]), three)).toBe(kept);
  });

  it('destroys without the device key', () => {
    const path = slotPathOfTest();
    const first = unlockedCustody(path);
    first.create(one, 'sealed');
    first.close();
    const [ciphertext] = ciphertextsIn(path);
    const second = openedCustody(path, [one]);
    expect(second.destroy(one)).toBe(true);
    expect(second.unlock(testDeviceKey)).toEqual({ opened: 0, damaged: [] });
    expect(readFileSync(path).includes(ciphertext ?? '')).toBe(false);
  });

  it('never grows beyond the most applications at once', () => {
    const path = slotPathOfTest();
    const custody = unlockedCustody(path);
    for (let round = 0; round < 40; round += 1) {
      custody.create(id(2 * round), 'sealed');
      custody.create(id(2 * round + 1), 'sealed');
      custody.destroy(id(2 * round));
      custody.destroy(id(2 * round + 1));
    }
    expect(statSync(path).size).toBe(2 * SLOT_BYTES);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('overwrites at its start what belongs to nobody, and what looks free, and leaves the rest', () => {
    const path = slotPathOfTest();
    const first = unlockedCustody(path);
    for (const application of [one, two, three]) first.create(application, 'sealed');
    first.destroy(one);
    const key = keyOf(first, three);
    first.close();
    const before = readFileSync(path);
    const pages = (file: Buffer): readonly Buffer[] =>
      [0, 1, 2].map((slot) => file.subarray(slot * SLOT_BYTES, (slot + 1) * SLOT_BYTES));
    const second = openedCustody(path, [three]);
    const after = pages(readFileSync(path));
    const same = pages(before).map((page, slot) => page.equals(after[slot] ?? Buffer.alloc(0)));
    expect(same).toEqual([false, false, true]);
    expect(second.applications()).toEqual([three]);
    second.unlock(testDeviceKey);
    expect(keyOf(second, three)).toBe(key);
  });

  it('reports a damaged slot, keeps it, and destroys it when told to', () => {
    const path = slotPathOfTest();
    const first = unlockedCustody(path);
    first.create(one, 'sealed');
    first.create(two, 'sealed');
    first.close();
    const file = readFileSync(path);
    file[60] = (file[60] ?? 0) ^ 1;
    writeFileSync(path, file);
    const second = openedCustody(path, [one, two]);
    expect(second.unlock(testDeviceKey)).toEqual({ opened: 1, damaged: [one] });
    expect(second.unlock(testDeviceKey)).toEqual({ opened: 0, damaged: [one] });
    expect(second.kindOf(one)).toBe('sealed');
    expect(second.open(one)).toEqual({ ok: false, error: { kind: 'no-key' } });
    expect(readFileSync(path).equals(file)).toBe(true);
    expect(second.destroy(one)).toBe(true);
    expect(second.kindOf(one)).toBeNull();
  });

  it('opens nothing under another device key, and throws nothing away', () => {
    const path = slotPathOfTest();
    const first = unlockedCustody(path);
    first.create(one, 'sealed');
    const key = keyOf(first, one);
    first.close();
    const second = openedCustody(path, [one]);
    expect(second.unlock(new Uint8Array(32))).toEqual({ opened: 0, damaged: [one] });
    second.close();
    expect(keyOf(unlockedCustody(path, [one]), one)).toBe(key);
  });

  it('copies the device key, lends it, and zeroes it at its end', () => {
    const custody = openedCustody(slotPathOfTest());
    const given = Uint8Array.from(testDeviceKey);
    custody.unlock(given);
    given.fill(0);
    const lent = custody.deviceKey();
    expect(lent?.equals(testDeviceKey)).toBe(true);
    custody.create(one, 'sealed');
    const key = custody.open(one);
    custody.close();
    expect(lent?.every((byte) => byte === 0)).toBe(true);
    expect(key.ok && key.value.every((byte) => byte === 0)).toBe(true);
  });

  it('takes another device key once there is nothing under the first, under which no older slot opens', () => {
    const path = slotPathOfTest();
    const custody = unlockedCustody(path);
    const lent = custody.deviceKey();
    custody.create(one, 'sealed');
    const earlier = readFileSync(path);
    expect(() => custody.forgetDeviceKey()).toThrow('still needed');
    expect(custody.unlocked()).toBe(true);
    custody.destroy(one);
    custody.create(two, 'memory');
    expect(() => custody.forgetDeviceKey()).toThrow('still needed');
    custody.destroy(two);
    custody.forgetDeviceKey();
    expect(lent?.every((byte) => byte === 0)).toBe(true);
    expect([custody.unlocked(), custody.deviceKey()]).toEqual([false, null]);
    const another = new Uint8Array(32).fill(0xa5);
    custody.unlock(another);
    custody.create(three, 'sealed');
    custody.close();
    const again = openedCustody(path, [three]);
    expect(again.unlock(another)).toEqual({ opened: 1, damaged: [] });
    again.close();
    // The control: the first key opens what was copied while the application was open, and the other one does not.
    writeFileSync(path, earlier);
    const copy = openedCustody(path, [one]);
    expect(copy.unlock(another)).toEqual({ opened: 0, damaged: [one] });
    copy.close();
    expect(openedCustody(path, [one]).unlock(testDeviceKey)).toEqual({ opened: 1, damaged: [] });
  });
});
