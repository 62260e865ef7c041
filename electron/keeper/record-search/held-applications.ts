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
      readonly application: NonNullable<RecordSearchOrder['application']>;
    }
  /** Its key is not to be had here, or not yet. */
  | { readonly kind: 'no-key' }
  /** Its key is destroyed. */
  | { readonly kind: 'being-erased' };

/** Every application that the kiosk holds in any way: open, kept by a hold, or being erased. */
export function heldApplications({ vault }: HeldApplicationsPort): readonly ApplicationId[] {
  const wiped = vault.wipes.all().map(({ application }) => application);
  return [...new Set([...vault.open().map(({ id }) => id), ...wiped])];
}

/**
 * What there is of one. One whose wipe stands still (a legal hold stopped it) is held like any other as long as its key
 * exists; and one may begin to be erased, or be gone, since the search began.
 */
export function lookAt({ vault, custody }: HeldApplicationsPort, id: ApplicationId): HeldApplication {
  const key = custody.open(id);
  const row = vault.find(id);
  if (row !== null && key.ok) {
    const { ticket, answers, card } = row;
    return { kind: 'sealed', ticket, application: { id, key: key.value, answers, card } };
  }
  const isOpen = row !== null && vault.wipes.all().every(({ application }) => application !== id);
  // A key whose slot is not proven overwritten may still be there.
  return isOpen || custody.has(id) ? { kind: 'no-key' } : { kind: 'being-erased' };
}
