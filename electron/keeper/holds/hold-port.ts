import type { ApplicationId, HoldId, Ticket } from '../../../shared/contract/ids.ts';
import type { EntryKindName, LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { Occupant, Occupants } from '../applications/occupants.ts';
import type { ActTime, EntryRecorder } from '../outbox/outbox.ts';
import type { ActorsPort } from '../staff/actor.ts';
import type { OpenApplicationRow, WipeRow } from '../vault/rows.ts';
import type { Holds } from './holds.ts';
import type { HoldsBesideVault } from './holds-beside-vault.ts';
import type { KeptByHold } from './seal-keys.ts';

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
  /** Where the files do not fit together it goes on once two people have let the kiosk go on. */
  readonly filesFit: { isClosed(): boolean; isLedgerClosed(): boolean };
  /** Where what is set meanwhile is written down until the ledger has it. */
  readonly holdsBeside: HoldsBesideVault;
  readonly diskLog: { failed(where: string, error: unknown): void };
}
