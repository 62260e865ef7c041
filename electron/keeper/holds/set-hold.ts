import type { Answer, InputOf } from '../../../shared/contract/declare.ts';
import type { HoldId, MemberId } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { roundFigure } from '../../../shared/ledger/rounding.ts';
import { err, ok } from '../../../shared/result.ts';
import { occupantOf } from '../applications/occupants.ts';
import { asDiskRefusal } from '../database/open-failure.ts';
import type { Actor } from '../staff/actor.ts';
import type { OpenApplicationRow } from '../vault/rows.ts';
import type { Hold, NewHold } from './hold.ts';
import type { HeldWork, HoldPort } from './hold-port.ts';
import type { KeptByHold } from './seal-keys.ts';
import { isNamedBy, isStoppedByOther, unenteredHold } from './unentered-hold.ts';
import { stoppedByHolds } from './verdict.ts';

/** Sets a legal hold at once, in the name of one supervisor. */
export function setHold(
  port: HoldPort,
  by: Actor,
  { reason, tickets }: InputOf<typeof keeperCalls, 'setHold'>,
): Answer<Record<string, never>> {
  // Nobody in practice is somebody whom a hold is about.
  const open = port.kiosk.isPracticing() ? [] : port.vault.open();
  if (tickets?.some((ticket) => !open.some((row) => row.ticket === ticket)) === true) {
    return err({ kind: 'no-such-ticket' });
  }
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
  const stopped = stops ? stoppedByHolds(port) : [];
  const sealed = port.sealKeys(identifier, { frozen: named, stopped });
  // Of those that it froze, one may be gone by now: a power cut took it with its key, which was in memory.
  const kept = frozen + stopped.length;
  const entry = {
    ...({ kind: 'hold-set', utc: since, by, hold: identifier, scope, reason } as const),
    applications: roundFigure(kept),
    sealed: roundFigure(sealed),
    unsealed: roundFigure(kept - sealed),
  };
  // Where files do not fit the ledger gets nothing: with the right vault put back, the hold would be gone.
  if (port.held.filesFit.isLedgerClosed()) port.held.holdsBeside.note(entry);
  port.outbox.record(() => [entry, ...entriesOfStopped('wipe-stopped', stopped.length, identifier, since)]);
}

/** What the ledger gets of erasures that a hold stops, or lets go on. */
export function entriesOfStopped(
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
