import { openIn } from '../../electron/keeper/applications/occupants.ts';
import { memberRowsOf } from '../../electron/keeper/staff/member-rows.ts';
import { prepareMember } from '../../electron/keeper/staff/new-member.ts';
import { CLERK, SUPERVISOR } from '../../electron/keeper/start/keeper.test-support.ts';
import { recipient } from '../../shared/contract/command/production.ts';
import { type HoldId, holdId, policyHash, ribbonId, ticket } from '../../shared/contract/ids.ts';
import {
  type ApprovableAct,
  type ApprovedAct,
  approvableActs,
} from '../../shared/contract/staff/approved-act.ts';
import { unreachable } from '../../shared/result.ts';
import { RECIPIENT } from './inputs.test-support.ts';
import type { Role } from './judge.test-support.ts';
import { all, BEGINNER, SECOND, STAFF, TECHNICIAN, type WatchedKeeper } from './keeper.test-support.ts';

/** Somebody who makes calls by name, all of which must succeed. */
export interface Caller {
  readonly session: { readonly token: string };
  does(name: 'signIn', input: { name: string; passphrase: string }): Promise<unknown>;
  does(name: 'approve', input: ApprovedAct & { name: string; passphrase: string }): Promise<unknown>;
  does(name: 'signOut' | 'lock', input: Record<string, never>): Promise<unknown>;
}

/** The staff this kiosk began with, in the roles and with the passphrases it began with; nobody else. */
export async function restoreStaff(
  { keeper: { services } }: WatchedKeeper,
  changed: Set<string>,
): Promise<void> {
  const { database } = services.vault;
  const rows = memberRowsOf(database);
  const deviceKey = services.custody.deviceKey();
  database.exec('DELETE FROM wrong_passphrases');
  const roleOf = { [CLERK.name]: 'clerk', [BEGINNER.name]: 'clerk', [TECHNICIAN.name]: 'it' } as const;
  const remove = database.prepare('DELETE FROM staff WHERE identifier = ?');
  for (const { member, name } of services.staff.members()) {
    const isOurs = STAFF.some((one) => one.name === name);
    if (!isOurs || changed.has(name)) remove.run(member);
  }
  for (const { name, passphrase } of STAFF) {
    if (services.staff.names().includes(name)) continue;
    if (deviceKey === null) throw new Error('nobody has signed in');
    // Past everything that supervisors may do about supervisors.
    const added = await prepareMember(
      { name, passphrase, role: roleOf[name] ?? 'supervisor' },
      deviceKey,
      null,
    );
    if (!added.ok) throw new Error(`${name} is not added: ${added.error.kind}`);
    rows.insert(added.value, { mustChange: false, givenBy: null });
  }
  changed.clear();
  database.prepare('UPDATE staff SET must_change = (name = ?), given_by = NULL').run(BEGINNER.name);
}

/** Who stands at the kiosk now, and what has come over them. */
export function roleNow({ keeper: { services } }: WatchedKeeper, token: string): Role {
  if (services.staff.isWithResident()) return 'resident';
  if (services.staff.handedBack() !== null) return 'handed-back';
  const who = services.staff.signedIn();
  if (who === null) return 'nobody';
  if (services.staff.screenLocked()) return 'locked';
  if (who.mustChange) return 'must-change';
  if (services.staff.approvalFor(token) === null) return who.role;
  return who.role === 'supervisor' ? 'two-supervisors' : 'approved';
}

function isResidents({ keeper: { services } }: WatchedKeeper): boolean {
  return services.staff.isWithResident() || services.staff.handedBack() !== null;
}

