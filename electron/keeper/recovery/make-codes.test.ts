import { describe, expect, it } from 'vitest';
import type { MemberId } from '../../../shared/contract/ids.ts';
import type { StaffRole } from '../../../shared/contract/status.ts';
import { formatRecoveryCode, readRecoveryCode } from '../../../shared/staff/recovery-code.ts';
import { ANOTHER } from '../staff/actor.test-support.ts';
import { ANSELM, BERTA, vaultsWithStaff } from '../staff/staff.test-support.ts';
import {
  done,
  must,
  NO_CODES,
  NOON,
  type RecoveryStage,
  recover,
  refused,
  SECOND_CODE,
  stageOn,
  withCodes,
} from './recovery.test-support.ts';

const newPath = vaultsWithStaff();

async function bertaIsHere() {
  const stage = stageOn(newPath());
  must(await stage.signIn(BERTA));
  const by = stage.staff.signedIn()?.member;
  return { ...stage, by };
}

describe('recovery codes', () => {
  it('are undecided in a kiosk that nobody was asked at', () => {
    expect(stageOn(newPath()).recovery.decision()).toEqual({ kind: 'undecided' });
  });

  it('work once both are on paper, and the ledger has who made them and when', async () => {
    const { calls, recovery, entries, by } = await bertaIsHere();
    const { code: first } = must(await calls.drawFirstRecoveryCode({}));
    const read = readRecoveryCode(first);
    if (!read.ok) throw new Error('no code');
    expect(
      await calls.confirmRecoveryCode({ place: 1, typed: formatRecoveryCode(read.value).toLowerCase() }),
    ).toEqual(done);
    const { code: second } = must(await calls.drawSecondRecoveryCode({}, SECOND_CODE));
    expect(second).not.toBe(first);
    // Not before the second one is there as well.
    expect([recovery.decision(), entries()]).toEqual([{ kind: 'undecided' }, []]);
    expect(await calls.confirmRecoveryCode({ place: 2, typed: second })).toEqual(done);
    expect(recovery.decision()).toEqual({ kind: 'codes', since: NOON });
    expect(entries()).toMatchObject([{ kind: 'recovery-made', by, second: ANOTHER.member }]);
  });

  it('do not count before they are typed back as they were shown, and each is shown once', async () => {
    const { calls, recovery } = await bertaIsHere();
    const notTheCode = refused('not-the-code');
    expect(await calls.drawSecondRecoveryCode({}, SECOND_CODE)).toEqual(refused('not-now'));
    expect(await calls.confirmRecoveryCode({ place: 1, typed: '' })).toEqual(refused('not-now'));
    const { code: misread } = must(await calls.drawFirstRecoveryCode({}));
    expect(await calls.confirmRecoveryCode({ place: 1, typed: misread.slice(0, -1) })).toEqual(notTheCode);
    expect(await calls.drawSecondRecoveryCode({}, SECOND_CODE)).toEqual(refused('not-now'));
    const { code: first } = must(await calls.drawFirstRecoveryCode({}));
    expect(await calls.confirmRecoveryCode({ place: 1, typed: misread })).toEqual(notTheCode);
    expect(await calls.confirmRecoveryCode({ place: 1, typed: first })).toEqual(done);
    expect(await calls.confirmRecoveryCode({ place: 2, typed: first })).toEqual(refused('not-now'));
    const { code: second } = must(await calls.drawSecondRecoveryCode({}, SECOND_CODE));
    // The first person's paper is not the second one's.
    expect(await calls.confirmRecoveryCode({ place: 2, typed: first })).toEqual(notTheCode);
    expect(await calls.confirmRecoveryCode({ place: 2, typed: second })).toEqual(done);
    expect(await calls.confirmRecoveryCode({ place: 2, typed: second })).toEqual(refused('not-now'));
    expect(recovery.codes()).toHaveLength(2);
  });

  it('are begun and typed back by one supervisor from the first to the last, at one screen', async () => {
    const { calls, otherCalls, staff, signIn, recovery, by } = await bertaIsHere();
    if (by === undefined) throw new Error('nobody is here');
    const added = { name: 'Cyprian', role: 'supervisor', passphrase: ANSELM.passphrase } as const;
    expect((await staff.addMember(by, added)).ok).toBe(true);
    const { code } = must(await calls.drawFirstRecoveryCode({}));
    expect(await otherCalls().confirmRecoveryCode({ place: 1, typed: code })).toEqual(refused('not-now'));
    must(await signIn(added));
    expect(await calls.confirmRecoveryCode({ place: 1, typed: code })).toEqual(refused('not-now'));
    must(await signIn(BERTA));
    expect(await calls.confirmRecoveryCode({ place: 1, typed: code })).toEqual(done);
    expect(recovery.codes()).toBeNull();
  });

  it('do not begin to work where whoever typed the last one has left meanwhile', async () => {
    const { calls, staff, recovery } = await bertaIsHere();
    for (const place of [1, 2] as const) {
      const drawing =
        place === 1 ? calls.drawFirstRecoveryCode({}) : calls.drawSecondRecoveryCode({}, SECOND_CODE);
      const { code } = must(await drawing);
      const confirming = calls.confirmRecoveryCode({ place, typed: code });
      if (place === 2) staff.signOut();
      expect(await confirming).toEqual(place === 2 ? refused('not-now') : done);
    }
    expect(recovery.codes()).toBeNull();
  });

  it('of two calls at once only one counts', async () => {
    const { calls } = await bertaIsHere();
    const drawn = await Promise.all([1, 1].map(() => calls.drawFirstRecoveryCode({})));
    // Which of the two is hashed first is up to the machine.
    expect(drawn.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('are ended by two, as they were made: one alone takes the way in from nobody', async () => {
    const stage = stageOn(newPath());
    // Whether there are to be any, one supervisor decides.
    must(await stage.signIn(BERTA));
    expect(await stage.calls.declineRecoveryCodes({}, null)).toEqual(done);
    stage.staff.signOut();
    const [first, second] = await withCodes(stage);
    must(await stage.signIn(BERTA));
    for (const approval of [null, SECOND_CODE])
      expect(await stage.calls.declineRecoveryCodes({}, approval)).toEqual(refused('not-allowed'));
    stage.staff.signOut();
    // Nor a clerk beside whom one supervisor stands.
    must(await stage.signIn(ANSELM));
    expect(await stage.calls.declineRecoveryCodes({}, NO_CODES)).toEqual(refused('not-allowed'));
    stage.staff.signOut();
    expect(stage.recovery.decision()).toMatchObject({ kind: 'codes' });
    expect(await recover(stage, first, second)).toEqual(done);
  });

  it('end when new ones are made, and when there are to be none', async () => {
    const stage = stageOn(newPath());
    const [oldFirst, oldSecond] = await withCodes(stage);
    const [first, second] = await withCodes(stage);
    expect(await recover(stage, oldFirst, oldSecond)).toEqual(refused('wrong-recovery-codes'));
    expect(await recover(stage, oldFirst, second)).toEqual(refused('wrong-recovery-codes'));
    must(await stage.signIn(BERTA));
    expect(await stage.calls.declineRecoveryCodes({}, NO_CODES)).toEqual(done);
    stage.staff.signOut();
    expect(stage.recovery.decision()).toEqual({ kind: 'none', since: NOON });
    expect(await recover(stage, first, second)).toEqual(refused('not-now'));
    expect(stage.entries().map(({ kind }) => kind)).toEqual([
      ...['recovery-made', 'recovery-made', 'recovery-decided'],
    ]);
  });
});

const CYPRIAN = { name: 'Cyprian', passphrase: ANSELM.passphrase } as const;

/** Berta adds Cyprian. */
async function added(stage: RecoveryStage, role: StaffRole): Promise<{ member: MemberId; by: MemberId }> {
  must(await stage.signIn(BERTA));
  const by = stage.staff.signedIn()?.member;
  if (by === undefined) throw new Error('nobody is here');
  expect((await stage.staff.addMember(by, { ...CYPRIAN, role })).ok).toBe(true);
  const member = stage.staff.members().find(({ name }) => name === CYPRIAN.name)?.member;
  if (member === undefined) throw new Error('nobody was added');
  return { member, by };
}

describe('with a supervisor who leaves', () => {
  it('codes end that they made, and are decided anew', async () => {
    const stage = stageOn(newPath());
    const { member, by } = await added(stage, 'supervisor');
    const [first, second] = await withCodes(stage, { ...SECOND_CODE, member });
    expect((await stage.staff.removeMember(by, member)).ok).toBe(true);
    expect(stage.recovery.decision()).toEqual({ kind: 'undecided' });
    expect(await recover(stage, first, second)).toEqual(refused('not-now'));
  });

  it('codes end of which the ledger says nothing', async () => {
    const stage = stageOn(newPath());
    const code = { salt: new Uint8Array(16), hash: new Uint8Array(32) };
    stage.recovery.keep([code, code], NOON);
    const { member, by } = await added(stage, 'supervisor');
    expect((await stage.staff.removeMember(by, member)).ok).toBe(true);
    expect(stage.recovery.decision()).toEqual({ kind: 'undecided' });
  });

  it.each(['before', 'after'] as const)('who was added %s an earlier version made codes', async (when) => {
    const stage = stageOn(newPath());
    const early = when === 'before' ? await added(stage, 'supervisor') : null;
    const code = { salt: new Uint8Array(16), hash: new Uint8Array(32) };
    stage.outbox.record(({ utc }) => {
      stage.recovery.keep([code, code], utc);
      return { kind: 'recovery-decided', utc, by: ANOTHER.member, codes: 'made' };
    });
    const { member, by } = early ?? (await added(stage, 'supervisor'));
    expect((await stage.staff.removeMember(by, member)).ok).toBe(true);
    expect(stage.recovery.codes() === null).toBe(when === 'before');
  });

  it.each(['supervisor', 'clerk'] as const)('codes stay in force that others made: a %s', async (role) => {
    const stage = stageOn(newPath());
    const codes = await withCodes(stage);
    const { member, by } = await added(stage, role);
    expect((await stage.staff.removeMember(by, member)).ok).toBe(true);
    stage.staff.signOut();
    expect(await recover(stage, ...codes)).toEqual(done);
  });

  it('what was decided without codes is decided anew', async () => {
    const stage = stageOn(newPath());
    const { member, by } = await added(stage, 'supervisor');
    expect(await stage.calls.declineRecoveryCodes({}, null)).toEqual(done);
    expect((await stage.staff.removeMember(by, member)).ok).toBe(true);
    expect(stage.recovery.decision()).toEqual({ kind: 'undecided' });
  });
});
