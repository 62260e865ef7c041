import type { Moment } from '../../../shared/application/retention.ts';
import { type CalendarDate, dayText } from '../../../shared/calendar.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { ApplicationId, PolicyHash } from '../../../shared/contract/ids.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { SealFailure } from '../custody/custody.ts';
import type { Beginning } from '../vault/application-rows.ts';
import type { ApplicationRow } from '../vault/rows.ts';
import { sealFailureAsRefusal } from './intake.ts';

/** What a new record needs of the kiosk. */
export interface NewRecordPort {
  readonly vault: { create(beginning: Beginning): ApplicationRow; remove(application: ApplicationId): void };
  readonly custody: {
    create(application: ApplicationId, kind: CustodyKind): Result<null, SealFailure>;
    has(application: ApplicationId): boolean;
  };
  /** An id that the ledger vouches for. @throws where its disk takes nothing, and while nothing is signed. */
  readonly vouching: { draw(): ApplicationId };
  readonly policies: { readonly inForce: { readonly hash: PolicyHash } };
  readonly clock: { now(): number; today(): CalendarDate };
  readonly time: { now(): Moment; tick(isTimed: boolean): void };
}

/**
 * Makes a record with nothing in it, under the policy in force, and a key of its own in this custody. @throws where the disk
 * does not take the record: then there is no key either.
 */
export function newRecord(
  { vault, custody, policies, clock, time, vouching }: NewRecordPort,
  where: CustodyKind,
): Result<ApplicationRow, Refusal> {
  const id = vouching.draw();
  // While nothing was open kiosk time was hardly written down: a clock that is set back would take it, and give that time to this record.
  time.tick(true);
  // The row first: a crash then leaves a record with nothing in it, which is forgotten. A slot that no row names would be a misfit.
  const row = vault.create({
    ...{ id, day: dayText(clock.today()), now: clock.now(), elapsed: time.now().elapsed },
    ...{ policy: policies.inForce.hash, isKeySealed: where === 'sealed' },
  });
  const created = custody.create(id, where);
  if (created.ok) return ok(row);
  // What could not be overwritten in a slot has its row, which goes when the slot does.
  if (!custody.has(id)) vault.remove(id);
  return err(sealFailureAsRefusal(created.error));
}
