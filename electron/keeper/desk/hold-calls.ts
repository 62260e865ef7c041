import { createHash } from 'node:crypto';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { HoldId } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { roundFigure } from '../../../shared/ledger/rounding.ts';
import { err, ok } from '../../../shared/result.ts';
import type { OpenApplicationRow } from '../vault/rows.ts';
import { actorOf, secondOf } from './actor.ts';
import { type Desk, type Occupant, occupantOf } from './desk.ts';
import { recordAct } from './record-act.ts';
import { putAside } from './turn-over.ts';

type HoldCalls = Pick<Handlers<typeof keeperCalls>, 'setHold' | 'liftHold' | 'resumeIntake'>;

/** Legal holds (docs/decisions/0011): set by one person at once, lifted by two. */
export function holdCalls(desk: Desk, occupant: Occupant): HoldCalls {
  return {
    setHold({ reason, tickets }) {
      const open = desk.vault.open();
      if (tickets?.some((ticket) => !open.some((row) => row.ticket === ticket)) === true) {
        return err({ kind: 'no-such-ticket' });
      }
      const by = actorOf(desk, occupant, 'setHold');
      const since = desk.clock.now();
      const frozen = tickets === null ? open : open.filter(({ ticket }) => tickets.includes(ticket));
      const scope = tickets === null ? 'all' : 'tickets';
      // First and alone: from this transaction on nothing of it expires or is wiped, whatever fails below.
      const hold = desk.holds.set({
        scope,
        reason,
        since,
        by: by.name,
        applications: frozen.map(({ id }) => id),
      });
      const sealed = sealAll(desk, hold, frozen);
      recordAct(desk, () => [
        {
          kind: 'hold-set',
          utc: since,
          by: by.member,
          hold,
          scope,
          applications: roundFigure(frozen.length),
          sealed: roundFigure(sealed),
          unsealed: roundFigure(frozen.length - sealed),
          reason,
        },
        ...stoppedWipes(desk, hold),
      ]);
      for (const row of frozen) freeze(desk, row);
      desk.broadcast();
      return ok({});
    },
    async liftHold({ hold }) {
      if (desk.holds.find(hold) === null) return err({ kind: 'no-such-hold' });
      const by = actorOf(desk, occupant, 'liftHold').member;
      const second = secondOf(desk, occupant, 'liftHold').member;
      const utc = desk.clock.now();
      const stopped = desk.vault.wipes.all().filter((wipe) => isStopped(desk, wipe)).length;
      recordAct(desk, () => {
        desk.holds.lift(hold);
        return { kind: 'hold-lifted', utc, hold, by, second };
      });
      const stillStopped = desk.vault.wipes.all().filter((wipe) => isStopped(desk, wipe)).length;
      if (stopped > stillStopped) {
        recordAct(desk, () => ({
          kind: 'wipe-continued',
          utc,
          hold,
          applications: roundFigure(stopped - stillStopped),
        }));
        await desk.wipes.retry();
      }
      // What would have expired meanwhile does so now.
      desk.expiry.check();
      desk.broadcast();
      return ok({});
    },
    resumeIntake({ hold, reference }) {
      const found = desk.holds.find(hold);
      if (found === null) return err({ kind: 'no-such-hold' });
      if (found.reference !== null) return err({ kind: 'not-now' });
      const by = actorOf(desk, occupant, 'resumeIntake').member;
      recordAct(desk, () => {
        desk.holds.resume(hold, reference);
        return {
          kind: 'intake-resumed',
          utc: desk.clock.now(),
          hold,
          by,
          reference: createHash('sha256').update(reference).digest('hex'),
        };
      });
      desk.broadcast();
      return ok({});
    },
  };
}

/** Moves the keys of open applications to sealed custody, so that a power cut destroys nothing. Answers how many lie there now. */
function sealAll(desk: Desk, hold: HoldId, applications: readonly OpenApplicationRow[]): number {
  let sealed = 0;
  for (const { id } of applications) {
    // One that cannot be moved stays held all the same; the screens say what a power cut would do to it.
    if (!desk.custody.seal(id).ok) continue;
    desk.holds.noteSealed(hold, id);
    sealed += 1;
  }
  return sealed;
}

/** A wipe that had begun and whose key still exists is stopped or completed, as the policy has decided. */
function isStopped(
  desk: Desk,
  wipe: { readonly done: readonly string[]; readonly application: string },
): boolean {
  return !wipe.done.includes('key-destroyed') && desk.stoppedByHold();
}

function stoppedWipes(desk: Desk, hold: HoldId) {
  const stopped = desk.vault.wipes.all().filter((wipe) => isStopped(desk, wipe)).length;
  if (stopped === 0) return [];
  return [
    {
      kind: 'wipe-stopped',
      utc: desk.clock.now(),
      hold,
      applications: roundFigure(stopped),
    },
  ] as const;
}

/** Whoever has it open is turned away from it: it is kept as it is. */
function freeze(desk: Desk, { id, ticket }: OpenApplicationRow): void {
  const occupant = occupantOf(desk, id);
  if (occupant === null || occupant.finishing || occupant.leaving) return;
  occupant.leaving = true;
  void putAside(desk, occupant, id, { kind: 'held', ticket });
}
