import { describe, expect, it } from 'vitest';
import { newVault } from '../vault/vault.test-support.ts';
import { ANSELM, BERTA, staffOn } from './staff.test-support.ts';

describe('set-up', () => {
  const first = { kioskName: 'Harbour Counter', supervisor: BERTA, clerk: ANSELM };
  const nothing = (): void => undefined;

  it('makes two members, records them, lends the key and signs the supervisor in', async () => {
    const { staff, events, idOf } = staffOn(newVault());
    const lent: number[] = [];
    const done = await staff.setUp(first, nothing, (deviceKey) => lent.push(deviceKey.length));
    expect(done).toEqual({ ok: true, value: null });
    expect(lent).toEqual([32]);
    expect(staff.callerRole()).toBe('supervisor');
    const [by, clerk] = [idOf('Berta'), idOf('Anselm')];
    expect(events).toEqual([
      { kind: 'staff-changed', by, member: by, act: 'added', role: 'supervisor' },
      { kind: 'staff-changed', by, member: clerk, act: 'added', role: 'clerk' },
    ]);
    expect(await staff.setUp(first, nothing, nothing)).toEqual({ ok: false, error: { kind: 'not-now' } });
  });

  it.each([
    ['name-taken', { ...first, clerk: { ...ANSELM, name: 'BERTA ' } }],
    ['unusable-name', { ...first, clerk: { ...ANSELM, name: 'An\u202eselm' } }],
    ['weak-passphrase', { ...first, clerk: { ...ANSELM, passphrase: 'password' } }],
    ['weak-passphrase', { ...first, clerk: { ...ANSELM, passphrase: 'Harbour Counter' } }],
  ])('refuses %s, and writes nothing', async (kind, input) => {
    const { staff } = staffOn(newVault());
    const written: string[] = [];
    const answer = await staff.setUp(input, () => written.push('kiosk'), nothing);
    expect(answer).toEqual({ ok: false, error: { kind } });
    expect(written).toEqual([]);
    expect(staff.names()).toEqual([]);
    expect(staff.signedIn()).toBeNull();
  });

  it('writes kiosk and members together or not at all', async () => {
    const { staff } = staffOn(newVault());
    const broken = staff.setUp(
      first,
      () => {
        throw new Error('no');
      },
      nothing,
    );
    await expect(broken).rejects.toThrow('no');
    expect(staff.names()).toEqual([]);
    expect(staff.signedIn()).toBeNull();
  });
});
