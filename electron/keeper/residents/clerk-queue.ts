import type { Moment, Retention } from '../../../shared/application/retention.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { ApplicationId, PolicyHash } from '../../../shared/contract/ids.ts';
import type { LastEnding } from '../../../shared/contract/residents/last-ending.ts';
import type { ResidentReader } from '../../../shared/residents/look.ts';
import { storedRecordOf } from '../applications/open-record.ts';
import { lifeOf } from '../endings/expire.ts';
import type { AskHolds } from '../holds/verdict.ts';
import type { StoredApplication } from '../vault/rows.ts';

const MINUTE = 60_000;

/** What the next screen tells a resident whose application waits for a clerk: its number, and how long it is there. */
export type ToldTicket = Extract<LastEnding, { kind: 'ticket' }>;

/** Applications whose applicants answered alone, and that go to a clerk with their number. */
export interface ClerkQueue {
  /** From now on it waits for a clerk. Answers what its resident is told, as they read. */
  join(application: ApplicationId, reader: ResidentReader): ToldTicket;
}

/** What waiting for a clerk needs of the kiosk. */
export interface ClerkQueuePort {
  readonly vault: { stored(application: ApplicationId): StoredApplication | null };
  readonly holds: { readonly verdict: AskHolds };
  readonly policies: { retentionOf(hash: PolicyHash): Retention };
  readonly expiry: { minutesLeft(life: { readonly began: Moment; readonly retention: Retention }): number };
  readonly custody: { kindOf(application: ApplicationId): CustodyKind | null };
  readonly clock: { now(): number };
  readonly waitingForClerk: { add(application: ApplicationId): void };
}

/** The queue of one keeper. */
export function createClerkQueue(port: ClerkQueuePort): ClerkQueue {
  return {
    join(application, reader) {
      const told = ticketTold(port, application, reader);
      port.waitingForClerk.add(application);
      return told;
    },
  };
}

function ticketTold(port: ClerkQueuePort, application: ApplicationId, reader: ResidentReader): ToldTicket {
  const { row } = storedRecordOf(port.vault, application);
  const custody = port.custody.kindOf(application);
  if (custody === null) throw new Error('an open application has no key');
  const isFree = port.holds.verdict(application, null).kind === 'free';
  return {
    ...{ kind: 'ticket', ticket: row.ticket, ...reader },
    waits: { until: isFree ? goesAt(port, row) : null, custody },
  };
}

/** The minute in which it goes, by the clock on the wall. What is left is rounded up: told so, it would be there a minute less. */
function goesAt({ policies, expiry, clock }: ClerkQueuePort, row: StoredApplication): number {
  const minutes = Math.max(0, expiry.minutesLeft(lifeOf(policies, row)) - 1);
  return (Math.floor(clock.now() / MINUTE) + minutes) * MINUTE;
}
