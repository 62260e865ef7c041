import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { occupantOf } from '../applications/occupants.ts';
import {
  type EndUnfinishedPort,
  endUnfinished,
  type UnfinishedPort,
  unfinished,
} from '../endings/end-unfinished.ts';
import { type LeaveHeldPort, leaveHeld } from './leave-held.ts';

/** What ending what nobody is before needs of the kiosk. */
export type EndUnattendedPort = EndUnfinishedPort & UnfinishedPort & LeaveHeldPort;

/**
 * Ends an application whose resident went without a word, as one whose time is over; what a hold keeps is taken off the
 * screen, if it is on it. False: neither is possible now. @throws where the disk does not take it.
 */
export function endUnattended(port: EndUnattendedPort, application: ApplicationId): boolean {
  // Its time by the policy may be over as well.
  if (!port.vault.open().some(({ id }) => id === application)) return true;
  if (port.holds.verdict(application, null).kind !== 'free') {
    const occupant = occupantOf(port.occupants, application);
    if (occupant !== null) leaveHeld(port, occupant, application, 'expired');
    return true;
  }
  if (!unfinished(port, 'policy-expired').some(({ id }) => id === application)) return false;
  endUnfinished(port, application, 'policy-expired');
  return true;
}
