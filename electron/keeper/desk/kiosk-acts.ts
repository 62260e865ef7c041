import { dayText } from '../../../shared/calendar.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { kioskUse } from '../../../shared/contract/kiosk-use.ts';
import { err, ok } from '../../../shared/result.ts';
import { actorOf } from './actor.ts';
import { dateQuestionOf } from './date-question.ts';
import type { Desk, Occupant } from './desk.ts';
import { clipboardRefusal, sealFailureAsRefusal } from './may-take-in.ts';
import { recordAct, settleOwed } from './record-act.ts';

type KioskActs = Pick<
  Handlers<typeof keeperCalls>,
  'decideCustody' | 'confirmDate' | 'confirmTray' | 'retryWipe' | 'closeWipe'
>;

/** Acts of staff on the kiosk itself. */
export function kioskActs(desk: Desk, occupant: Occupant): KioskActs {
  return {
    async decideCustody({ custody }) {
      if (desk.kiosk() === null) return err({ kind: 'not-now' });
      // Whose act it is is said before anything takes time: it is theirs, even if they leave meanwhile.
      const by = actorOf(desk, occupant, 'decideCustody').member;
      const unsafe = await clipboardRefusal(desk);
      if (unsafe !== null) return err(unsafe);
      // The file comes before the decision: a start that finds the decision without it knows that it was lost.
      const possible = custody === 'sealed' ? desk.custody.prepare() : ok(null);
      if (!possible.ok) return err(sealFailureAsRefusal(possible.error));
      recordAct(desk, () => {
        desk.vault.kiosk.setCustody(custody);
        // A rehearsal never goes live: its ledger says what it is, and no kiosk for residents opens it.
        const kind = kioskUse(desk.about) === 'rehearsal' ? 'rehearsal-began' : 'custody-decided';
        return { kind, utc: desk.clock.now(), by, custody };
      });
      desk.broadcast();
      return ok({});
    },
    confirmDate({ shown }) {
      const question = dateQuestionOf(desk);
      // Midnight, or whoever sets clocks, may have come between reading and pressing.
      if (question === null || dayText(question.shown) !== dayText(shown)) return err({ kind: 'not-now' });
      const by = actorOf(desk, occupant, 'confirmDate').member;
      desk.time.confirm((utc) => desk.owed.owe([{ kind: 'date-confirmed', utc, by, doubt: question.doubt }]));
      settleOwed(desk);
      // What this date brings to its end is ended now, and not when the timer comes round.
      desk.expiry.check();
      desk.broadcast();
      return ok({});
    },
    confirmTray() {
      desk.trayChecks.confirm();
      desk.broadcast();
      return ok({});
    },
    async retryWipe() {
      await desk.wipes.retry();
      desk.broadcast();
      return ok({});
    },
    closeWipe({ reason }) {
      const closed = desk.wipes.close({ by: actorOf(desk, occupant, 'closeWipe').member, reason });
      if (!closed.ok) return closed;
      desk.endings.closed(closed.value);
      desk.broadcast();
      return ok({});
    },
  };
}
