import { randomBytes } from 'node:crypto';
import type { Moment } from '../../../shared/application/retention.ts';
import { type CalendarDate, dayText } from '../../../shared/calendar.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import { type ApplicationId, applicationId, type PolicyHash } from '../../../shared/contract/ids.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { SealFailure } from '../custody/custody.ts';
import type { Beginning } from '../vault/application-rows.ts';
import type { ApplicationRow } from '../vault/rows.ts';
import { sealFailureAsRefusal } from './intake.ts';

/** What a new record needs of the kiosk. */
export interface NewRecordPort {
  readonly vault: { create(beginning: Beginning): ApplicationRow };
  readonly custody: {
    create(application: ApplicationId, kind: CustodyKind): Result<null, SealFailure>;
    destroy(application: ApplicationId): boolean;
  };
  readonly policies: { readonly inForce: { readonly hash: PolicyHash } };
  readonly clock: { now(): number; today(): CalendarDate };
  readonly time: { now(): Moment; tick(isTimed: boolean): void };
}

/**
 * Makes a record with nothing in it, under the policy in force, and a key of its own in this custody. @throws where the disk
 * does not take the record: then there is no key either.
 */
export function newRecord(
  { vault, custody, policies, clock, time }: NewRecordPort,
  where: CustodyKind,
): Result<ApplicationRow, Refusal> {
  const id = applicationId.parse(randomBytes(16).toString('hex'));
  // The key first: a key without a record is scrubbed at the next start, a record without a key would be
  // told as a forgotten application.
  const created = custody.create(id, where);
  if (!created.ok) return err(sealFailureAsRefusal(created.error));
  try {
    // While nothing was open kiosk time was hardly written down: a clock that is set back would take it, and give that time to this record.
    time.tick(true);
    return ok(
      vault.create({
        ...{ id, day: dayText(clock.today()), now: clock.now(), elapsed: time.now().elapsed },
        policy: policies.inForce.hash,
      }),
    );
  } catch (error) {
    custody.destroy(id);
    throw error;
  }
}
