import { memberId } from '../../../shared/contract/ids.ts';
import type { ActorsPort } from './actor.ts';
import type { Approval, BoundAct } from './approvals.ts';
import type { SignedIn } from './sign-in-and-idle-lock.ts';

const someone = (digit: string, name: string) => ({ member: memberId.parse(digit.repeat(32)), name });

export const A_CLERK: SignedIn = {
  ...someone('a', 'Anselm Brightwater'),
  role: 'clerk',
  mustChange: false,
};
export const A_SUPERVISOR: SignedIn = {
  ...someone('b', 'Marisol Tidewater'),
  role: 'supervisor',
  mustChange: false,
};
export const ANOTHER = someone('c', 'Octavia Farthing');

/** What another supervisor approved: this act. */
export function approvalOf(act: BoundAct): Approval {
  return { ...ANOTHER, ...act };
}

/** Who stands there: the rest of the staff is no matter of whoever asks. */
export interface StaffStage {
  who: SignedIn | null;
  readonly staff: ActorsPort['staff'];
}

/** A clerk. */
export function staffStage(): StaffStage {
  const stage: StaffStage = {
    who: A_CLERK,
    staff: { signedIn: () => stage.who },
  };
  return stage;
}
