import { createHash } from 'node:crypto';
import type { ApplicationId, HoldId, MemberId, Ticket } from '../../../shared/contract/ids.ts';
import type { EntryKindName, LedgerEntry } from '../../../shared/ledger/entries.ts';
import { roundFigure } from '../../../shared/ledger/rounding.ts';
import { err, ok } from '../../../shared/result.ts';
import { type Occupant, type Occupants, occupantOf } from '../applications/occupants.ts';
import { asDiskRefusal } from '../database/open-failure.ts';
import type { ActTime, EntryRecorder } from '../outbox/outbox.ts';
import {
  type ActorsPort,
  type ApprovableHandlers,
  actorOf,
  hasSupervisor,
  secondOf,
} from '../staff/actor.ts';
import { covers } from '../staff/approvals.ts';
import type { OpenApplicationRow, WipeRow } from '../vault/rows.ts';
import type { Hold, NewHold } from './hold.ts';
import type { Holds } from './holds.ts';
import type { KeptByHold } from './seal-keys.ts';
import { isNamedBy, isStoppedByOther, unenteredHold } from './unentered-hold.ts';
import { stoppedWipes } from './verdict.ts';

type HoldCalls = Pick<ApprovableHandlers, 'setHold' | 'liftHold' | 'resumeIntake'>;

/** What setting and lifting holds needs of the kiosk. */
export interface HoldPort extends ActorsPort {
  readonly vault: {
    readonly wipes: { all(): readonly WipeRow[] };
    open(): readonly OpenApplicationRow[];
  };
  readonly holds: Holds;
  readonly kiosk: { isPracticing(): boolean };
  /** Answers how many of what the hold keeps have their key in a sealed slot now. */
  sealKeys(hold: HoldId, kept: KeptByHold): number;
  readonly outbox: EntryRecorder & {
    now(): ActTime;
    has(kind: EntryKindName, is: (entry: LedgerEntry) => boolean): boolean;
  };
  readonly screens: { refresh(): void };
  readonly held: HeldWork;
}

/** Work that a hold stops, and that goes on when it is lifted. */
export interface HeldWork {
  readonly occupants: Occupants;
  readonly sessionReplacement: {
    putAside(
      occupant: Occupant,
      application: ApplicationId,
      told: { readonly kind: 'held'; readonly ticket: Ticket },
    ): Promise<void>;
  };
  readonly wipes: { retry(): Promise<void> };
  readonly endingRound: { now(): void };
}

/** Legal holds (docs/decisions/0011): set by one person at once, lifted by two. */
export function holdCalls(port: HoldPort): HoldCalls {
  return {
    setHold({ reason, tickets }, approval) {
      if (!hasSupervisor(port, approval, { act: 'setHold', reason, tickets }))
        return err({ kind: 'not-allowed' });
      // Nobody in practice is somebody whom a hold is about.
      const open = port.kiosk.isPracticing() ? [] : port.vault.open();
      if (tickets?.some((ticket) => !open.some((row) => row.ticket === ticket)) === true) {
        return err({ kind: 'no-such-ticket' });
      }
      const by = actorOf(port, approval);
      const frozen = tickets === null ? open : open.filter(({ ticket }) => tickets.includes(ticket));
      const scope = tickets === null ? 'all' : 'tickets';
      const hold = standingHold(port, {
        scope,
        reason,
        by: by.name,
        applications: frozen.map(({ id }) => id),
      });
      const named = open.filter(({ id }) => isNamedBy(port, hold.identifier, id));
      try {
        enterHold(port, hold, named, by.member);
      } catch (error) {
        // Not that nothing was changed: it stands.
        if (asDiskRefusal(error) !== null) return err({ kind: 'hold-not-entered' });
        throw error;
      } finally {
        // Where the disk takes no entry, what is frozen is off the screens all the same.
        for (const row of named) freeze(port.held, row);
        port.screens.refresh();
      }
      return ok({});
    },
    async liftHold({ hold }, approval) {
      if (!covers(approval, { act: 'liftHold', hold })) return err({ kind: 'not-allowed' });
      if (port.holds.find(hold) === null) return err({ kind: 'no-such-hold' });
      const by = actorOf(port, approval).member;
      const second = secondOf(approval).member;
      const stopped = stoppedWipes(port).length;
      const kept = port.vault.open().filter(({ id }) => port.holds.verdict(id, null).kind !== 'free');
      let [goOn, at] = [0, 0];
      // Both entries or none: at the next start erasures that this hold had stopped would go on without theirs.
      port.outbox.record(({ utc }) => {
        port.holds.lift(hold);
        at = utc;
        goOn = stopped - stoppedWipes(port).length;
        return [
          { kind: 'hold-lifted', utc, hold, by, second },
          ...entriesOfStopped('wipe-continued', goOn, hold, utc),
        ];
      });
      const goingOn = goOn > 0 ? port.held.wipes.retry() : Promise.resolve();
      try {
        // What would have ended meanwhile does so now: nobody goes on with it until the timer comes round, or a printer answers.
        port.held.endingRound.now();
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
      port.outbox.record(({ utc }) => {
        port.holds.resume(hold, reference);
        return {
          kind: 'intake-resumed',
          utc,
          hold,
          by,
          reference: createHash('sha256').update(reference).digest('hex'),
        };
      });
      port.screens.refresh();
      return ok({});
    },
  };
}

/**
 * Sets a hold, first and alone: from this transaction on nothing of it expires or is wiped, whatever fails after it. One that
 * was set so and could not be entered in the ledger is this one.
 */
function standingHold(port: HoldPort, asked: Omit<NewHold, 'since'>): Hold {
  const begun = unenteredHold(port, asked);
  if (begun !== null) return begun;
  const hold = port.holds.find(port.holds.set({ ...asked, since: port.outbox.now().utc }));
  if (hold === null) throw new Error('a hold that was set is not there');
  return hold;
}

/**
 * Seals the keys of what a hold keeps, and enters in the ledger that it was set. `named`: the open applications that it froze.
 * @throws where the disk takes no entry: the hold stands, and setting it once more comes here again.
 */
function enterHold(
  port: HoldPort,
  { identifier, scope, reason, since, frozen }: Hold,
  named: KeptByHold['frozen'],
  by: MemberId,
): void {
  const stops = scope === 'all' && !isStoppedByOther(port, identifier);
  const stopped = stops ? stoppedWipes(port) : [];
  const sealed = port.sealKeys(identifier, { frozen: named, stopped });
  // Of those that it froze, one may be gone by now: a power cut took it with its key, which was in memory.
  const kept = frozen + stopped.length;
  port.outbox.record(() => [
    {
      ...{ kind: 'hold-set', utc: since, by, hold: identifier, scope, reason },
      applications: roundFigure(kept),
      sealed: roundFigure(sealed),
      unsealed: roundFigure(kept - sealed),
    },
    ...entriesOfStopped('wipe-stopped', stopped.length, identifier, since),
  ]);
}

function entriesOfStopped(
  kind: 'wipe-stopped' | 'wipe-continued',
  wipes: number,
  hold: HoldId,
  utc: number,
): readonly LedgerEntry[] {
  return wipes === 0 ? [] : [{ kind, utc, hold, applications: roundFigure(wipes) }];
}

/** Whoever has it open is turned away from it: it is kept as it is. */
function freeze({ occupants, sessionReplacement }: HeldWork, { id, ticket }: OpenApplicationRow): void {
  const occupant = occupantOf(occupants, id);
  if (occupant === null || occupant.finishing || occupant.leaving) return;
  occupant.leaving = true;
  void sessionReplacement.putAside(occupant, id, { kind: 'held', ticket });
}
