import { advance, type ReachedState } from '../../../shared/application/lifecycle.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import { dayText } from '../../../shared/calendar.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { EndingCount } from '../../../shared/contract/ending-count.ts';
import type { ApplicationId, WipeId } from '../../../shared/contract/ids.ts';
import type { Database } from '../database/open-database.ts';
import type { JobRows } from '../printing/job-rows.ts';
import type { AboutWipe, WipingState } from '../vault/vault.ts';
import { type NamesPort, namesOf } from './names-of.ts';

/** A wipe that has begun, and what named its application until then. */
export interface BegunWipe {
  readonly application: ApplicationId;
  readonly names: readonly string[];
}

/** What beginning a wipe needs of the kiosk. */
export interface BeginWipePort extends NamesPort {
  readonly vault: NamesPort['vault'] & {
    readonly database: Database;
    beginWipe(application: ApplicationId, wiping: WipingState, about: AboutWipe): WipeId;
  };
  readonly jobRows: JobRows;
  readonly custody: { kindOf(application: ApplicationId): CustodyKind | null };
  readonly clock: { today(): CalendarDate };
}

/**
 * The point of no return: from its transaction on every crash continues the wipe. Nothing outside the vault is
 * touched, so that it may stand in a larger transaction. `ended`: the state in which the lifecycle left the
 * application; `counted`: what its session says besides. @throws where the disk does not take it: then nothing has begun.
 */
export function beginWipe(
  port: BeginWipePort,
  application: ApplicationId,
  ended: ReachedState,
  counted: EndingCount | null = null,
): BegunWipe {
  const { vault, jobRows, clock } = port;
  const custody = port.custody.kindOf(application);
  if (custody === null) throw new Error('an open application has no key');
  const wiping = advance(ended, { kind: 'keeper-began-wipe' });
  if (!wiping.ok || wiping.value.kind !== 'wiping') throw new Error('an application that has not ended');
  const names = namesOf(port, application);
  const driver = jobRows.of(application).at(-1)?.printer.driver ?? 'virtual';
  const day = dayText(clock.today());
  const began = wiping.value;
  vault.database.transaction(() => {
    jobRows.passOn(application, vault.beginWipe(application, began, { custody, driver, counted, day }));
  })();
  return { application, names };
}
