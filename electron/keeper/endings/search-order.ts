import { type CalendarDate, dayText } from '../../../shared/calendar.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { SearchOrder } from '../../../shared/contract/keeper.ts';
import type { JobRow } from '../printing/job-rows.ts';
import type { WipeRow } from '../vault/rows.ts';
import type { BegunWipe } from './begin-wipe.ts';
import { namesToFindNowhere } from './names-of.ts';

/** What an order to search is made of. */
export interface SearchOrderPort {
  readonly vault: {
    readonly wipes: { all(): readonly WipeRow[]; of(application: ApplicationId): WipeRow };
    readonly kiosk: { lastTicket(): { readonly day: string } };
    days(): readonly string[];
  };
  readonly jobRows: { of(owner: ApplicationId): readonly JobRow[] };
  readonly clock: { today(): CalendarDate };
  /** `searchRoots`: where a search looks besides the session's own folder. */
  readonly facts: { readonly searchRoots: readonly string[] };
}

/** Where the core of a session looks for what it knows and for what named its application, and what it need not look for. */
export function searchOrder(
  port: SearchOrderPort,
  { application, names }: BegunWipe,
  folder: { readonly path: string },
): SearchOrder {
  return {
    roots: [...port.facts.searchRoots, folder.path],
    names: [...namesToFindNowhere(port, application, names)],
    days: [...daysOf(port)],
  };
}

/** The days that stand in the vault as text; in the ledger they do not. Today among them: entries are still to come. */
function daysOf({ vault, clock }: SearchOrderPort): readonly string[] {
  const wiped = vault.wipes.all().map(({ day }) => day);
  return [...new Set([dayText(clock.today()), vault.kiosk.lastTicket().day, ...vault.days(), ...wiped])];
}
