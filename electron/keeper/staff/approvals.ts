import type { ApplicationId, MemberId } from '../../../shared/contract/ids.ts';
import type { ApprovableAct } from '../../../shared/contract/supervision.ts';

/** An approval that is not used by then is none any more. */
export const APPROVAL_SECONDS = 60;

/** An application at one moment: what is approved of it is approved of nothing that it becomes afterwards. */
export interface ApplicationAsItWas {
  readonly application: ApplicationId;
  /** How often it had been changed in its session. */
  readonly changes: number;
}

/** What a supervisor approved on somebody else's screen, and who that supervisor is. */
export interface Approval {
  readonly act: ApprovableAct;
  /** Of a refusal: it is approved for exactly these; null for every other act. */
  readonly reasons: readonly string[] | null;
  /** Of a refusal: the application that was on the screen, as it was then; null for every other act. */
  readonly about: ApplicationAsItWas | null;
  readonly member: MemberId;
  readonly name: string;
}

/** At most one approval, for the session on the screen, named by its token. In memory only. */
export interface Approvals {
  /** Any earlier approval is withdrawn: only one session is on the screen. */
  grant(token: string, approval: Approval): void;
  of(token: string): Approval | null;
  /** Takes the approval of this act away, or null if there is none. */
  use(token: string, act: string): Approval | null;
  withdraw(token: string): void;
  /** For when somebody comes or goes: an approval was given to whoever stood there. */
  withdrawAll(): void;
}

/** `uptime`: milliseconds that the machine has run. */
export function createApprovals(uptime: () => number): Approvals {
  let granted: { readonly token: string; readonly approval: Approval; readonly until: number } | null = null;
  const of = (token: string): Approval | null =>
    granted?.token === token && uptime() < granted.until ? granted.approval : null;
  return {
    of,
    grant(token, approval) {
      granted = { token, approval, until: uptime() + APPROVAL_SECONDS * 1000 };
    },
    use(token, act) {
      const approval = of(token);
      if (approval?.act !== act) return null;
      granted = null;
      return approval;
    },
    withdraw(token) {
      if (granted?.token === token) granted = null;
    },
    withdrawAll() {
      granted = null;
    },
  };
}
