import { expect, it } from 'vitest';
import { recover, stageOn, withCodes } from '../../electron/keeper/recovery/recovery.test-support.ts';
import {
  ANSELM,
  BERTA,
  DORA,
  GOOD,
  stages,
  vaultsWithStaff,
} from '../../electron/keeper/staff/staff.test-support.ts';
import type { LedgerEntry } from '../../shared/ledger/entries.ts';
import { foldEntries } from '../../shared/ledger/fold.ts';

// Somebody who works here, has the vault's file in an editor, or waits for the moment at which nobody looks.

const newStage = stages();
const newPath = vaultsWithStaff();
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

it('one of two supervisors does not take the other one off the staff by a new passphrase before it: the recovery codes would end', async () => {
  const { staff, signIn, idOf } = newStage();
  await signIn('Berta', BERTA.passphrase);
  const [berta, dora] = [idOf('Berta'), idOf('Dora')];
  expect(await staff.resetPassphrase(berta, dora, GOOD)).toEqual(done);
  expect(await staff.removeMember(berta, dora)).toEqual(refused('last-two-supervisors'));
});

it('one of two supervisors does not end the recovery codes that both made', async () => {
  const stage = stageOn(newPath());
  const codes = await withCodes(stage);
  await stage.signIn(BERTA);
  expect(await stage.calls.declineRecoveryCodes({}, null)).toEqual(refused('not-allowed'));
  stage.staff.signOut();
  // The control: they are in force.
  expect(await recover(stage, ...codes)).toMatchObject({ ok: true });
});

it('one of two supervisors does not end the recovery codes by adding a third one, and taking that one off the staff', async () => {
  const stage = stageOn(newPath());
  const codes = await withCodes(stage);
  await stage.signIn(BERTA);
  const idOf = (who: string) => stage.staff.members().find(({ name }) => name === who)?.member;
  const berta = idOf('Berta');
  if (berta === undefined) throw new Error('nobody is called so');
  const third = { name: 'Cyprian', role: 'supervisor', passphrase: GOOD } as const;
  expect(await stage.staff.addMember(berta, third)).toEqual(done);
  const cyprian = idOf('Cyprian');
  if (cyprian === undefined) throw new Error('nobody was added');
  expect(await stage.staff.removeMember(berta, cyprian)).toEqual(done);
  stage.staff.signOut();
  expect(await recover(stage, ...codes)).toMatchObject({ ok: true });
});

const id = (digit: string): string => digit.repeat(32);
const [ADA, BEA, CLEO] = [id('a'), id('b'), id('c')];
const changed = (
  member: string,
  act: 'added' | 'passphrase-reset',
  role: 'supervisor' | 'clerk' = 'supervisor',
): LedgerEntry => ({ kind: 'staff-changed', utc: 1, by: ADA, member, act, role });
const opened: LedgerEntry = { kind: 'opened', utc: 1, kiosk: 'f'.repeat(32), key: 'ff'.repeat(32) };
const rolled: LedgerEntry = { kind: 'key-rolled', utc: 1, epoch: 1, publicKey: 'ce'.repeat(32) };
const countBy = (...entries: readonly LedgerEntry[]): readonly string[] =>
  [...foldEntries(entries).staff].flatMap(([member, { isConfirmed }]) => (isConfirmed ? [member] : []));

it('by the ledger the place of a second supervisor, of a kiosk that had a single one, is taken once', () => {
  const single = [opened, changed(ADA, 'added'), changed(CLEO, 'added', 'clerk'), rolled];
  expect(countBy(...single, changed(BEA, 'added'))).toEqual([ADA, BEA]);
  expect(countBy(...single, changed(BEA, 'added'), changed(CLEO, 'added'))).toEqual([ADA, BEA]);
});

it('by the ledger two of a set-up have others confirmed from their first day on', () => {
  const two = [opened, changed(ADA, 'added'), changed(BEA, 'added')];
  expect(countBy(...two)).toEqual([ADA, BEA]);
  expect(countBy(...two, changed(BEA, 'passphrase-reset'), changed(CLEO, 'added'))).toEqual([ADA]);
});
