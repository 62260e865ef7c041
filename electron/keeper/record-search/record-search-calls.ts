import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Occupant } from '../applications/occupants.ts';
import type { Session } from '../sessions/session.ts';
import { type ActorsPort, type ApprovableHandlers, actorOf, secondOf } from '../staff/actor.ts';
import { covers } from '../staff/approvals.ts';
import { type LeaveSearchPort, leaveSearch } from './leave-search.ts';
import type { RecordSearches } from './record-searches.ts';

type RecordSearchCalls = Pick<
  Handlers<typeof keeperCalls>,
  'beginRecordSearch' | 'cancelRecordSearch' | 'endRecordSearch'
> &
  Pick<ApprovableHandlers, 'searchRecords'>;

const notNow = { kind: 'not-now' } as const;

/** What answering "Do we hold this name?" needs of the kiosk. */
export interface RecordSearchPort extends ActorsPort, LeaveSearchPort {
  readonly recordSearches: RecordSearches;
  readonly kiosk: { isPracticing(): boolean };
  readonly intake: { unsafe(): Promise<Refusal | null> };
  readonly pool: { shown(): Session | null };
}

/**
 * A search for somebody has a session of its own, as an application has: a name is typed in it, and it ends with all that
 * knew the name.
 */
export function recordSearchCalls(port: RecordSearchPort, occupant: Occupant): RecordSearchCalls {
  const { recordSearches, kiosk, intake, pool } = port;

  return {
    async beginRecordSearch() {
      // Nobody in practice is somebody who is asked for.
      if (kiosk.isPracticing()) return err({ kind: 'in-practice' });
      const unsafe = await intake.unsafe();
      if (unsafe !== null) return err(unsafe);
      // Not the start screen's rule: it is answered also while somebody is being erased.
      if (occupant.used || pool.shown() !== occupant.session) return err(notNow);
      recordSearches.begin(occupant);
      return ok({});
    },
    async searchRecords({ name, digest, reason }, approval) {
      if (!covers(approval, { act: 'searchRecords', digest, reason })) return err({ kind: 'not-allowed' });
      if (occupant.leaving || !recordSearches.mayStart(occupant)) return err(notNow);
      const by = actorOf(port, approval).member;
      const second = secondOf(approval).member;
      const asked = { by, second, reason, digest };
      return (await recordSearches.start(occupant, name, asked)) ? ok({}) : err({ kind: 'malformed' });
    },
    cancelRecordSearch() {
      recordSearches.cancel(occupant);
      return ok({});
    },
    endRecordSearch() {
      return leaveSearch(port, occupant) ? ok({}) : err(notNow);
    },
  };
}
