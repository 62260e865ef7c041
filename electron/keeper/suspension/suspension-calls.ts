import type { Moment } from '../../../shared/application/retention.ts';
import type { Suspending } from '../../../shared/contract/suspension/suspension-acts.ts';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import { missingLanguages } from '../../../shared/orders/order.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { err, ok } from '../../../shared/result.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import {
  type Actor,
  type ActorsPort,
  type ApprovableHandlers,
  actorOf,
  secondOf,
  signedInActor,
} from '../staff/actor.ts';
import { type Approval, type BoundAct, covers } from '../staff/approvals.ts';
import type { SuspensionRows } from './suspension-rows.ts';
import type { Suspensions } from './suspensions.ts';
import { resume, suspend } from './take-suspension.ts';

type SuspensionCalls = Pick<ApprovableHandlers, 'suspendIntake' | 'endSuspension'>;

/** What suspending intake by hand needs of the kiosk. */
export interface SuspensionPort extends ActorsPort {
  readonly suspensionRows: SuspensionRows;
  readonly suspensions: Suspensions;
  readonly policies: { readonly inForce: { readonly rules: CompletePolicy } };
  readonly time: { now(): Moment };
  readonly outbox: EntryRecorder;
  /** Carries out what a suspension does besides. */
  readonly suspensionWork: { check(): void };
  readonly screens: { refresh(): void };
}

/** A supervisor suspends intake and resumes it, with a second one where the policy asks for two. */
export function suspensionCalls(port: SuspensionPort): SuspensionCalls {
  const { suspensionRows, suspensions, policies, time, outbox, suspensionWork, screens } = port;

  /** Who does this act; null: it takes somebody more. What was approved has to be exactly this. */
  function people(approval: Approval | null, act: BoundAct): { by: Actor; second: string } | null {
    const isApproved = covers(approval, act);
    const isSupervisor = signedInActor(port).role === 'supervisor';
    if (policies.inForce.rules.suspension?.secondPerson === true)
      return isSupervisor && isApproved
        ? { by: actorOf(port, approval), second: secondOf(approval).member }
        : null;
    return isSupervisor || isApproved ? { by: actorOf(port, approval), second: NOBODY } : null;
  }

  const isOver = (moment: number | null): boolean => moment !== null && moment <= time.now().wall;

  return {
    suspendIntake(how: Suspending, approval) {
      const who = people(approval, { act: 'suspendIntake', ...how });
      if (who === null) return err({ kind: 'not-allowed' });
      const { takesEffect, open, notice } = how;
      if (isOver(takesEffect)) return err({ kind: 'moment-over' });
      if (missingLanguages(notice, policies.inForce.rules.languages).length > 0)
        return err({ kind: 'notice-incomplete' });
      const { by, second } = who;
      outbox.record(({ utc }) =>
        suspend(
          suspensionRows,
          suspensions.of('staff'),
          { source: 'staff', setBy: by.name, serial: null, open, notice, takesEffect },
          { utc, elapsed: time.now().elapsed, by: by.member, second },
        ),
      );
      suspensionWork.check();
      screens.refresh();
      return ok({});
    },
    endSuspension({ at, decided }, approval) {
      const who = people(approval, { act: 'endSuspension', at, decided });
      if (who === null) return err({ kind: 'not-allowed' });
      const before = suspensions.of('staff');
      if (before === null) return err({ kind: 'not-suspended' });
      // Nobody has read what stands in its place by now.
      if (before.decided !== decided) return err({ kind: 'suspension-changed' });
      if (isOver(at)) return err({ kind: 'moment-over' });
      const { by, second } = who;
      outbox.record(({ utc }) =>
        resume(suspensionRows, before, at, { utc, elapsed: time.now().elapsed, by: by.member, second }),
      );
      screens.refresh();
      return ok({});
    },
  };
}
