import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memberId } from '../../../shared/contract/ids.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { ANSELM, BERTA, DORA, GOOD, type Stage, staffOn, vaultsWithStaff } from './staff.test-support.ts';

const newPath = vaultsWithStaff();
const refused = (kind: string) => ({ ok: false, error: { kind } });
const done = { ok: true, value: null };
const nobody = memberId.parse('f'.repeat(32));

/** Berta, a supervisor, is signed in. */
async function bertaIsHere(): Promise<Stage> {
  const stage = staffOn(newVault(newPath()));
  await stage.signIn('Berta', BERTA.passphrase);
  return stage;
}

describe('a new member', () => {
  it('can sign in, in their role, and is in the ledger', async () => {
    const { staff, signIn, idOf, events } = await bertaIsHere();
    const by = idOf('Berta');
    const added = await staff.addMember(by, {
      name: ' Cyprian  of Kent ',
      role: 'it',
      passphrase: ` ${GOOD}\n`,
    });
    expect(added).toEqual(done);
    const member = idOf('Cyprian of Kent');
    expect(events).toEqual([{ kind: 'staff-changed', by, member, act: 'added', role: 'it' }]);
    expect(staff.signedIn()).toMatchObject({ name: 'Berta' });
    expect(await signIn('cyprian of kent', GOOD)).toMatchObject({
      ok: true,
      value: { role: 'it', mustChange: true },
    });
    // Whoever added them knows their passphrase: they choose one of their own before anything else.
    expect(staff.callerRole()).toBe('nobody');
    expect(await staff.changePassphrase(GOOD, 'walnut harpoon tundra fiddle')).toEqual(done);
    expect(staff.callerRole()).toBe('it');
  });

  it.each([
    ['name-taken', 'anselm', GOOD],
    ['name-taken', 'Anselm ', GOOD],
    ['unusable-name', 'Cyp\u0000rian', GOOD],
    ['unusable-name', '<Cyprian>', GOOD],
    ['unusable-name', '\u200d', GOOD],
    ['unusable-name', '- -', GOOD],
    ['weak-passphrase', 'Cyprian', 'Cyprian Counter 3'],
    ['weak-passphrase', 'Cyprian', 'qwertyuiop'],
    ['weak-passphrase', 'Cyprian', '\r\n'],
  ])('is refused as %s (%j, %j), and nothing is changed', async (kind, name, passphrase) => {
    const { staff, idOf, events } = await bertaIsHere();
    expect(await staff.addMember(idOf('Berta'), { name, role: 'clerk', passphrase })).toEqual(refused(kind));
    expect(staff.names()).toEqual(['Anselm', 'Berta', 'Dora']);
    expect(events).toEqual([]);
  });

  it('is added once when asked for twice at the same time', async () => {
    const { staff, idOf } = await bertaIsHere();
    const cyprian = { name: 'Cyprian', role: 'clerk', passphrase: GOOD } as const;
    const by = idOf('Berta');
    const answers = await Promise.all([staff.addMember(by, cyprian), staff.addMember(by, cyprian)]);
    expect(answers).toEqual([done, refused('name-taken')]);
  });

  it('is none when its entry cannot become pending', async () => {
    const stage = staffOn(newVault(newPath()), undefined, () => {
      throw new Error('no space left');
    });
    await stage.signIn('Berta', BERTA.passphrase);
    const { staff, idOf } = stage;
    const [by, anselm] = [idOf('Berta'), idOf('Anselm')];
    const acts = [
      () => staff.addMember(by, { name: 'Cyprian', role: 'clerk', passphrase: GOOD }),
      () => staff.removeMember(by, anselm),
      () => staff.resetPassphrase(by, anselm, GOOD),
      () => staff.changePassphrase(BERTA.passphrase, GOOD),
    ];
    for (const act of acts) await expect(act()).rejects.toThrow('no space left');
    expect(staff.names()).toEqual(['Anselm', 'Berta', 'Dora']);
    expect(await stage.signIn('Anselm', ANSELM.passphrase)).toMatchObject({ value: { mustChange: false } });
    expect(await stage.signIn('Berta', BERTA.passphrase)).toMatchObject({ ok: true });
  });
});

