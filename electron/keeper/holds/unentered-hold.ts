import type { ApplicationId, HoldId } from '../../../shared/contract/ids.ts';
import type { EntryKindName, LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { Hold, NewHold } from './hold.ts';
import type { CoveringHold } from './verdict.ts';

/** What finding a hold that is not in the ledger needs of the kiosk. */
export interface UnenteredHoldPort {
  readonly vault: { open(): readonly { readonly id: ApplicationId }[] };
  readonly holds: {
    all(): readonly Hold[];
    covering(application: ApplicationId): readonly CoveringHold[];
  };
  readonly outbox: { has(kind: EntryKindName, is: (entry: LedgerEntry) => boolean): boolean };
}

/** Whether the ledger has, or will have, that this hold was set. */
function isEntered({ outbox }: UnenteredHoldPort, hold: HoldId): boolean {
  return outbox.has('hold-set', (entry) => entry.kind === 'hold-set' && entry.hold === hold);
}

/** Whether this hold names this application: it was open when the hold was set. */
export function isNamedBy({ holds }: UnenteredHoldPort, hold: HoldId, application: ApplicationId): boolean {
  return holds
    .covering(application)
    .some(({ hold: { identifier }, sealed }) => identifier === hold && sealed !== null);
}

/**
 * The hold that was to be set exactly so, by the same supervisor, and stands without its entry: a hold stands from a transaction
 * of its own, and the disk failed, or the power, before the next. Null: there is none.
 */
export function unenteredHold(
  port: UnenteredHoldPort,
  { scope, reason, by, applications }: Omit<NewHold, 'since'>,
): Hold | null {
  // One that took what was open then is not one for what is open now: that began since would be frozen by nothing.
  const isSame = ({ identifier }: Hold): boolean => {
    const named = port.vault.open().filter(({ id }) => isNamedBy(port, identifier, id));
    return named.length === applications.length && named.every(({ id }) => applications.includes(id));
  };
  const found = port.holds.all().find(
    (hold) =>
      hold.scope === scope &&
      hold.reason === reason &&
      hold.set_by === by &&
      // Whoever let intake go on under it had read it in the list, and asks for another one now.
      hold.reference === null &&
      isSame(hold) &&
      !isEntered(port, hold.identifier),
  );
  return found ?? null;
}

/** Whether erasures that stand still are entered as what another hold stopped: each is entered once. */
export function isStoppedByOther(port: UnenteredHoldPort, hold: HoldId): boolean {
  return port.holds
    .all()
    .some(({ identifier, scope }) => identifier !== hold && scope === 'all' && isEntered(port, identifier));
}
