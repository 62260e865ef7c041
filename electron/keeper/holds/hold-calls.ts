import { createHash, randomBytes } from 'node:crypto';
import { saltedText } from '../../../shared/ledger/salted-text.ts';
import { err, ok } from '../../../shared/result.ts';
import { type ApprovableHandlers, actorOf, hasSupervisor, secondOf } from '../staff/actor.ts';
import { covers } from '../staff/approvals.ts';
import type { HoldPort } from './hold-port.ts';
import { dropFromBeside } from './holds-beside-vault.ts';
import { entriesOfStopped, setHold } from './set-hold.ts';
import { stoppedByHolds } from './verdict.ts';

type HoldCalls = Pick<ApprovableHandlers, 'setHold' | 'liftHold' | 'resumeIntake'>;

/** Legal holds (docs/decisions/0011): set by one person at once, lifted by two. */
export function holdCalls(port: HoldPort): HoldCalls {
  return {
    setHold(asked, approval) {
      if (!hasSupervisor(port, approval, { act: 'setHold', ...asked })) return err({ kind: 'not-allowed' });
      return setHold(port, actorOf(port, approval), asked);
    },
    async liftHold({ hold }, approval) {
      if (!covers(approval, { act: 'liftHold', hold })) return err({ kind: 'not-allowed' });
      if (port.holds.find(hold) === null) return err({ kind: 'no-such-hold' });
      const by = actorOf(port, approval).member;
      const second = secondOf(approval).member;
      const stopped = stoppedByHolds(port).length;
      const kept = port.vault.open().filter(({ id }) => port.holds.verdict(id, null).kind !== 'free');
      let [goOn, at] = [0, 0];
      // Both entries or none: at the next start erasures that this hold had stopped would go on without theirs.
      port.outbox.record(({ utc }) => {
        port.holds.lift(hold);
        at = utc;
        goOn = stopped - stoppedByHolds(port).length;
        return [
          { kind: 'hold-lifted', utc, hold, by, second },
          ...entriesOfStopped('wipe-continued', goOn, hold, utc),
        ];
      });
      dropFromBeside(port.held, [hold]);
      const goingOn = goOn > 0 ? port.held.wipes.retry() : Promise.resolve();
      try {
        // What would have ended meanwhile does so now: nobody goes on with it until the timer comes round, or a printer answers.
        // Where files do not fit together all of it stays as it is.
        if (!port.held.filesFit.isClosed()) port.held.endingRound.now();
        port.screens.refresh();
        const open = new Set(port.vault.open().map(({ id }) => id));
        const applications = kept.filter(({ id }) => !open.has(id)).length;
        return ok({ applications, erasures: goOn, at });
      } finally {
        // Also where that throws: a promise that fails with nobody waiting would end the keeper, with its keys.
        await goingOn;
      }
    },
    resumeIntake({ hold, reference }, approval) {
      if (!hasSupervisor(port, approval, { act: 'resumeIntake', hold, reference }))
        return err({ kind: 'not-allowed' });
      const found = port.holds.find(hold);
      if (found === null) return err({ kind: 'no-such-hold' });
      if (found.reference !== null) return err({ kind: 'not-now' });
      if (port.kiosk.isPracticing()) return err({ kind: 'in-practice' });
      const by = actorOf(port, approval).member;
      const salt = randomBytes(16).toString('hex');
      port.outbox.record(({ utc }) => {
        port.holds.resume(hold, reference);
        return {
          kind: 'intake-resumed',
          utc,
          hold,
          by,
          reference: createHash('sha256')
            .update(saltedText('reference', salt, reference))
            .digest('hex'),
        };
      });
      port.screens.refresh();
      return ok({ salt });
    },
  };
}
