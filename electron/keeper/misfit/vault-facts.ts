import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { StaffRole } from '../../../shared/contract/status.ts';
import type { Database } from '../database/open-database.ts';
import { lastTimeIn } from '../expiry/kiosk-time-row.ts';
import type { Hold } from '../holds/hold.ts';
import { type HeldApplication, heldIn, holdsIn, sealedByHolds } from '../holds/holds.ts';
import type { LedgerPosition } from '../ledger/verdict.ts';
import { type Pending, pendingIn } from '../outbox/pending-entries.ts';
import { printerHashIn } from '../printing/chosen-printer.ts';
import { type KeptRibbon, ribbonsIn } from '../ribbons/ribbons.ts';
import { membersIn } from '../staff/member-rows.ts';
import { isConfirmed } from '../staff/second-person.ts';
import { type LockedOut, lockOutsIn } from '../staff/sign-in-attempts.ts';
import type { WipeRow } from '../vault/rows.ts';
import type { Vault } from '../vault/vault.ts';

/** What a vault says of what the ledger and the slots know as well. */
export interface VaultFacts {
  readonly custody: CustodyKind | null;
  readonly policy: string | null;
  readonly isPracticing: boolean;
  readonly holds: readonly Hold[];
  readonly held: readonly HeldApplication[];
  readonly staff: readonly {
    readonly member: string;
    readonly role: StaffRole;
    readonly isConfirmed: boolean;
  }[];
  readonly lockOuts: readonly LockedOut[];
  /** When it was last written that time goes on: kiosk time, and the wall clock, in milliseconds. */
  readonly lastTime: { readonly elapsed: number; readonly wall: number } | null;
  /** Hashes of addresses with their salts, as the ledger has them; of nothing where none is chosen. */
  readonly cardPrinter: string;
  readonly paperPrinter: string;
  readonly ribbons: readonly KeptRibbon[];
  /** Every one, also those that are being wiped. */
  readonly applications: readonly ApplicationId[];
  /** Those that are not. */
  readonly open: readonly ApplicationId[];
  /** Open ones with something in them whose key lies in a slot, or did. */
  readonly sealed: readonly ApplicationId[];
  readonly wipes: readonly WipeRow[];
  readonly generation: number;
  readonly knownHead: LedgerPosition | null;
  readonly pending: readonly Pending[];
}

/** Reads a vault: only what is compared, and nothing of anybody's record. */
export function vaultFactsOf(vault: Vault): VaultFacts {
  const { database, kiosk } = vault;
  const identity = kiosk.read();
  return {
    custody: identity?.custody ?? null,
    policy: identity === null ? null : kiosk.toldPolicy(),
    isPracticing: kiosk.isPracticing(),
    holds: holdsIn(database),
    held: heldIn(database),
    staff: staffFactsOf(database),
    lockOuts: lockOutsIn(database),
    lastTime: lastTimeIn(database),
    cardPrinter: printerHashIn(database, 'card'),
    paperPrinter: printerHashIn(database, 'ordinary'),
    ribbons: ribbonsIn(database),
    applications: vault.allIds(),
    open: vault.openIds(),
    sealed: sealedWithContent(vault),
    wipes: vault.wipes.all(),
    generation: kiosk.generation(),
    knownHead: kiosk.knownHead(),
    pending: pendingIn(database),
  };
}

/** Who works here by the vault. */
export function staffFactsOf(database: Database): VaultFacts['staff'] {
  return membersIn(database).map((row) => ({
    member: row.identifier,
    role: row.role,
    isConfirmed: isConfirmed(row),
  }));
}

/** A power cut may come between a row and its key: in such a row there is nothing, and nothing is lost with it. */
function sealedWithContent(vault: Vault): readonly ApplicationId[] {
  const open = new Set(vault.openIds());
  const sealed = new Set([...vault.sealedIds(), ...sealedByHolds(vault.database)]);
  return [...sealed].filter((id) => open.has(id) && vault.hasContent(id));
}

/** Open applications that were begun with a key in a slot, and have nothing in them. */
export function emptySealed(vault: Vault): readonly ApplicationId[] {
  return vault.sealedIds().filter((id) => !vault.hasContent(id));
}
