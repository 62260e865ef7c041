import { hashRaw } from '@node-rs/argon2';
import { describe, expect, it, vi } from 'vitest';
import { memberId } from '../../../shared/contract/ids.ts';
import { createSignInState } from './sign-in-and-idle-lock.ts';
import { ANSELM, BERTA, GOOD, LOCK_AFTER_MINUTES, stages } from './staff.test-support.ts';

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
  return { ...real, hashRaw: vi.fn(real.hashRaw) };
});

const newStage = stages();
const MINUTE = 60_000;
const wrong = { ok: false, error: { kind: 'wrong-passphrase' } };

describe('signing in', () => {
  it('takes the right passphrase however it was pasted, and the name however it was typed', async () => {
    const { signIn, staff } = newStage();
    expect(staff.signedIn()).toBeNull();
    expect(await signIn(' anselm', `${ANSELM.passphrase}\r\n`)).toEqual({
      ok: true,
      value: {
        member: expect.stringMatching(/^[0-9a-f]{32}$/),
        name: 'Anselm',
        role: 'clerk',
        mustChange: false,
      },
    });
    expect(staff.callerRole()).toBe('clerk');
    staff.signOut();
    expect(staff.signedIn()).toBeNull();
    expect(staff.callerRole()).toBe('nobody');
  });

  it.each([
    ['nothing', ''],
    ['10 kB', 'x'.repeat(10_240)],
    ['a line end within', ANSELM.passphrase.replace(' ', '\n')],
    ['another case', ANSELM.passphrase.toUpperCase()],
    ['half a character', '\ud800'],
    ["somebody else's", BERTA.passphrase],
  ])('refuses %s, and whoever was signed in stays so', async (_what, passphrase) => {
    const { signIn, staff } = newStage();
    await signIn('Berta', BERTA.passphrase);
    expect(await signIn('Anselm', passphrase)).toMatchObject(wrong);
    expect(staff.signedIn()).toMatchObject({ name: 'Berta' });
  });

  it('takes one passphrase for accents in either form', async () => {
    const { signIn, staff, idOf } = newStage();
    await signIn('Berta', BERTA.passphrase);
    await staff.addMember(idOf('Berta'), { name: 'Zoë', role: 'it', passphrase: 'grün kessel ähre turm' });
    expect(await signIn('Zoe\u0308', 'gru\u0308n kessel a\u0308hre turm')).toMatchObject({ ok: true });
  });

  it('refuses a name that nobody has like a wrong passphrase, and after the same work', async () => {
    const { signIn } = newStage();
    const worked = async (name: string): Promise<readonly unknown[]> => {
      vi.mocked(hashRaw).mockClear();
      expect(await signIn(name, 'wrong')).toEqual({
        ok: false,
        error: { kind: 'wrong-passphrase', waitSeconds: 0 },
      });
      // How much was hashed at which cost; the salt is another one, and the passphrase is zeros by now.
      return vi
        .mocked(hashRaw)
        .mock.calls.map(([passphrase, options]) => [passphrase.length, { ...options, salt: null }]);
    };
    const known = await worked('Anselm');
    expect(known).toHaveLength(1);
    expect(known[0]).toMatchObject(['wrong'.length, { memoryCost: 65_536, timeCost: 3 }]);
    expect(await worked('Nobody')).toEqual(known);
  });

  it('lends the same device key to everybody, and zeroes what it lent', async () => {
    const { staff } = newStage();
    const lent: Uint8Array[] = [];
    const copies: string[] = [];
    for (const { name, passphrase } of [ANSELM, BERTA]) {
      await staff.signIn(name, passphrase, (deviceKey) => {
        lent.push(deviceKey);
        copies.push(Buffer.from(deviceKey).toString('hex'));
      });
    }
    expect(copies[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(copies[0]).not.toBe('0'.repeat(64));
    expect(copies[1]).toBe(copies[0]);
    for (const key of lent) expect(key.every((byte) => byte === 0)).toBe(true);
  });

  it('does not take place when the device key is not taken', async () => {
    const { staff } = newStage();
    const broken = staff.signIn('Anselm', ANSELM.passphrase, () => {
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    expect(staff.signedIn()).toBeNull();
  });
});

describe("the vault's file", () => {
  it.each([
    ['a role', "UPDATE staff SET role = 'supervisor' WHERE name = 'Anselm'"],
    [
      'an identifier',
      "UPDATE staff SET identifier = '00000000000000000000000000000000' WHERE name = 'Anselm'",
    ],
    ['a salt', "UPDATE staff SET salt = zeroblob(16) WHERE name = 'Anselm'"],
    ['a key', "UPDATE staff SET sealed_device_key = x'00' WHERE name = 'Anselm'"],
    [
      "somebody else's key",
      "UPDATE staff SET (salt, sealed_device_key) = (SELECT salt, sealed_device_key FROM staff WHERE name = 'Berta') WHERE name = 'Anselm'",
    ],
  ])('lets nobody in with %s that was changed', async (_what, sql) => {
    const { vault, signIn } = newStage();
    expect(vault.database.prepare(sql).run().changes).toBe(1);
    expect(await signIn('Anselm', ANSELM.passphrase)).toMatchObject(wrong);
    expect(await signIn('Anselm', BERTA.passphrase)).toMatchObject(wrong);
    expect(await signIn('Berta', BERTA.passphrase)).toMatchObject({ ok: true });
  });
});

describe('the screen', () => {
  it('locks when nobody has touched it for five minutes of kiosk time, from that instant', async () => {
    const { signIn, staff, clock } = newStage();
    expect(LOCK_AFTER_MINUTES).toBe(5);
    expect(staff.screenLocked()).toBe(false);
    await signIn('Anselm', ANSELM.passphrase);
    clock.advance(5 * MINUTE - 1);
    expect(staff.lockWhenIdle()).toBe(false);
    staff.reportActivity();
    clock.advance(5 * MINUTE - 1);
    expect(staff.callerRole()).toBe('clerk');
    clock.advance(1);
    expect(staff.screenLocked()).toBe(true);
    expect(staff.callerRole()).toBe('nobody');
    // Touching it does not open it again.
    staff.reportActivity();
    expect(staff.lockWhenIdle()).toBe(true);
    expect(staff.lockWhenIdle()).toBe(false);
    expect(staff.signedIn()).toMatchObject({ name: 'Anselm' });
  });

  it.each([2, 30])('locks after %d minutes where the settings say so', (minutes) => {
    let now = 0;
    const state = createSignInState(() => now, minutes);
    state.enter({ member: memberId.parse('a'.repeat(32)), name: 'Anselm', role: 'clerk', mustChange: false });
    now = minutes * MINUTE - 1;
    expect(state.screenLocked()).toBe(false);
    now = minutes * MINUTE;
    expect(state.screenLocked()).toBe(true);
  });

  it('keeps the size of its text for whoever is signed in, through locks, and begins anew after them', async () => {
    const { signIn, staff } = newStage();
    staff.setTextSize(150);
    await signIn('Anselm', ANSELM.passphrase);
    expect(staff.textSize()).toBe(150);
    staff.lock();
    await signIn('Anselm', ANSELM.passphrase);
    expect(staff.textSize()).toBe(150);
    staff.lock();
    await signIn('Berta', BERTA.passphrase);
    expect(staff.textSize()).toBe(100);
    staff.setTextSize(200);
    staff.signOut();
    expect(staff.textSize()).toBe(100);
  });

  it('does not lock because the wall clock was set', async () => {
    const { signIn, staff, clock } = newStage();
    await signIn('Anselm', ANSELM.passphrase);
    clock.moveClock(60 * MINUTE);
    expect(staff.screenLocked()).toBe(false);
  });

  it('is locked at once by a call, and opened by anybody who works here', async () => {
    const { signIn, staff } = newStage();
    staff.lock();
    expect(staff.screenLocked()).toBe(false);
    await signIn('Anselm', ANSELM.passphrase);
    staff.lock();
    expect(staff.callerRole()).toBe('nobody');
    expect(await signIn('Anselm', 'wrong')).toMatchObject(wrong);
    expect(staff.screenLocked()).toBe(true);
    expect(await signIn('Berta', BERTA.passphrase)).toMatchObject({ ok: true });
    expect(staff.screenLocked()).toBe(false);
    expect(staff.callerRole()).toBe('supervisor');
  });
});

describe('what is kept of a passphrase', () => {
  it('is neither the passphrase nor the same for two who have the same one', async () => {
    const { vault, signIn, staff, idOf } = newStage();
    await signIn('Berta', BERTA.passphrase);
    for (const name of ['Cyprian', 'Dorothea']) {
      expect(await staff.addMember(idOf('Berta'), { name, role: 'it', passphrase: GOOD })).toMatchObject({
        ok: true,
      });
    }
    const rows = vault.database
      .prepare("SELECT hex(salt), hex(sealed_device_key) FROM staff WHERE role = 'it'")
      .raw()
      .all();
    expect(new Set(rows.flat()).size).toBe(4);
    const all = vault.database.prepare('SELECT * FROM staff').raw().all().flat().map(String).join('|');
    expect(all).toContain('Cyprian');
    for (const word of GOOD.split(' ')) expect(all).not.toContain(word);
  });
});
