import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { Occupant } from '../applications/occupants.ts';
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
 * screen. False: neither is possible now. @throws where the disk does not take it.
 */
export function endUnattended(
  port: EndUnattendedPort,
  occupant: Occupant,
  application: ApplicationId,
): boolean {
  if (port.holds.verdict(application, null).kind !== 'free') {
    leaveHeld(port, occupant, application, 'expired');
    return true;
  }
  if (!unfinished(port, 'policy-expired').some(({ id }) => id === application)) return false;
  endUnfinished(port, application, 'policy-expired');
  return true;
}
