import { isDeepStrictEqual } from 'node:util';
import type { ApplicationId, HoldId, MemberId, Ticket } from '../../../shared/contract/ids.ts';
import type { ApprovedAct } from '../../../shared/contract/staff/approved-act.ts';
import { unreachable } from '../../../shared/result.ts';

/** An approval that is not used by then is none any more. */
export const APPROVAL_SECONDS = 60;

/** An application at one moment: what is approved of it is approved of nothing that it becomes afterwards. */
export interface ApplicationAsItWas {
  readonly application: ApplicationId;
  /** How often it had been changed in its session. */
  readonly changes: number;
}

/** An application under the legal hold that keeps it: a ticket is only a number, and is given again. */
export interface HeldAsItWas {
  readonly application: ApplicationId;
  readonly hold: HoldId;
}

type Denying = Extract<ApprovedAct, { act: 'deny' }>;
type Producing = Extract<ApprovedAct, { act: 'produceRecord' }>;
type ClosingWipe = Extract<ApprovedAct, { act: 'closeWipe' }>;

/**
 * An act with all that an approval of it is bound to, as the keeper finds it: of a refusal also the application that was on
 * the screen, of a production also the one that had the ticket, of closing an erasure also whose it is. Null: there was none, and
 * the approval covers nothing.
 */
export type BoundAct =
  | Exclude<ApprovedAct, Denying | Producing | ClosingWipe>
  | (ClosingWipe & { readonly about: ApplicationId | null })
  | (Denying & { readonly about: ApplicationAsItWas })
  | (Producing & { readonly about: HeldAsItWas | null });

/** What a supervisor approved on somebody else's screen, and who that supervisor is. */
export type Approval = BoundAct & {
  readonly member: MemberId;
  readonly name: string;
};

/** At most one approval, for the session on the screen, named by its token. In memory only. */
export interface Approvals {
  /** Any earlier approval is withdrawn: only one session is on the screen. */
  grant(token: string, approval: Approval): void;
  of(token: string): Approval | null;
  /** Takes the approval of this act away before anything of it is done, whatever it is bound to (`covers`); null if there is none. */
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

/**
 * Whether what was approved is this act, about the same. Each act has its case here, or it does not compile: compared by its
 * name, an approval of one would cover every other.
 */
export function covers(approved: BoundAct | null, act: BoundAct): boolean {
  switch (act.act) {
    case 'confirmDate':
      return approved?.act === 'confirmDate' && isDeepStrictEqual(approved.shown, act.shown);
    case 'closeWipe':
      return (
        approved?.act === 'closeWipe' &&
        approved.reason === act.reason &&
        act.about !== null &&
        approved.about === act.about
      );
    case 'acceptMisfit':
      return (
        approved?.act === 'acceptMisfit' &&
        approved.reason === act.reason &&
        areSame(approved.misfits, act.misfits)
      );
    case 'takeCheckpoint':
      return approved?.act === 'takeCheckpoint' && approved.way === act.way;
    case 'exportLedger':
      return approved?.act === 'exportLedger' && approved.format === act.format;
    case 'destroyRibbon':
      return approved?.act === 'destroyRibbon' && approved.ribbon === act.ribbon;
    case 'drawSecondRecoveryCode':
      return approved?.act === 'drawSecondRecoveryCode';
    case 'declineRecoveryCodes':
      return approved?.act === 'declineRecoveryCodes';
    case 'decideCustody':
      return (
        approved?.act === 'decideCustody' &&
        approved.custody === act.custody &&
        areSame(approved.inSpiteOf, act.inSpiteOf)
      );
    case 'deny':
      return (
        approved?.act === 'deny' &&
        areSame(approved.reasons, act.reasons) &&
        approved.about.application === act.about.application &&
        approved.about.changes === act.about.changes
      );
    case 'setHold':
      return (
        approved?.act === 'setHold' &&
        approved.reason === act.reason &&
        areSameTickets(approved.tickets, act.tickets)
      );
    case 'liftHold':
      return approved?.act === 'liftHold' && approved.hold === act.hold;
    case 'resumeIntake':
      return (
        approved?.act === 'resumeIntake' && approved.hold === act.hold && approved.reference === act.reference
      );
    case 'searchRecords':
      return (
        approved?.act === 'searchRecords' && approved.digest === act.digest && approved.reason === act.reason
      );
    case 'produceRecord':
      return (
        approved?.act === 'produceRecord' &&
        approved.ticket === act.ticket &&
        approved.recipient === act.recipient &&
        act.about !== null &&
        isDeepStrictEqual(approved.about, act.about)
      );
    case 'installOlderPolicy':
      return approved?.act === 'installOlderPolicy' && approved.policy === act.policy;
    case 'suspendIntake':
      return (
        approved?.act === 'suspendIntake' &&
        approved.takesEffect === act.takesEffect &&
        approved.open === act.open &&
        isDeepStrictEqual(approved.notice, act.notice)
      );
    case 'endSuspension':
      return approved?.act === 'endSuspension' && approved.at === act.at && approved.decided === act.decided;
    default:
      return unreachable(act);
  }
}

/** In any order: that in which they were chosen says nothing. */
function areSame<Each>(some: readonly Each[], others: readonly Each[]): boolean {
  const [one, other] = [new Set(some), new Set(others)];
  return one.size === other.size && others.every((each) => one.has(each));
}

/** Null: everything, which is no list of tickets. */
function areSameTickets(some: readonly Ticket[] | null, others: readonly Ticket[] | null): boolean {
  return some === null || others === null ? some === others : areSame(some, others);
}
