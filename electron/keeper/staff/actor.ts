import type { MemberId } from '../../../shared/contract/ids.ts';
import type { ApprovableAct } from '../../../shared/contract/supervision.ts';
import type { Occupant } from '../applications/occupants.ts';
import type { Approval } from './approvals.ts';
import type { SignedIn } from './sign-in-and-idle-lock.ts';

/** Somebody who acts, as the ledger and this kiosk's screens name them. */
export interface Actor {
  readonly member: MemberId;
  readonly name: string;
}

/** Whom an act can be put down to. */
export interface ActorsPort {
  readonly staff: { signedIn(): SignedIn | null; approvalFor(token: string): Approval | null };
}

/** Acts that nobody approves for somebody else. */
type AlwaysOwnAct =
  | 'choosePrinter'
  | 'chooseOrdinaryPrinter'
  | 'installPolicy'
  | 'confirmTestCard'
  | 'declineRecoveryCodes'
  | 'drawRecoveryCode'
  | 'confirmRecoveryCode'
  | 'beginPractice'
  | 'endPractice';

/** Who answers for a supervisor's act: the supervisor signed in, or the one who approved it on this screen. */
export function actorOf({ staff }: ActorsPort, occupant: Occupant, act: ApprovableAct | AlwaysOwnAct): Actor {
  const signedIn = staff.signedIn();
  if (signedIn === null) throw new Error('an act was authorized with nobody signed in');
  if (signedIn.role === 'supervisor') return signedIn;
  const approval = staff.approvalFor(occupant.session.token);
  return approval?.act === act ? approval : signedIn;
}

/** The second supervisor of an act that takes two. */
export function secondOf({ staff }: ActorsPort, occupant: Occupant, act: ApprovableAct): Actor {
  const approval = staff.approvalFor(occupant.session.token);
  if (approval?.act !== act) throw new Error('an act of two people was authorized with one');
  return approval;
}
