import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { type Occupants, occupantOf } from '../applications/occupants.ts';
import type { AskHolds } from '../holds/verdict.ts';
import { type LeaveHeldPort, leaveHeld } from './leave-held.ts';

/** What ending what nobody is before needs of the kiosk. */
export interface EndUnattendedPort extends LeaveHeldPort {
  readonly vault: LeaveHeldPort['vault'] & { openIds(): readonly ApplicationId[] };
  readonly holds: { readonly verdict: AskHolds };
  readonly occupants: Occupants;
  readonly unfinishedEndings: { endIfMay(application: ApplicationId, ending: 'policy-expired'): boolean };
}

/**
 * Ends an application whose resident went without a word, as one whose time is over; what a hold keeps is taken off the
 * screen, if it is on it. False: neither is possible now. @throws where the disk does not take it.
 */
export function endUnattended(port: EndUnattendedPort, application: ApplicationId): boolean {
  // Its time by the policy may be over as well.
  if (!port.vault.openIds().includes(application)) return true;
  if (port.holds.verdict(application, null).kind === 'free')
    return port.unfinishedEndings.endIfMay(application, 'policy-expired');
  const occupant = occupantOf(port.occupants, application);
  if (occupant !== null) leaveHeld(port, occupant, application, 'expired');
  return true;
}
