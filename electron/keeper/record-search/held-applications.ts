import type { RecordSearchOrder } from '../../../shared/contract/command/record-search.ts';
import type { ApplicationId, Ticket } from '../../../shared/contract/ids.ts';
import type { KeyReader } from '../custody/custody.ts';
import type { ApplicationRow, OpenApplicationRow, WipeRow } from '../vault/rows.ts';

/** What looking through all applications needs of the kiosk. */
export interface HeldApplicationsPort {
  readonly vault: {
    open(): readonly Pick<OpenApplicationRow, 'id'>[];
    find(application: ApplicationId): ApplicationRow | null;
    readonly wipes: { all(): readonly Pick<WipeRow, 'application'>[] };
  };
  readonly custody: KeyReader & { has(application: ApplicationId): boolean };
}

/** An application at the moment when a search comes to it. */
export type HeldApplication =
  | {
      readonly kind: 'sealed';
      readonly ticket: Ticket;
      /** Of the ticket, as the vault has it: ISO 8601. */
      readonly day: string;
      readonly application: NonNullable<RecordSearchOrder['application']>;
    }
  /** Its key is not to be had here, or not yet. */
  | { readonly kind: 'no-key' }
  /** Its key is destroyed, and its wipe has not come to its end. */
  | { readonly kind: 'being-erased' }
  /** Nothing is left of it: its wipe came to its end since the search began. */
  | { readonly kind: 'erased' };

/** Every application that the kiosk holds in any way: open, kept by a hold, or being erased. */
export function heldApplications({ vault }: HeldApplicationsPort): readonly ApplicationId[] {
  const wiped = vault.wipes.all().map(({ application }) => application);
  return [...new Set([...vault.open().map(({ id }) => id), ...wiped])];
}

/**
 * How many of them there are to open, and how many whose key is not to be had, with none opened; those that have lost
 * their key are neither.
 */
export function countHeld(port: HeldApplicationsPort): {
  readonly applications: number;
  readonly unsearchable: number;
} {
  const all = heldApplications(port);
  const isOpen = new Set(port.vault.open().map(({ id }) => id));
  const isKeyed = (id: ApplicationId): boolean => port.custody.open(id).ok;
  const applications = all.filter(isKeyed).length;
  const unsearchable = all.filter((id) => !isKeyed(id) && (isOpen.has(id) || port.custody.has(id))).length;
  return { applications, unsearchable };
}

/**
 * What there is of one. One whose wipe stands still (a legal hold stopped it) is held like any other as long as its key
 * exists; and one may begin to be erased, or be gone, since the search began.
 */
export function lookAt({ vault, custody }: HeldApplicationsPort, id: ApplicationId): HeldApplication {
  const key = custody.open(id);
  const row = vault.find(id);
  if (row !== null && key.ok) {
    const { ticket, day, answers, card } = row;
    return { kind: 'sealed', ticket, day, application: { id, key: key.value, answers, card } };
  }
  const isWiped = vault.wipes.all().some(({ application }) => application === id);
  // A key whose slot is not proven overwritten may still be there.
  if (custody.has(id) || (row !== null && !isWiped)) return { kind: 'no-key' };
  return { kind: isWiped ? 'being-erased' : 'erased' };
}
