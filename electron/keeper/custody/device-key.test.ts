import { describe, expect, it } from 'vitest';
import { sample } from '../../../tests/support/sample.ts';
import { createDeviceKey, spendTime, unwrapDeviceKey, wrapDeviceKey } from './device-key.ts';

const owner = { identifier: 'member-1', role: 'clerk' };
const passphrase = 'marble otter seven lamps';
const wrong = { ok: false, error: { kind: 'wrong-passphrase' } };

async function wrapped(words = passphrase) {
  const deviceKey = createDeviceKey();
  return { deviceKey, blob: await wrapDeviceKey(deviceKey, words, owner) };
}

describe('the device key', () => {
  it('is random, and comes back under the passphrase of its owner', async () => {
    const { deviceKey, blob } = await wrapped();
    expect(createDeviceKey().equals(deviceKey)).toBe(false);
    expect([blob.salt.length, blob.sealed.length]).toEqual([16, 72]);
    expect(blob.sealed.includes(deviceKey)).toBe(false);
    const unwrapped = await unwrapDeviceKey(blob, passphrase, owner);
    expect(unwrapped.ok && unwrapped.value.equals(deviceKey)).toBe(true);
    const again = await wrapDeviceKey(deviceKey, passphrase, owner);
    expect(again.salt.equals(blob.salt)).toBe(false);
    expect(again.sealed.equals(blob.sealed)).toBe(false);
  });

  it('may be zeroed by its lender while it is being wrapped', async () => {
    const deviceKey = createDeviceKey();
    const expected = Buffer.from(deviceKey);
    const wrapping = wrapDeviceKey(deviceKey, passphrase, owner);
    deviceKey.fill(0);
    const unwrapped = await unwrapDeviceKey(await wrapping, passphrase, owner);
    expect(unwrapped.ok && unwrapped.value.equals(expected)).toBe(true);
  });

  it.each(sample(['', `${passphrase}\n`, passphrase.toUpperCase(), 'x'.repeat(10_240), '\ud800'], 1))(
    'does not come back under another passphrase: %#',
    async (other) => {
      const { blob } = await wrapped();
      expect(await unwrapDeviceKey(blob, other, owner)).toEqual(wrong);
    },
  );

  it.each([
    { identifier: 'member-1', role: 'supervisor' },
    { identifier: 'member-2', role: 'clerk' },
    { identifier: 'member-1clerk', role: '' },
  ])('does not come back for another owner: %j', async (other) => {
    const { blob } = await wrapped();
    expect(await unwrapDeviceKey(blob, passphrase, other)).toEqual(wrong);
  });

  it.each(
    sample(['', 'ein sehr langer Satz '.repeat(500), 'пароль из четырёх слов', 'four 🦊 words here'], 1),
  )('takes any passphrase: %#', async (words) => {
    const { deviceKey, blob } = await wrapped(words);
    const unwrapped = await unwrapDeviceKey(blob, words, owner);
    expect(unwrapped.ok && unwrapped.value.equals(deviceKey)).toBe(true);
  });

  it('does not mind how a keyboard composes accents', async () => {
    const { blob } = await wrapped('caf\u00e9 cr\u00e8me');
    expect((await unwrapDeviceKey(blob, 'cafe\u0301 cre\u0300me', owner)).ok).toBe(true);
  });

  it('is damaged, however: a wrong passphrase', async () => {
    const { blob } = await wrapped();
    for (const length of sample([0, 1, 15, 16, 17, 71, 73, 4096], 0)) {
      const cut = Buffer.concat([blob.sealed, Buffer.alloc(4096)]).subarray(0, length);
      expect(await unwrapDeviceKey({ ...blob, sealed: cut }, passphrase, owner)).toEqual(wrong);
      if (length === 16) continue;
      const salt = Buffer.concat([blob.salt, Buffer.alloc(4096)]).subarray(0, length);
      expect(await unwrapDeviceKey({ ...blob, salt }, passphrase, owner)).toEqual(wrong);
    }
    for (const at of sample([0, 23, 24, 55, 56, 71], 1)) {
      const sealed = Buffer.from(blob.sealed);
      sealed[at] = (sealed[at] ?? 0) ^ 1;
      expect(await unwrapDeviceKey({ ...blob, sealed }, passphrase, owner)).toEqual(wrong);
    }
    // The control: it was whole.
    expect((await unwrapDeviceKey(blob, passphrase, owner)).ok).toBe(true);
  });

  it('takes as long for a wrong passphrase, a damaged blob and a name that nobody has', async () => {
    const { blob } = await wrapped();
    const costs: number[] = [];
    for (const attempt of [
      () => unwrapDeviceKey(blob, passphrase, owner),
      () => unwrapDeviceKey(blob, 'wrong', owner),
      () => unwrapDeviceKey({ salt: Buffer.alloc(0), sealed: Buffer.alloc(0) }, passphrase, owner),
      () => spendTime(passphrase),
    ]) {
      costs.push(await fastest(attempt));
    }
    // In processor time of all threads (the hashing has one of its own), and loosely, as caches are shared; without
    // the hashing it would be a thousandth.
    expect(Math.min(...costs)).toBeGreaterThan(Math.max(...costs) / 4);
  });
});

/** Microseconds of processor time that the cheapest of five cost: the one that nobody disturbed. */
async function fastest(attempt: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round += 1) {
    const before = process.cpuUsage();
    await attempt();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, user + system);
  }
  return best;
}
