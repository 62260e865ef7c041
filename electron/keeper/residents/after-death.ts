import type { ApplicationId, Ticket } from '../../../shared/contract/ids.ts';
import type { LastEnding } from '../../../shared/contract/residents/last-ending.ts';
import type { ResidentSetting } from '../../../shared/contract/residents/resident-acts.ts';
import type { ResidentScreen } from './resident-screen.ts';
import { type TicketToldPort, ticketTold } from './ticket-told.ts';
import type { WaitingForClerk } from './waiting-for-clerk.ts';

/** What the death of a resident's session needs of the kiosk. */
export interface AfterDeathPort extends TicketToldPort {
  readonly residentScreen: Pick<ResidentScreen, 'language' | 'sessionDied' | 'leaveBehind'>;
  readonly staff: { lock(): void };
  readonly waitingForClerk: Pick<WaitingForClerk, 'add'>;
  readonly kiosk: { forResidents(): { readonly setting: ResidentSetting } };
  readonly startScreen: { offered(): Ticket | null };
  readonly endings: {
    leftOpen(application: ApplicationId, told: Extract<LastEnding, { kind: 'ticket' }>): void;
  };
}

/**
 * The session on the screen died while a resident had it. The fresh one opens the application again by itself. One that has
 * brought down two is not offered any more: its resident gets the number under which a clerk finds it, and at a counter the
 * clerk is there. If nobody touches the screen that tells the number, nobody has it, and the application ends like any that
 * nobody is before.
 */
export function afterDeathWithResident(port: AfterDeathPort, application: ApplicationId | null): void {
  const { residentScreen, staff, kiosk, vault, startScreen, endings } = port;
  const language = residentScreen.language();
  if (language === null) return;
  residentScreen.sessionDied();
  if (application === null || startScreen.offered() !== null) return;
  if (kiosk.forResidents().setting === 'counter') staff.lock();
  else if (vault.stored(application) !== null) {
    port.waitingForClerk.add(application);
    endings.leftOpen(application, ticketTold(port, application, language));
    residentScreen.leaveBehind(application);
  }
}
