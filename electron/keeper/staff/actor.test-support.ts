import { memberId } from '../../../shared/contract/ids.ts';
import type { ApprovedAct } from '../../../shared/contract/supervision.ts';
import type { ActorsPort } from './actor.ts';
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

/** Who stands there, and what was approved on this screen: the rest of the staff is no matter of whoever asks. */
export interface StaffStage {
  who: SignedIn | null;
  approved: ApprovedAct | null;
  readonly staff: ActorsPort['staff'];
}

/** A clerk, and nothing approved. What is approved is so by another supervisor. */
export function staffStage(): StaffStage {
  const stage: StaffStage = {
    who: A_CLERK,
    approved: null,
    staff: {
      signedIn: () => stage.who,
      approvalFor: () => (stage.approved === null ? null : { ...stage.approved, ...ANOTHER }),
    },
  };
  return stage;
}