describe('a member who leaves', () => {
  it('cannot sign in any more, and leaves no count behind', async () => {
    const { staff, signIn, idOf, events, vault } = await bertaIsHere();
    const [by, member] = [idOf('Berta'), idOf('Anselm')];
    await signIn('Anselm', 'wrong');
    expect(await staff.removeMember(by, member)).toEqual(done);
    expect(events).toEqual([{ kind: 'staff-changed', by, member, act: 'removed', role: 'clerk' }]);
    expect(vault.database.prepare('SELECT * FROM wrong_passphrases').all()).toEqual([]);
    expect(await signIn('Anselm', ANSELM.passphrase)).toMatchObject(refused('wrong-passphrase'));
  });

  it('is neither the last supervisor, nor the one who acts, nor the one who is signed in', async () => {
    const { staff, signIn, idOf, events, vault } = await bertaIsHere();
    const berta = idOf('Berta');
    expect(await staff.removeMember(berta, berta)).toEqual(refused('not-allowed'));
    expect(await staff.removeMember(berta, nobody)).toEqual(refused('no-such-member'));
    await staff.addMember(berta, { name: 'Cyprian', role: 'supervisor', passphrase: GOOD });
    const lastTwo = await staff.removeMember(berta, idOf('Dora'));
    expect(lastTwo).toEqual(refused('last-two-supervisors'));
    expect(await staff.removeMember(berta, berta)).toEqual(refused('not-allowed'));
    await signIn('Anselm', ANSELM.passphrase);
    expect(await staff.removeMember(berta, idOf('Anselm'))).toEqual(refused('not-allowed'));
    expect(await staff.removeMember(berta, idOf('Cyprian'))).toEqual(done);
    expect(staff.names()).toEqual(['Anselm', 'Berta', 'Dora']);
    expect(events.map((event) => event.kind === 'staff-changed' && event.act)).toEqual(['added', 'removed']);
    // As an earlier version left a kiosk.
    vault.database.exec("DELETE FROM staff WHERE name = 'Dora'");
    expect(await staff.removeMember(berta, berta)).toEqual(refused('last-supervisor'));
  });

  it('is none of the last two who count as two people, whom nobody could replace', async () => {
    const { staff, idOf, events } = await bertaIsHere();
    const [berta, dora] = [idOf('Berta'), idOf('Dora')];
    expect(await staff.removeMember(berta, dora)).toEqual(refused('last-two-supervisors'));
    // Nor once they count no more: with them the recovery codes would end, and nobody could be confirmed beside a single one.
    expect(await staff.resetPassphrase(berta, dora, GOOD)).toEqual(done);
    expect(await staff.removeMember(berta, dora)).toEqual(refused('last-two-supervisors'));
    await staff.addMember(berta, { name: 'Cyprian', role: 'supervisor', passphrase: GOOD });
    expect(await staff.removeMember(berta, idOf('Cyprian'))).toEqual(refused('last-two-supervisors'));
    expect(staff.names()).toEqual(['Anselm', 'Berta', 'Cyprian', 'Dora']);
    expect(events.map((event) => event.kind === 'staff-changed' && event.act)).toEqual([
      ...['passphrase-reset', 'added'],
    ]);
  });

  it('may be one of three of whom two are confirmed without them', async () => {
    const { staff, signIn, idOf } = await bertaIsHere();
    const [berta, own] = [idOf('Berta'), 'walnut harpoon tundra fiddle'];
    await staff.addMember(berta, { name: 'Cyprian', role: 'supervisor', passphrase: GOOD });
    await signIn('Cyprian', GOOD);
    await staff.changePassphrase(GOOD, own);
    expect(await staff.confirm(idOf('Cyprian'), DORA)).toEqual(done);
    await signIn('Berta', BERTA.passphrase);
    // Kept out at once, and then removed.
    expect(await staff.resetPassphrase(berta, idOf('Dora'), GOOD)).toEqual(done);
    expect(await staff.removeMember(berta, idOf('Dora'))).toEqual(done);
    expect(await staff.removeMember(berta, idOf('Cyprian'))).toEqual(refused('last-two-supervisors'));
  });
});