/** Puts somebody at the kiosk. `call`: what they are about to do, and have approved if that is possible. */
export async function become(
  watched: WatchedKeeper,
  caller: Caller,
  role: Role,
  call: string,
): Promise<void> {
  watched.keeper.services.vault.database.exec('DELETE FROM wrong_passphrases');
  const occupant = watched.keeper.services.occupants.get(caller.session.token);
  // A refusal is approved of somebody only.
  const isNobodys = call === 'deny' && (occupant === undefined || openIn(occupant) === null);
  const approved = approvalOf(isApprovable(call) && !isNobodys ? call : 'closeWipe', holdIn(watched));
  switch (role) {
    case 'nobody':
      // A resident cannot sign anybody out, nor whoever comes right after one.
      if (isResidents(watched)) await caller.does('signIn', CLERK);
      await caller.does('signOut', {});
      return;
    case 'resident':
    case 'handed-back':
      await caller.does('signIn', CLERK);
      // Whatever is on the screen: what nobody gives to a resident must not depend on it.
      watched.keeper.services.kiosk.setResidentSetting('self-service');
      watched.keeper.services.residentScreen.give('en');
      if (role === 'handed-back') watched.keeper.services.staff.lock();
      watched.keeper.services.screens.refresh();
      return;
    case 'clerk':
      await caller.does('signIn', CLERK);
      return;
    case 'supervisor':
      await caller.does('signIn', SUPERVISOR);
      return;
    case 'it':
      // They take no application back from a resident.
      if (isResidents(watched)) await caller.does('signIn', CLERK);
      await letInTechnician(watched, caller);
      return;
    case 'must-change':
      await caller.does('signIn', BEGINNER);
      return;
    case 'locked':
      await caller.does('signIn', CLERK);
      await caller.does('lock', {});
      return;
    case 'approved':
      await caller.does('signIn', CLERK);
      await caller.does('approve', { ...approved, ...SUPERVISOR });
      return;
    case 'two-supervisors':
      await caller.does('signIn', SUPERVISOR);
      await caller.does('approve', { ...approved, ...SECOND });
  }
}

/** Nobody lets them in where an application is open, or about to be: what they could do there is tried all the same. */
async function letInTechnician({ keeper: { services } }: WatchedKeeper, caller: Caller): Promise<void> {
  const occupant = services.occupants.get(caller.session.token);
  const application = occupant?.application ?? null;
  const { ticket: offered } = services.openAgain;
  if (occupant !== undefined) occupant.application = null;
  services.openAgain.set(null);
  try {
    await caller.does('signIn', TECHNICIAN);
  } finally {
    if (occupant !== undefined) occupant.application = application;
    services.openAgain.set(offered);
  }
}

const isApprovable = (call: string): call is ApprovableAct => approvableActs.some((act) => act === call);

/** A legal hold that stands there, if one does. */
function holdIn({ keeper }: WatchedKeeper): HoldId {
  return keeper.services.holds.all()[0]?.identifier ?? holdId.parse('0'.repeat(32));
}

/** What a supervisor approves who is asked for this act, where it has to be about something. */
function approvalOf(act: ApprovableAct, hold: HoldId): ApprovedAct {
  switch (act) {
    case 'decideCustody':
      return { act, custody: 'memory', inSpiteOf: [] };
    case 'deny':
      return { act, reasons: ['identity-not-proven'] };
    case 'setHold':
      return { act, reason: 'subpoena', tickets: null };
    case 'liftHold':
      return { act, hold };
    case 'resumeIntake':
      return { act, hold, reference: 'Docket 12-345' };
    case 'installOlderPolicy':
      return { act, policy: policyHash.parse('0'.repeat(64)) };
    case 'suspendIntake':
      return { act, takesEffect: null, open: 'finish', notice: { en: 'Not today.', es: 'Hoy no.' } };
    case 'endSuspension':
      return { act, at: null, decided: 1 };
    case 'produceRecord':
      return { act, ticket: ticket.parse(1), recipient: recipient.parse(RECIPIENT) };
    case 'searchRecords':
      return { act, digest: '0'.repeat(64), reason: 'subpoena' };
    case 'confirmDate':
      return { act, shown: { year: 2026, month: 11, day: 24 } };
    case 'closeWipe':
      return { act, reason: 'found-to-be-nothing' };
    case 'acceptMisfit':
      return { act, misfits: ['holds'], reason: 'not-explained' };
    case 'takeCheckpoint':
      return { act, way: 'stick' };
    case 'exportLedger':
      return { act, format: 'csv' };
    case 'destroyRibbon':
      return { act, ribbon: ribbonId.parse('0'.repeat(32)) };
    case 'drawSecondRecoveryCode':
    case 'declineRecoveryCodes':
      return { act };
    default:
      return unreachable(act);
  }
}

/** An approval is for one act: another one is given for each call that takes one. */
export function isForOneAct(role: Role, call: string): boolean {
  return (role === 'approved' || role === 'two-supervisors') && isApprovable(call);
}

/** Whoever has an approval makes only the calls that take one, except in the long version: all others are as without. */
export function callsAs<Name extends string>(role: Role, calls: readonly Name[]): readonly Name[] {
  return role === 'approved' || role === 'two-supervisors'
    ? calls.filter((name) => all || isForOneAct(role, name))
    : calls;
}

/** All of them in the long version, else every second one: the role or the state of the next turn has the others. */
export function callsInTurn<Name>(calls: readonly Name[], turn: number): readonly Name[] {
  return calls.filter((_, at) => all || (at + turn) % 2 === 0);
}
