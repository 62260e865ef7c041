import { describe, expect, it } from 'vitest';
import { memberId } from '../../../shared/contract/ids.ts';
import { ANSELM, BERTA, DORA, GOOD, type Stage, stages } from './staff.test-support.ts';

const newStage = stages();
const TOKEN = 'a'.repeat(64);
const done = { ok: true, value: null };
const refused = (kind: string) => ({ ok: false, error: { kind } });
const OWN = 'lantern cobalt meadow sprocket';
const CYPRIAN = { name: 'Cyprian', passphrase: OWN };
const lifting = { act: 'takeCheckpoint', way: 'stick' } as const;

/** Berta, who is signed in, has added Cyprian, a supervisor. Who has chosen a passphrase of their own, unless the test says otherwise. */
async function withThird(hasChosen = true): Promise<Stage> {
  const stage = newStage();
  const { staff, signIn, idOf } = stage;
  await signIn('Berta', BERTA.passphrase);
  const third = { name: 'Cyprian', role: 'supervisor', passphrase: GOOD } as const;
  expect(await staff.addMember(idOf('Berta'), third)).toEqual(done);
  if (hasChosen) {
    await signIn('Cyprian', GOOD);
    expect(await staff.changePassphrase(GOOD, OWN)).toEqual(done);
    await signIn('Berta', BERTA.passphrase);
  }
  stage.events.length = 0;
  return stage;
}

describe('a third supervisor', () => {
  it('is no second person for anybody, nor the first of two, until another one has confirmed them', async () => {
    const { staff, signIn, idOf, events } = await withThird();
    const cyprian = idOf('Cyprian');
    expect(staff.members().map(({ name, unconfirmed }) => [name, unconfirmed])).toEqual([
      ['Anselm', null],
      ['Berta', null],
      ['Cyprian', { givenBy: idOf('Berta') }],
      ['Dora', null],
    ]);
    expect(staff.approverNames()).toEqual(['Dora']);
    for (const asker of [BERTA, DORA, ANSELM]) {
      await signIn(asker.name, asker.passphrase);
      expect(await staff.approve(TOKEN, { ...lifting, ...CYPRIAN })).toEqual(refused('not-a-second-person'));
    }
    // Whoever made them would be both: signed in as the one, and approving as the other.
    await signIn('Cyprian', OWN);
    expect([staff.callerRole(), staff.isUnconfirmed()]).toEqual(['supervisor', true]);
    for (const approver of [BERTA, DORA])
      expect(await staff.approve(TOKEN, { ...lifting, ...approver })).toEqual(refused('not-confirmed'));
    expect(staff.approvalFor(TOKEN)).toBeNull();

    expect(await staff.confirm(cyprian, DORA)).toEqual(done);
    expect(events).toEqual([{ kind: 'supervisor-confirmed', by: idOf('Dora'), member: cyprian }]);
    expect(staff.isUnconfirmed()).toBe(false);
    expect(await staff.approve(TOKEN, { ...lifting, ...BERTA })).toEqual(done);
    await signIn('Berta', BERTA.passphrase);
    expect(staff.approverNames()).toEqual(['Cyprian', 'Dora']);
    expect(await staff.approve(TOKEN, { ...lifting, ...CYPRIAN })).toEqual(done);
  });

  it('is confirmed by nobody but another one who counts, and did not give them their passphrase', async () => {
    const { staff, signIn, idOf, events } = await withThird();
    const cyprian = idOf('Cyprian');
    const notTheirs = refused('not-theirs-to-confirm');
    expect(await staff.confirm(cyprian, BERTA)).toEqual(notTheirs);
    expect(await staff.confirm(cyprian, CYPRIAN)).toEqual(notTheirs);
    expect(await staff.confirm(cyprian, ANSELM)).toEqual(notTheirs);
    expect(await staff.confirm(cyprian, { ...DORA, passphrase: 'wrong' })).toMatchObject(
      refused('wrong-passphrase'),
    );
    expect(await staff.confirm(memberId.parse('f'.repeat(32)), DORA)).toEqual(refused('no-such-member'));
    for (const who of ['Anselm', 'Berta'])
      expect(await staff.confirm(idOf(who), DORA)).toEqual(refused('not-now'));
    // Nor on somebody else's screen, or on none.
    await signIn('Anselm', ANSELM.passphrase);
    expect(await staff.confirm(cyprian, DORA)).toEqual(refused('not-allowed'));
    staff.signOut();
    expect(await staff.confirm(cyprian, DORA)).toEqual(refused('not-allowed'));
    await signIn('Berta', BERTA.passphrase);
    staff.lock();
    expect(await staff.confirm(cyprian, DORA)).toEqual(refused('not-allowed'));
    expect(events).toEqual([]);
    expect(staff.members().find(({ name }) => name === 'Cyprian')?.unconfirmed).not.toBeNull();
  });

  it('is confirmed only with a passphrase of their own: whoever gave it could still come in with it', async () => {
    const { staff, signIn, idOf } = await withThird(false);
    expect(await staff.confirm(idOf('Cyprian'), DORA)).toEqual(refused('passphrase-not-chosen'));
    await signIn('Cyprian', GOOD);
    await staff.changePassphrase(GOOD, OWN);
    expect(await staff.confirm(idOf('Cyprian'), DORA)).toEqual(done);
  });

  it('chooses no supervisors while nobody has confirmed them, and nobody is made through them', async () => {
    const { staff, signIn, idOf, events } = await withThird();
    const cyprian = idOf('Cyprian');
    await signIn('Cyprian', OWN);
    const fourth = { name: 'Edda', role: 'supervisor', passphrase: GOOD } as const;
    expect(await staff.addMember(cyprian, fourth)).toEqual(refused('not-confirmed'));
    expect(await staff.resetPassphrase(cyprian, idOf('Dora'), GOOD)).toEqual(refused('not-confirmed'));
    expect(await staff.removeMember(cyprian, idOf('Dora'))).toEqual(refused('not-confirmed'));
    expect(events).toEqual([]);
    // The control: clerks they do choose.
    expect(await staff.addMember(cyprian, { ...fourth, role: 'clerk' })).toEqual(done);
    expect(await staff.resetPassphrase(cyprian, idOf('Anselm'), GOOD)).toEqual(done);
    expect(await staff.removeMember(cyprian, idOf('Anselm'))).toEqual(done);
  });

  it('stays so through a new passphrase of their own, and a restart', async () => {
    const { staff, signIn, idOf, vault } = await withThird();
    await signIn('Cyprian', OWN);
    expect(await staff.changePassphrase(OWN, 'walnut harpoon tundra fiddle')).toEqual(done);
    expect(vault.database.prepare("SELECT given_by FROM staff WHERE name = 'Cyprian'").pluck().get()).toBe(
      idOf('Berta'),
    );
  });
});