describe('a passphrase that a supervisor gives', () => {
  it('ends a lock-out, and must be changed before anything else', async () => {
    const { staff, signIn, idOf, events, vault } = await bertaIsHere();
    const [by, member] = [idOf('Berta'), idOf('Anselm')];
    vault.database.prepare('INSERT INTO wrong_passphrases VALUES (?, 10, 1e12)').run(member);
    expect(await staff.resetPassphrase(by, member, 'Anselm 1')).toEqual(refused('weak-passphrase'));
    expect(await staff.resetPassphrase(by, nobody, GOOD)).toEqual(refused('no-such-member'));
    expect(await staff.resetPassphrase(by, by, GOOD)).toEqual(refused('not-allowed'));
    expect(await signIn('Anselm', ANSELM.passphrase)).toMatchObject(refused('locked-out'));
    expect(await staff.resetPassphrase(by, member, GOOD)).toEqual(done);
    expect(staff.members()).toMatchObject([
      { name: 'Anselm', mustChange: true, lockedOutMinutes: null },
      {},
      {},
    ]);
    expect(await signIn('Anselm', GOOD)).toMatchObject({ ok: true, value: { mustChange: true } });
    expect(staff.callerRole()).toBe('nobody');
    expect(await staff.changePassphrase(GOOD, ` ${GOOD}`)).toEqual(refused('weak-passphrase'));
    expect(await staff.changePassphrase(GOOD, 'walnut harpoon tundra fiddle')).toEqual(done);
    expect(staff.callerRole()).toBe('clerk');
    expect(events).toEqual([
      { kind: 'staff-changed', by, member, act: 'passphrase-reset', role: 'clerk' },
      { kind: 'staff-changed', by: member, member, act: 'passphrase-changed', role: 'clerk' },
    ]);
  });

  it('binds also whoever is signed in', async () => {
    const { staff, signIn, idOf } = await bertaIsHere();
    await signIn('Anselm', ANSELM.passphrase);
    await staff.resetPassphrase(idOf('Berta'), idOf('Anselm'), GOOD);
    expect(staff.signedIn()).toMatchObject({ name: 'Anselm', mustChange: true });
    expect(staff.callerRole()).toBe('nobody');
  });
});

it('an older copy of the disk still gives the device key for the passphrase of then', async () => {
  const path = newPath();
  const before = join(workingFolder(), 'copy.db');
  copyFileSync(path, before);
  const keyOf = async (vault: string, passphrase: string): Promise<string> => {
    let key = '';
    const { staff } = staffOn(newVault(vault));
    await staff.signIn('Berta', passphrase, (deviceKey) => {
      key = Buffer.from(deviceKey).toString('hex');
    });
    return key;
  };
  const { staff, signIn } = staffOn(newVault(path));
  await signIn('Berta', BERTA.passphrase);
  expect(await staff.changePassphrase(BERTA.passphrase, GOOD)).toEqual(done);
  const now = join(workingFolder(), 'now.db');
  copyFileSync(path, now);
  expect(await signIn('Berta', BERTA.passphrase)).toMatchObject(refused('wrong-passphrase'));
  const device = await keyOf(now, GOOD);
  expect(device).toMatch(/^[0-9a-f]{64}$/);
  expect(await keyOf(before, BERTA.passphrase)).toBe(device);
});

describe('a passphrase that somebody changes', () => {
  it('takes the place of the old one', async () => {
    const { staff, signIn } = await bertaIsHere();
    expect(await staff.changePassphrase(`${BERTA.passphrase}\n`, `${GOOD}\n`)).toEqual(done);
    expect(staff.callerRole()).toBe('supervisor');
    expect(await signIn('Berta', BERTA.passphrase)).toMatchObject(refused('wrong-passphrase'));
    expect(await signIn('Berta', GOOD)).toMatchObject({ ok: true });
  });

  it('needs the present one, somebody who is signed in, and an open screen', async () => {
    const { staff, idOf, events, vault } = await bertaIsHere();
    expect(await staff.changePassphrase('wrong', GOOD)).toMatchObject(refused('wrong-passphrase'));
    const count = vault.database.prepare('SELECT member, in_a_row FROM wrong_passphrases').all();
    expect(count).toEqual([{ member: idOf('Berta'), in_a_row: 1 }]);
    expect(await staff.changePassphrase(BERTA.passphrase, 'Berta Berta')).toEqual(refused('weak-passphrase'));
    staff.lock();
    expect(await staff.changePassphrase(BERTA.passphrase, GOOD)).toEqual(refused('not-allowed'));
    staff.signOut();
    expect(await staff.changePassphrase(BERTA.passphrase, GOOD)).toEqual(refused('not-allowed'));
    expect(events).toEqual([]);
  });
});

describe('letting somebody in again', () => {
  it('ends a lock-out, and is recorded only where there is something to forgive', async () => {
    const { staff, signIn, idOf, events, vault } = await bertaIsHere();
    const [by, member] = [idOf('Berta'), idOf('Anselm')];
    expect(await staff.letInAgain(by, nobody)).toEqual(refused('no-such-member'));
    expect(await staff.letInAgain(by, member)).toEqual(done);
    expect(events).toEqual([]);
    vault.database.prepare('INSERT INTO wrong_passphrases VALUES (?, 10, 1e12)').run(member);
    expect(await signIn('Anselm', ANSELM.passphrase)).toMatchObject(refused('locked-out'));
    expect(await staff.letInAgain(by, member)).toEqual(done);
    expect(events).toEqual([{ kind: 'staff-changed', by, member, act: 'let-in-again', role: 'clerk' }]);
    expect(await signIn('Anselm', ANSELM.passphrase)).toMatchObject({ ok: true });
  });
});
