import { verify } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../clock.ts';
import { newVault } from '../vault/vault.test-support.ts';
import type { Vault } from '../vault/vault.ts';
import { createStaff, type Staff } from './staff.ts';

const PASSPHRASE = 'velvet anchor mosaic pebble';
const right = { name: 'Anselm', role: 'clerk' };

/** A clock that stands still until it is moved. */
function handClock(): Clock & { seconds(count: number): void } {
  let now = 1_800_000_000_000;
  return {
    now: () => now,
    today: () => ({ year: 2026, month: 11, day: 24 }),
    seconds(count) {
      now += count * 1000;
    },
  };
}

async function stage(): Promise<{ vault: Vault; staff: Staff; clock: ReturnType<typeof handClock> }> {
  const vault = newVault();
  const clock = handClock();
  const staff = createStaff(vault.database, clock);
  await staff.add('Anselm', 'clerk', PASSPHRASE);
  return { vault, staff, clock };
}

describe('a passphrase', () => {
  it('is kept as Argon2id of 64 MiB and 3 passes under a salt of its own, and nowhere else', async () => {
    const { vault, staff } = await stage();
    await staff.add('Berta', 'supervisor', PASSPHRASE);
    const rows = vault.database.prepare('SELECT verifier FROM staff').all();
    const verifiers = rows.map((row) => String(Object.values(Object(row))[0]));
    for (const verifier of verifiers) {
      expect(verifier).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
      expect(await verify(verifier, PASSPHRASE)).toBe(true);
    }
    expect(new Set(verifiers).size).toBe(2);
    expect(JSON.stringify(vault.database.prepare('SELECT * FROM staff').all())).not.toContain('velvet');
  });

  it('signs in its owner, and nobody else', async () => {
    const { staff } = await stage();
    expect(staff.signedIn()).toBeNull();
    expect(await staff.signIn('Anselm', `${PASSPHRASE} `)).toMatchObject({ ok: false });
    expect(await staff.signIn('Anselm', '')).toMatchObject({ ok: false });
    expect(staff.signedIn()).toBeNull();
    expect(await staff.signIn('Anselm', PASSPHRASE)).toEqual({ ok: true, value: right });
    expect(staff.signedIn()).toEqual(right);
    staff.signOut();
    expect(staff.signedIn()).toBeNull();
  });

  it('that is wrong leaves whoever is signed in', async () => {
    const { staff } = await stage();
    await staff.signIn('Anselm', PASSPHRASE);
    await staff.signIn('Anselm', 'wrong');
    expect(staff.signedIn()).toEqual(right);
  });
});

describe('a name', () => {
  it('that nobody has is refused like a wrong passphrase, and after the same work', async () => {
    const { staff } = await stage();
    const timed = async (name: string): Promise<number> => {
      const began = performance.now();
      expect(await staff.signIn(name, 'wrong')).toEqual({
        ok: false,
        error: { kind: 'wrong-passphrase', waitSeconds: 0 },
      });
      return performance.now() - began;
    };
    const [known, unknown] = [await timed('Anselm'), await timed('Nobody')];
    // Refusing at once takes 0.1 ms, Argon2id 60: a factor of ten would tell them apart by eye.
    expect(unknown).toBeGreaterThan(known / 10);
  });

  it('exists once', async () => {
    const { staff } = await stage();
    await expect(staff.add('Anselm', 'supervisor', 'another one')).rejects.toThrow();
    expect(await staff.signIn('Anselm', PASSPHRASE)).toEqual({ ok: true, value: right });
    expect(staff.names()).toEqual(['Anselm']);
  });
});

describe('wrong passphrases in a row', () => {
  it('make each further one wait twice as long, five minutes at most', async () => {
    const { staff, clock } = await stage();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const answer = await staff.signIn('Anselm', 'wrong');
      if (answer.ok) throw new Error('let in');
      expect(answer.error.kind).toBe('wrong-passphrase');
      waits.push(answer.error.waitSeconds);
      clock.seconds(answer.error.waitSeconds);
    }
    expect(waits).toEqual([0, 0, 5, 10, 20, 40, 80, 160, 300, 300]);
  });

  it('are not even looked at before the wait is over, nor is the right one', async () => {
    const { staff, clock } = await stage();
    for (let attempt = 0; attempt < 3; attempt += 1) await staff.signIn('Nobody', 'wrong');
    clock.seconds(4.2);
    expect(await staff.signIn('Anselm', PASSPHRASE)).toEqual({
      ok: false,
      error: { kind: 'too-many-attempts', waitSeconds: 1 },
    });
    expect(staff.signedIn()).toBeNull();
    clock.seconds(0.8);
    expect(await staff.signIn('Anselm', PASSPHRASE)).toMatchObject({ ok: true });
  });

  it('are forgiven by a right one', async () => {
    const { staff } = await stage();
    for (let attempt = 0; attempt < 2; attempt += 1) await staff.signIn('Anselm', 'wrong');
    await staff.signIn('Anselm', PASSPHRASE);
    expect(await staff.signIn('Anselm', 'wrong')).toMatchObject({ error: { waitSeconds: 0 } });
  });

  it('count also when they come all at once', async () => {
    const { staff } = await stage();
    const answers = await Promise.all(Array.from({ length: 8 }, () => staff.signIn('Anselm', 'wrong')));
    const kinds = answers.map((answer) => (answer.ok ? 'let in' : answer.error.kind));
    expect(kinds).toEqual([
      ...Array.from({ length: 3 }, () => 'wrong-passphrase'),
      ...Array.from({ length: 5 }, () => 'too-many-attempts'),
    ]);
  });
});
