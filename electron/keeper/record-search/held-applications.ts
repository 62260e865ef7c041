import type { ApplicationToSearch } from '../../../shared/contract/command/record-search.ts';
import type { ApplicationId, Ticket } from '../../../shared/contract/ids.ts';
import type { KeyReader } from '../custody/custody.ts';
import type { ApplicationRow } from '../vault/rows.ts';

/** What looking through all applications needs of the kiosk. */
export interface HeldApplicationsPort {
  readonly vault: {
    open(): readonly { readonly id: ApplicationId }[];
    find(application: ApplicationId): ApplicationRow | null;
    readonly wipes: { all(): readonly { readonly application: ApplicationId }[] };
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
      readonly application: ApplicationToSearch;
    }
  /** Its key is not to be had here, or not yet. */
  | { readonly kind: 'no-key' }
  /** Its key is destroyed, and its wipe has not come to its end. */
  | { readonly kind: 'being-erased' }
  /** Nothing is left of it: its wipe came to its end since the search began. */
  | { readonly kind: 'erased' };

/** All applications that the kiosk holds, as a search comes to them. */
export interface HeldApplications {
  /** Each that it holds in any way: open, kept by a hold, or being erased. */
  all(): readonly ApplicationId[];
  /**
   * How many of them there are to open, and how many whose key is not to be had, with none opened; those that have lost
   * their key are neither.
   */
  count(): { readonly applications: number; readonly unsearchable: number };
  /**
   * What there is of one. One whose wipe stands still (a legal hold stopped it) is held like any other as long as its key
   * exists; and one may begin to be erased, or be gone, since the search began.
   */
  lookAt(id: ApplicationId): HeldApplication;
}

/** Those of one vault and its keys. */
export function createHeldApplications({ vault, custody }: HeldApplicationsPort): HeldApplications {
  const wiped = (): readonly ApplicationId[] => vault.wipes.all().map(({ application }) => application);
  const all = (): readonly ApplicationId[] => [...new Set([...vault.open().map(({ id }) => id), ...wiped()])];
  return {
    all,
    count() {
      const isOpen = new Set(vault.open().map(({ id }) => id));
      const isKeyed = (id: ApplicationId): boolean => custody.open(id).ok;
      const held = all();
      const applications = held.filter(isKeyed).length;
      const unsearchable = held.filter((id) => !isKeyed(id) && (isOpen.has(id) || custody.has(id))).length;
      return { applications, unsearchable };
    },
    lookAt(id) {
      const key = custody.open(id);
      const row = vault.find(id);
      if (row !== null && key.ok) {
        const { ticket, day, answers, card } = row;
        return { kind: 'sealed', ticket, day, application: { id, key: key.value, answers, card } };
      }
      const isWiped = wiped().includes(id);
      // A key whose slot is not proven overwritten may still be there.
      if (custody.has(id) || (row !== null && !isWiped)) return { kind: 'no-key' };
      return { kind: isWiped ? 'being-erased' : 'erased' };
    },
  };
}
