import { advance, type ReachedState } from '../../../shared/application/lifecycle.ts';
import { dayText } from '../../../shared/calendar.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { SearchOrder } from '../../../shared/contract/keeper.ts';
import type { Desk, Occupant } from './desk.ts';
import { namesOf, namesToFindNowhere } from './names-of.ts';
import { turnAway } from './turn-over.ts';

/** A core that has not reported its search by now never will: the wipe goes on without it and says so. */
const SEARCH_LIMIT_MILLISECONDS = 60_000;

/** A wipe that has begun, and what named its application until then. */
export interface BegunWipe {
  readonly application: ApplicationId;
  readonly names: readonly string[];
}

/**
 * The point of no return: from its transaction on every crash continues the wipe. Nothing outside the vault is
 * touched, so that it may stand in a larger transaction. `ended`: the state in which the lifecycle left the
 * application. @throws where the disk does not take it: then nothing has begun.
 */
export function beginWipe(desk: Desk, application: ApplicationId, ended: ReachedState): BegunWipe {
  const { vault, jobRows } = desk;
  const custody = desk.custody.kindOf(application);
  if (custody === null) throw new Error('an open application has no key');
  const wiping = advance(ended, { kind: 'keeper-began-wipe' });
  if (!wiping.ok || wiping.value.kind !== 'wiping') throw new Error('an application that has not ended');
  const names = namesOf(desk, application);
  const driver = jobRows.of(application).at(-1)?.printer.driver ?? 'virtual';
  const day = dayText(desk.clock.today());
  const began = wiping.value;
  vault.database.transaction(() => {
    jobRows.passOn(application, vault.beginWipe(application, began, { custody, driver, day }));
  })();
  return { application, names };
}

/**
 * Ends an application that is open in a session. The fresh session comes onto the screen while the record dies and
 * the old one, out of sight, searches for what it knows. Answers the folders to search, and what named the
 * application until now.
 */
export async function endInSession(
  desk: Desk,
  occupant: Occupant,
  { application, names }: BegunWipe,
): Promise<SearchOrder> {
  desk.cardLookUp.forget(application);
  occupant.finishing = true;
  desk.endings.began(application);
  // Ordered before the steps, whose writes would keep it waiting (measured: 18 to 61 ms).
  void turnAway(desk, occupant).then(() => desk.broadcast());
  await desk.wipes.begin(application);
  setTimeout(() => giveUpSearch(desk, application), SEARCH_LIMIT_MILLISECONDS).unref();
  const roots = [...desk.about.searchRoots, occupant.session.folder.path];
  return {
    roots,
    names: [...namesToFindNowhere(desk, application, names)],
    days: [...daysOf(desk)],
  };
}

/** The days that stand in the vault as text; in the ledger they do not. Today among them: entries are still to come. */
function daysOf({ vault, clock }: Desk): readonly string[] {
  const wiped = vault.wipes.all().map(({ day }) => day);
  return [...new Set([dayText(clock.today()), vault.kiosk.lastTicket().day, ...vault.days(), ...wiped])];
}

/** Ends an application that no session has open: its values are known nowhere, so nothing can be searched for. */
export async function endUnseen(desk: Desk, { application }: BegunWipe): Promise<void> {
  desk.cardLookUp.forget(application);
  desk.endings.endedUnseen(application);
  await desk.wipes.searched(application, { kind: 'not-searched' });
}

/** Goes on with a wipe whose core cannot search any more. Harmless when the search has been reported. */
export function giveUpSearch(desk: Desk, application: ApplicationId): void {
  // A timer may come after the end of the keeper.
  if (!desk.vault.database.open) return;
  const open = desk.vault.wipes.all().some((row) => row.application === application && row.search === null);
  if (open) void desk.wipes.searched(application, { kind: 'not-searched' });
}
