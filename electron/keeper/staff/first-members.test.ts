import { describe, expect, it } from 'vitest';
import { newVault } from '../vault/vault.test-support.ts';
import { ANSELM, BERTA, DORA, staffOn } from './staff.test-support.ts';

describe('set-up', () => {
  const first = { kioskName: 'Harbour Counter', supervisor: BERTA, secondSupervisor: DORA, clerk: ANSELM };
  const nothing = (): void => undefined;

  it('makes two supervisors and a clerk, records them, lends the key and signs the first one in', async () => {
    const { staff, events, idOf } = staffOn(newVault());
    const lent: number[] = [];
    const done = await staff.setUp(first, nothing, (deviceKey) => lent.push(deviceKey.length));
    expect(done).toEqual({ ok: true, value: null });
    expect(lent).toEqual([32]);
    expect(staff.callerRole()).toBe('supervisor');
    const [by, second, clerk] = [idOf('Berta'), idOf('Dora'), idOf('Anselm')];
    expect(events).toEqual([
      { kind: 'staff-changed', by, member: by, act: 'added', role: 'supervisor' },
      { kind: 'staff-changed', by, member: second, act: 'added', role: 'supervisor' },
      { kind: 'staff-changed', by, member: clerk, act: 'added', role: 'clerk' },
    ]);
    // Nobody is there yet who could confirm them: both count as two people.
    expect(staff.approverNames()).toEqual(['Dora']);
    expect(staff.members().map(({ unconfirmed }) => unconfirmed)).toEqual([null, null, null]);
    expect(await staff.setUp(first, nothing, nothing)).toEqual({ ok: false, error: { kind: 'not-now' } });
  });

  it.each([
    ['name-taken', { ...first, clerk: { ...ANSELM, name: 'BERTA ' } }],
    ['name-taken', { ...first, secondSupervisor: { ...DORA, name: ' berta' } }],
    ['weak-passphrase', { ...first, secondSupervisor: { ...DORA, passphrase: 'dora dora' } }],
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

it('supervisors of a provisioning count as two people once each has chosen a passphrase of their own', async () => {
  const { staff, signIn } = staffOn(newVault());
  const people = [
    { ...BERTA, role: 'supervisor' },
    { ...DORA, role: 'supervisor' },
  ] as const;
  const done = await staff.setUpByOthers({ kioskName: 'Harbour Counter', people }, () => undefined);
  expect(done).toEqual({ ok: true, value: null });
  const approving = { act: 'takeCheckpoint', way: 'stick' } as const;
  const own = { Berta: 'walnut harpoon tundra fiddle', Dora: 'lantern cobalt meadow sprocket' };
  await signIn('Berta', BERTA.passphrase);
  await staff.changePassphrase(BERTA.passphrase, own.Berta);
  expect(staff.approverNames()).toEqual([]);
  expect(await staff.approve('a'.repeat(64), { ...approving, ...DORA })).toMatchObject({
    error: { kind: 'not-a-second-person' },
  });
  await signIn('Dora', DORA.passphrase);
  await staff.changePassphrase(DORA.passphrase, own.Dora);
  expect(staff.approverNames()).toEqual(['Berta']);
  const berta = { name: 'Berta', passphrase: own.Berta };
  expect(await staff.approve('a'.repeat(64), { ...approving, ...berta })).toMatchObject({ ok: true });
});
