import type { RecordSearchStatus } from '../../../shared/contract/command/record-search.ts';
import type { Occupant, Occupants } from '../applications/occupants.ts';

/** What ending a search's session needs of the kiosk. */
export interface LeaveSearchPort {
  readonly recordSearches: {
    statusOf(occupant: Occupant): RecordSearchStatus | null;
    forget(occupant: Occupant): void;
  };
  readonly sessionReplacement: { leave(occupant: Occupant): Promise<void> };
}

/** Ends the session of a search, and with it all that knew the name. False: no search is in it, or it ends already. */
export function leaveSearch(
  { recordSearches, sessionReplacement }: LeaveSearchPort,
  occupant: Occupant,
): boolean {
  if (occupant.leaving || recordSearches.statusOf(occupant) === null) return false;
  occupant.leaving = true;
  recordSearches.forget(occupant);
  void sessionReplacement.leave(occupant);
  return true;
}

/** What ending the searches that nobody is before needs of the kiosk. */
export interface ForsakenSearchesPort extends LeaveSearchPort {
  readonly recordSearches: LeaveSearchPort['recordSearches'] & { isOverdue(occupant: Occupant): boolean };
  readonly occupants: Occupants;
  readonly staff: { signedIn(): unknown; screenLocked(): boolean };
}

/** Ends the searches that nobody is before: the screen is locked, nobody is signed in, or their time is up. */
export function leaveForsakenSearches(port: ForsakenSearchesPort): void {
  const isForsaken = port.staff.signedIn() === null || port.staff.screenLocked();
  for (const occupant of [...port.occupants.values()])
    if (isForsaken || port.recordSearches.isOverdue(occupant)) leaveSearch(port, occupant);
}
