import { expect, it } from 'vitest';
import { ANSELM, BERTA, DORA, GOOD, stages } from '../../electron/keeper/staff/staff.test-support.ts';

// Somebody who works here, has the vault's file in an editor, or waits for the moment at which nobody looks.

const newStage = stages();
const TOKEN = 'a'.repeat(64);
const taking = { act: 'takeCheckpoint', way: 'stick' } as const;
const refused = (kind: string) => ({ ok: false, error: { kind } });
const done = { ok: true, value: null };

it('a role that was raised in the vault’s file opens nothing', async () => {
  const { vault, staff, signIn } = newStage();
  const raise = vault.database.prepare("UPDATE staff SET role = ? WHERE name = 'Anselm'");
  raise.run('supervisor');
  expect(await signIn('Anselm', ANSELM.passphrase)).toMatchObject(refused('wrong-passphrase'));
  await signIn('Berta', BERTA.passphrase);
  expect(await staff.approve(TOKEN, { ...taking, ...ANSELM })).toMatchObject(refused('wrong-passphrase'));
  // The control: in the role that it was made for.
  raise.run('clerk');
  expect(await signIn('Anselm', ANSELM.passphrase)).toMatchObject({ ok: true });
});

it('an approval is none any more a minute later', async () => {
  const { staff, signIn, clock } = newStage();
  await signIn('Anselm', ANSELM.passphrase);
  expect(await staff.approve(TOKEN, { ...taking, ...BERTA })).toEqual(done);
  clock.advance(59_999);
  expect(staff.approvalFor(TOKEN)).not.toBeNull();
  clock.advance(1);
  expect(staff.takeApproval(TOKEN, 'takeCheckpoint')).toBeNull();
});

it('an approval is none any more once somebody else stands there', async () => {
  const { staff, signIn } = newStage();
  await signIn('Anselm', ANSELM.passphrase);
  expect(await staff.approve(TOKEN, { ...taking, ...BERTA })).toEqual(done);
  expect(staff.approvalFor(TOKEN)).not.toBeNull();
  await signIn('Dora', DORA.passphrase);
  expect(staff.takeApproval(TOKEN, 'takeCheckpoint')).toBeNull();
});

it('one of two supervisors does not take the other one off the staff, by whom the next would be confirmed', async () => {
  const { staff, signIn, idOf } = newStage();
  await signIn('Berta', BERTA.passphrase);
  const [berta, dora] = [idOf('Berta'), idOf('Dora')];
  const third = { name: 'Cyprian', role: 'supervisor', passphrase: GOOD } as const;
  expect(await staff.addMember(berta, third)).toEqual(done);
  expect(await staff.removeMember(berta, dora)).toEqual(refused('last-two-supervisors'));
  // The control: whom nobody has confirmed, they do.
  expect(await staff.removeMember(berta, idOf('Cyprian'))).toEqual(done);
});
