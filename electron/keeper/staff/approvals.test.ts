import { describe, expect, it } from 'vitest';
import { APPROVAL_SECONDS } from './approvals.ts';
import { ANSELM, BERTA, DORA, GOOD, type Stage, stages } from './staff.test-support.ts';

const newStage = stages();
const TOKEN = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const refused = (kind: string) => ({ ok: false, error: { kind } });
const byBerta = { act: 'takeCheckpoint', way: 'stick', ...BERTA } as const;

/** Anselm, a clerk, is signed in, and Berta has approved one act on his screen. */
async function approved(): Promise<Stage> {
  const stage = newStage();
  await stage.signIn('Anselm', ANSELM.passphrase);
  expect(await stage.staff.approve(TOKEN, byBerta)).toEqual({ ok: true, value: null });
  return stage;
}

describe('an approval', () => {
  it('is for one act on one screen, once, and leaves who is signed in', async () => {
    const { staff, idOf } = await approved();
    const approval = { act: 'takeCheckpoint', way: 'stick', member: idOf('Berta'), name: 'Berta' };
    expect(staff.signedIn()).toMatchObject({ name: 'Anselm' });
    expect(staff.callerRole()).toBe('clerk');
    expect(staff.approvalFor(TOKEN)).toEqual(approval);
    expect(staff.approvalFor(OTHER)).toBeNull();
    expect(staff.takeApproval(OTHER, 'takeCheckpoint')).toBeNull();
    expect(staff.takeApproval(TOKEN, 'exportLedger')).toBeNull();
    expect(staff.takeApproval(TOKEN, 'takeCheckpoint')).toEqual(approval);
    expect(staff.takeApproval(TOKEN, 'takeCheckpoint')).toBeNull();
    expect(staff.approvalFor(TOKEN)).toBeNull();
  });

  it('lasts a minute of kiosk time', async () => {
    const { staff, clock } = await approved();
    expect(APPROVAL_SECONDS).toBe(60);
    clock.moveClock(3_600_000);
    clock.advance(59_999);
    expect(staff.approvalFor(TOKEN)).not.toBeNull();
    clock.advance(1);
    expect(staff.approvalFor(TOKEN)).toBeNull();
    expect(staff.takeApproval(TOKEN, 'takeCheckpoint')).toBeNull();
  });

  it.each<[string, (stage: Stage) => unknown]>([
    ['it is withdrawn', ({ staff }) => staff.withdrawApproval(TOKEN)],
    ['the clerk signs out', ({ staff }) => staff.signOut()],
    ['the screen is locked', ({ staff }) => staff.lock()],
    ['somebody else signs in', ({ signIn }) => signIn('Berta', BERTA.passphrase)],
    [
      'somebody approves something else',
      ({ staff }) => staff.approve(TOKEN, { ...BERTA, act: 'exportLedger', format: 'csv' }),
    ],
    ['somebody approves on another screen', ({ staff }) => staff.approve(OTHER, byBerta)],
  ])('ends when %s', async (_what, end) => {
    const stage = await approved();
    await end(stage);
    expect(stage.staff.takeApproval(TOKEN, 'takeCheckpoint')).toBeNull();
  });

  it('stays when it is withdrawn on another screen', async () => {
    const { staff } = await approved();
    staff.withdrawApproval(OTHER);
    expect(staff.approvalFor(TOKEN)).not.toBeNull();
  });
});

describe('somebody who would approve', () => {
  it('is a supervisor and not the person who is signed in', async () => {
    const { signIn, staff } = newStage();
    await signIn('Berta', BERTA.passphrase);
    expect(staff.approverNames()).toEqual(['Dora']);
    const second = refused('not-a-second-person');
    expect(await staff.approve(TOKEN, byBerta)).toEqual(second);
    expect(await staff.approve(TOKEN, { ...byBerta, ...ANSELM })).toEqual(second);
    // Whether somebody is a supervisor is told to nobody who does not know the passphrase.
    expect(await staff.approve(TOKEN, { ...byBerta, name: 'Anselm' })).toMatchObject(
      refused('wrong-passphrase'),
    );
    expect(staff.approvalFor(TOKEN)).toBeNull();
    expect(await staff.approve(TOKEN, { ...byBerta, ...DORA })).toMatchObject({ ok: true });
  });

  it('has no passphrase that somebody else gave them', async () => {
    const { signIn, staff, idOf } = newStage();
    await signIn('Berta', BERTA.passphrase);
    expect(await staff.approve(TOKEN, { ...byBerta, ...DORA })).toMatchObject({ ok: true });
    await staff.resetPassphrase(idOf('Berta'), idOf('Dora'), GOOD);
    expect(staff.approvalFor(TOKEN)).toBeNull();
    expect(await staff.approve(TOKEN, { ...byBerta, name: 'Dora', passphrase: GOOD })).toEqual(
      refused('not-a-second-person'),
    );
    expect(staff.approvalFor(TOKEN)).toBeNull();
    expect(staff.approverNames()).toEqual([]);
    expect(staff.signedIn()).toMatchObject({ name: 'Berta' });
  });

  it('waits and is locked out as at sign-in', async () => {
    const { signIn, staff, idOf, vault, events } = newStage();
    await signIn('Anselm', ANSELM.passphrase);
    vault.database.prepare('INSERT INTO wrong_passphrases VALUES (?, 9, 0)').run(idOf('Berta'));
    const wrong = { ...byBerta, passphrase: 'wrong' };
    expect(await staff.approve(TOKEN, wrong)).toMatchObject(refused('locked-out'));
    expect(events).toEqual([{ kind: 'locked-out', member: idOf('Berta'), role: 'supervisor' }]);
    expect(await signIn('Berta', BERTA.passphrase)).toMatchObject(refused('locked-out'));
    expect(staff.approvalFor(TOKEN)).toBeNull();
  });

  it('approves nothing where nobody is signed in, or no more when the passphrase is found right', async () => {
    const { signIn, staff } = newStage();
    expect(await staff.approve(TOKEN, byBerta)).toEqual(refused('not-allowed'));
    for (const leave of [staff.lock, staff.signOut]) {
      await signIn('Anselm', ANSELM.passphrase);
      const approval = staff.approve(TOKEN, byBerta);
      await Promise.resolve();
      leave();
      expect(await approval).toEqual(refused('not-allowed'));
      expect(staff.approvalFor(TOKEN)).toBeNull();
    }
  });
});
