import type { Handlers } from '../../../shared/contract/declare.ts';
import type { MemberId } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { ApprovableAct } from '../../../shared/contract/staff/approved-act.ts';
import { type Approval, type BoundAct, covers } from './approvals.ts';
import type { SignedIn } from './sign-in-and-idle-lock.ts';

/** Somebody who acts, as the ledger and this kiosk's screens name them. */
export interface Actor {
  readonly member: MemberId;
  readonly name: string;
}

/** Whom an act can be put down to. */
export interface ActorsPort {
  readonly staff: { signedIn(): SignedIn | null };
}

/**
 * The acts that a supervisor may approve on somebody else's screen. Each is given the approval, which was taken away
 * before anything of the call happened: so one approval is for one call, however many come in at once.
 */
export type ApprovableHandlers = Pick<
  Handlers<typeof keeperCalls, [approval: Approval | null]>,
  ApprovableAct
>;

/** All calls of a session's core. */
export type KeeperHandlers = Omit<Handlers<typeof keeperCalls>, ApprovableAct> & ApprovableHandlers;

/** Who is signed in. Of acts that nobody approves for somebody else, whoever does them. */
export function signedInActor({ staff }: ActorsPort): SignedIn {
  const signedIn = staff.signedIn();
  if (signedIn === null) throw new Error('an act was authorized with nobody signed in');
  return signedIn;
}

/** Who answers for a supervisor's act: the supervisor signed in, or the one who approved it on this screen. */
export function actorOf(port: ActorsPort, approval: Approval | null): Actor {
  const signedIn = signedInActor(port);
  return signedIn.role === 'supervisor' ? signedIn : (approval ?? signedIn);
}

/** Whether a supervisor answers for exactly this act: the one signed in, or one who approved it and nothing else. */
export function hasSupervisor(port: ActorsPort, approval: Approval | null, act: BoundAct): boolean {
  return signedInActor(port).role === 'supervisor' || covers(approval, act);
}

/** The same of an act that IT staff do by themselves as well. */
export function hasSupervisorOrIt(port: ActorsPort, approval: Approval | null, act: BoundAct): boolean {
  return signedInActor(port).role !== 'clerk' || covers(approval, act);
}

/** The second supervisor of an act that takes two. */
export function secondOf(approval: Approval | null): Actor {
  if (approval === null) throw new Error('an act of two people was authorized with one');
  return approval;
}
