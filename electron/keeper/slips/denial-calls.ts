import { advance } from '../../../shared/application/lifecycle.ts';
import type { ApplicationSnapshot } from '../../../shared/contract/application/application-snapshot.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { ApplicationId, PolicyHash } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Occupant } from '../applications/occupants.ts';
import { applicationIn, recordOf } from '../applications/open-record.ts';
import type { HoldVerdict } from '../holds/verdict.ts';
import type { ApprovableHandlers } from '../staff/actor.ts';
import { type Approval, covers } from '../staff/approvals.ts';
import type { SignedIn } from '../staff/sign-in-and-idle-lock.ts';
import type { ApplicationRow } from '../vault/rows.ts';
import type { StandingDenial } from './denials.ts';
import type { WriteDenial } from './write-denial.ts';

type DenialCalls = Pick<ApprovableHandlers, 'deny'> & Pick<Handlers<typeof keeperCalls>, 'takeBackDenial'>;

/** What refusing a card needs of the kiosk. */
export interface DenialPort {
  readonly vault: { find(application: ApplicationId): ApplicationRow | null };
  readonly policies: { of(hash: PolicyHash): { readonly rules: CompletePolicy } };
  readonly holds: { verdict(application: ApplicationId, wipe: null): { readonly kind: HoldVerdict['kind'] } };
  readonly staff: { signedIn(): SignedIn | null };
  readonly time: { doubt(): unknown };
  readonly denials: {
    stands(occupant: Occupant, denial: StandingDenial): void;
    takeBack(occupant: Occupant): void;
  };
  readonly snapshots: { of(application: ApplicationId): ApplicationSnapshot };
  /** The refusal as it stands for reasons at these places of the policy's list: see `createDenialWriter`. */
  readonly writeDenial: WriteDenial;
}

/** Refusing a card for reasons of the policy, and taking that back. Nothing ends with either. */
export function denialCalls(port: DenialPort, occupant: Occupant): DenialCalls {
  const { vault, policies, holds, staff, denials, snapshots, writeDenial } = port;

  /** Whether it stands without a second person: a supervisor who refuses has looked at it. */
  function isReviewed(reasons: string[], approval: Approval | null): boolean {
    if (staff.signedIn()?.role === 'supervisor') return true;
    const about = { application: applicationIn(occupant), changes: occupant.changes };
    return covers(approval, { act: 'deny', reasons, about });
  }

  return {
    deny({ reasons }, approval) {
      const application: ApplicationId = applicationIn(occupant);
      const { row, state } = recordOf(vault, application);
      const { denial } = policies.of(row.policy).rules;
      // One that waits for a printer may still become a card: whoever refuses stops it first.
      if (denial === undefined || state.kind === 'queued' || !advance(state, { kind: 'clerk-denied' }).ok)
        return err({ kind: 'not-now' });
      if (port.time.doubt() !== null) return err({ kind: 'date-unconfirmed' });
      if (holds.verdict(application, null).kind !== 'free') return err({ kind: 'held' });
      // In the policy's order: the order in which they were chosen says nothing.
      const places = denial.reasons.flatMap(({ id }, place) => (reasons.includes(id) ? [place] : []));
      if (places.length !== reasons.length) return err({ kind: 'malformed' });
      if (denial.review === 'supervisor' && !isReviewed(reasons, approval))
        return err({ kind: 'not-allowed' });
      denials.stands(occupant, writeDenial(denial, row.policy, places));
      return ok(snapshots.of(application));
    },
    takeBackDenial() {
      denials.takeBack(occupant);
      return ok(snapshots.of(applicationIn(occupant)));
    },
  };
}