describe('a supervisor who was given a new passphrase', () => {
  it('is to be confirmed anew, by another one than gave it', async () => {
    const { staff, signIn, idOf, events } = await withThird();
    const [berta, dora, cyprian] = [idOf('Berta'), idOf('Dora'), idOf('Cyprian')];
    expect(await staff.confirm(cyprian, DORA)).toEqual(done);
    const given = 'walnut harpoon tundra fiddle';
    expect(await staff.resetPassphrase(berta, dora, given)).toEqual(done);
    await signIn('Dora', given);
    expect(await staff.changePassphrase(given, DORA.passphrase)).toEqual(done);
    expect(await staff.approve(TOKEN, { ...lifting, ...BERTA })).toEqual(refused('not-confirmed'));
    await signIn('Berta', BERTA.passphrase);
    expect(await staff.approve(TOKEN, { ...lifting, ...DORA })).toEqual(refused('not-a-second-person'));
    expect(await staff.confirm(dora, BERTA)).toEqual(refused('not-theirs-to-confirm'));
    expect(await staff.confirm(dora, CYPRIAN)).toEqual(done);
    expect(await staff.approve(TOKEN, { ...lifting, ...DORA })).toEqual(done);
    expect(events.map(({ kind }) => kind)).toEqual([
      ...['supervisor-confirmed', 'staff-changed', 'staff-changed', 'supervisor-confirmed'],
    ]);
  });

  it('confirms nobody meanwhile', async () => {
    const { staff, signIn, idOf } = await withThird();
    const given = 'walnut harpoon tundra fiddle';
    await staff.resetPassphrase(idOf('Berta'), idOf('Dora'), given);
    const confirming = () => staff.confirm(idOf('Cyprian'), { name: 'Dora', passphrase: given });
    expect(await confirming()).toEqual(refused('not-theirs-to-confirm'));
    await signIn('Dora', given);
    await staff.changePassphrase(given, DORA.passphrase);
    expect(await staff.confirm(idOf('Cyprian'), DORA)).toEqual(refused('not-theirs-to-confirm'));
  });
});

describe('a kiosk that an earlier version left with one supervisor', () => {
  it('has its second in the next one who is added, and in nobody after that', async () => {
    const { staff, signIn, idOf, history } = newStage();
    await signIn('Berta', BERTA.passphrase);
    history.placesLeft = 1;
    const added = { name: 'Cyprian', role: 'supervisor', passphrase: GOOD } as const;
    expect(await staff.addMember(idOf('Berta'), added)).toEqual(done);
    history.placesLeft = 0;
    expect(await staff.addMember(idOf('Berta'), { ...added, name: 'Edda' })).toEqual(done);
    expect(staff.members().map(({ name, unconfirmed }) => [name, unconfirmed !== null])).toEqual([
      ...[
        ['Anselm', false],
        ['Berta', false],
        ['Cyprian', false],
        ['Dora', false],
        ['Edda', true],
      ],
    ]);
    // They count only with a passphrase of their own, like anybody.
    expect(staff.approverNames()).toEqual(['Dora']);
  });
});
