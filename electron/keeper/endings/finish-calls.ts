import type { ReachedState } from '../../../shared/application/lifecycle.ts';
import { type ApplicationEvent, advance } from '../../../shared/application/lifecycle.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { EndingCount } from '../../../shared/contract/ending-count.ts';
import type { FeeReceipt } from '../../../shared/contract/fee-receipt.ts';
import type { ApplicationId, PolicyHash } from '../../../shared/contract/ids.ts';
import type { keeperCalls, SearchOrder } from '../../../shared/contract/keeper.ts';
import type { SearchReport } from '../../../shared/contract/receipt.ts';
import type { TrayCheck } from '../../../shared/contract/status.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { amountsOn, currencyOf } from '../../../shared/programme/fee.ts';
import { offeredRoutes, takesOldCardIn } from '../../../shared/programme/routes.ts';
import { err, ok, type Result, unreachable } from '../../../shared/result.ts';
import type { Occupant } from '../applications/occupants.ts';
import { storedRecordOf } from '../applications/open-record.ts';
import type { Database } from '../database/open-database.ts';
import type { JobRow } from '../printing/job-rows.ts';
import type { StandingDenial } from '../slips/denials.ts';
import { checkTrayForLateCard, mayComeLate } from '../tray/late-cards.ts';
import type { ApplicationReader } from '../vault/vault.ts';
import type { BegunWipe } from './begin-wipe.ts';

type FinishCalls = Pick<Handlers<typeof keeperCalls>, 'finish' | 'erased'>;

function endingEvent(outcome: 'issued' | 'denied' | 'withdrawn'): ApplicationEvent {
  switch (outcome) {
    case 'issued':
      return { kind: 'clerk-handed-over' };
    case 'denied':
      return { kind: 'clerk-denied' };
    case 'withdrawn':
      return { kind: 'clerk-withdrew' };
    default:
      return unreachable(outcome);
  }
}

/**
 * What the fee receipt says; null where no fee was due. Impossible: what the programme does not have, by which a core that
 * was taken over could tell anything of a person, or count what was not.
 */
function feeReceiptOf(
  policy: CompletePolicy,
  outcome: Finished,
  counted: Omit<EndingCount, 'denied'> | undefined,
  cents: number | undefined,
): FeeReceipt | null | 'impossible' {
  if (counted === undefined) return cents === undefined ? null : 'impossible';
  if (outcome !== 'issued' || !isServed(policy, counted)) return 'impossible';
  const { fee: settled, again } = counted;
  if (settled === null) return cents === undefined ? null : 'impossible';
  const route = again?.route ?? 'first';
  if (cents === undefined || !amountsOn(policy, route).includes(cents)) return 'impossible';
  return { route, settled, cents, currency: currencyOf(policy) };
}

/** Whether the programme has this route, takes its old card in or not, and waives fees. */
function isServed(policy: CompletePolicy, { again, fee }: Omit<EndingCount, 'denied'>): boolean {
  if (fee === 'waived' && policy.waivers === undefined) return false;
  if (again === null) return true;
  const { route, oldCard } = again;
  return offeredRoutes(policy).includes(route) && takesOldCardIn(policy, route) === (oldCard === 'destroyed');
}

/** What finishing an application needs of the kiosk. */
export interface FinishPort {
  readonly vault: ApplicationReader & { readonly database: Database };
  readonly jobRows: { of(owner: ApplicationId): readonly JobRow[] };
  readonly trayChecks: { add(check: TrayCheck): void };
  readonly policies: { of(hash: PolicyHash): { readonly rules: CompletePolicy } };
  readonly denials: { of(occupant: Occupant): StandingDenial | null };
  readonly sessionEndings: {
    endInSession(occupant: Occupant, begun: BegunWipe, fee: FeeReceipt | null): Promise<SearchOrder>;
    searched(application: ApplicationId, report: SearchReport): Promise<void>;
  };
  beginWipe(application: ApplicationId, ended: ReachedState, counted: EndingCount | null): BegunWipe;
  /** A hold keeps it: then the ledger has who tried. */
  isFinishRefused(application: ApplicationId): boolean;
}

type Finished = Parameters<FinishCalls['finish']>[0]['outcome'];

/**
 * What is counted of an ending. Under a policy with reasons nothing ends as denied but what was refused for some of them,
 * and reviewed as the policy asks.
 */
function countedOf(
  policy: CompletePolicy,
  outcome: Finished,
  said: Omit<EndingCount, 'denied'> | undefined,
  denial: StandingDenial | null,
): Result<EndingCount | null, { readonly kind: 'not-now' }> {
  if (outcome !== 'denied' || policy.denial === undefined)
    return ok(said === undefined ? null : { ...said, denied: null });
  if (denial === null) return err({ kind: 'not-now' });
  return ok({ again: null, fee: null, denied: { review: denial.review } });
}

/** The end of an application: hand-over (or another ending), the search, the next session. */
export function finishCalls(port: FinishPort, occupant: Occupant): FinishCalls {
  return {
    async finish({ outcome, counted: said, feeCents }) {
      const application = occupant.application;
      if (application === null) return err({ kind: 'not-now' });
      const { row, state } = storedRecordOf(port.vault, application);
      const ended = advance(state, endingEvent(outcome));
      if (!ended.ok) return err({ kind: 'not-now' });
      const { rules } = port.policies.of(row.policy);
      const fee = feeReceiptOf(rules, outcome, said, feeCents);
      if (fee === 'impossible') return err({ kind: 'malformed' });
      const counted = countedOf(rules, outcome, said, port.denials.of(occupant));
      if (!counted.ok) return counted;
      if (port.isFinishRefused(application)) return err({ kind: 'held' });
      // Together: a finish that the disk does not take is pressed again, and asks about the tray once.
      const begun = port.vault.database.transaction(() => {
        if (mayComeLate(port.jobRows, application, outcome)) checkTrayForLateCard(port.trayChecks);
        return port.beginWipe(application, ended.value, counted.value);
      })();
      return ok(await port.sessionEndings.endInSession(occupant, begun, fee));
    },
    async erased({ search }) {
      const application = occupant.application;
      if (application === null || !occupant.finishing) return err({ kind: 'not-now' });
      await port.sessionEndings.searched(application, search);
      return ok({});
    },
  };
}
