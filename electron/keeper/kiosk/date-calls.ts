import { dayText } from '../../../shared/calendar.ts';
import { err, ok } from '../../../shared/result.ts';
import type { KioskTime } from '../expiry/kiosk-time.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { type ActorsPort, type ApprovableHandlers, actorOf, hasSupervisor } from '../staff/actor.ts';
import { type DateQuestionPort, dateQuestionOf } from './date-question.ts';

type DateCalls = Pick<ApprovableHandlers, 'confirmDate'>;

/** What confirming the date needs of the kiosk. */
export interface DatePort extends ActorsPort, DateQuestionPort {
  readonly time: KioskTime;
  readonly endingRound: { now(): void };
  readonly outbox: Outbox;
  readonly screens: { refresh(): void };
}

/** The answer to the question about the date. */
export function dateCalls(port: DatePort): DateCalls {
  return {
    confirmDate({ shown }, approval) {
      if (!hasSupervisor(port, approval, { act: 'confirmDate', shown })) return err({ kind: 'not-allowed' });
      const question = dateQuestionOf(port);
      // Midnight, or whoever sets clocks, may have come between reading and pressing.
      if (question === null || dayText(question.shown) !== dayText(shown)) return err({ kind: 'not-now' });
      const by = actorOf(port, approval).member;
      port.time.confirm((utc) =>
        port.outbox.enqueue([{ kind: 'date-confirmed', utc, by, doubt: question.doubt }]),
      );
      port.outbox.flush();
      // What this date brings to its end is ended now, and not when the timer comes round.
      port.endingRound.now();
      port.screens.refresh();
      return ok({});
    },
  };
}
