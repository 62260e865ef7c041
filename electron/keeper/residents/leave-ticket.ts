import type { ApplicationId, Ticket } from '../../../shared/contract/ids.ts';
import type { LastEnding } from '../../../shared/contract/residents/last-ending.ts';
import { mayApplicantAnswer } from '../../../shared/residents/may-answer.ts';
import { storedRecordOf } from '../applications/open-record.ts';
import type { ToldOpen } from '../endings/endings.ts';
import type { AskHolds } from '../holds/verdict.ts';
import type { StoredApplication } from '../vault/rows.ts';

/** What says whose number the screen tells. */
interface TicketShownPort {
  readonly vault: { findByTicket(ticket: Ticket): { readonly id: ApplicationId } | null };
  readonly endings: { shown(): LastEnding };
}

/** What leaving before the screen that tells a number needs of the kiosk. */
export interface LeaveTicketPort extends TicketShownPort {
  readonly vault: TicketShownPort['vault'] & {
    stored(application: ApplicationId): StoredApplication | null;
  };
  readonly holds: { readonly verdict: AskHolds };
  readonly endings: TicketShownPort['endings'] & {
    leftOpen(application: ApplicationId, told: ToldOpen): void;
  };
}

/** The application whose number the screen tells; null: it tells none, or that one has ended. */
export function ticketShown({ vault, endings }: TicketShownPort): ApplicationId | null {
  const told = endings.shown();
  return told.kind === 'ticket' ? (vault.findByTicket(told.ticket)?.id ?? null) : null;
}

/**
 * Ends the application whose number the screen tells, and no other; under a legal hold it is kept, and the screen says so.
 * `withdraw`: ends what no session has open. False: nothing of it is possible now.
 */
export function leaveTicket(
  port: LeaveTicketPort,
  withdraw: (application: ApplicationId) => boolean,
): boolean {
  const { vault, holds, endings } = port;
  const told = endings.shown();
  const waiting = ticketShown(port);
  if (told.kind !== 'ticket' || waiting === null) return false;
  if (!mayApplicantAnswer(storedRecordOf(vault, waiting).state.kind)) return false;
  if (holds.verdict(waiting, null).kind === 'free') return withdraw(waiting);
  const { ticket, language, look } = told;
  endings.leftOpen(waiting, {
    ...{ kind: 'left', language, look, outcome: 'withdrawn' },
    became: { kind: 'held', ticket },
  });
  return true;
}
