import type { ApplicationId, Ticket } from '../../../shared/contract/ids.ts';
import type { ResidentSetting } from '../../../shared/contract/residents/resident-acts.ts';
import type { ResidentReader } from '../../../shared/residents/look.ts';
import type { ClerkQueue, ToldTicket } from './clerk-queue.ts';

/** What the death of a resident's session needs of the kiosk. */
export interface AfterDeathPort {
  readonly residentScreen: {
    reader(): ResidentReader | null;
    sessionDied(): void;
    leaveBehind(application: ApplicationId): void;
  };
  readonly staff: { lock(): void };
  readonly kiosk: { forResidents(): { readonly setting: ResidentSetting } };
  readonly vault: { stored(application: ApplicationId): unknown };
  readonly startScreen: { offered(): Ticket | null };
  readonly clerkQueue: ClerkQueue;
  readonly endings: { leftOpen(application: ApplicationId, told: ToldTicket): void };
}

/**
 * The session on the screen died while a resident had it. The fresh one opens the application again by itself. One that has
 * brought down two is not offered any more: its resident gets the number under which a clerk finds it, and at a counter the
 * clerk is there. If nobody touches the screen that tells the number, nobody has it, and the application ends like any that
 * nobody is before.
 */
export function afterDeathWithResident(port: AfterDeathPort, application: ApplicationId | null): void {
  const { residentScreen, staff, kiosk, vault, startScreen, clerkQueue, endings } = port;
  const reader = residentScreen.reader();
  if (reader === null) return;
  residentScreen.sessionDied();
  if (application === null || startScreen.offered() !== null) return;
  if (kiosk.forResidents().setting === 'counter') staff.lock();
  else if (vault.stored(application) !== null) {
    endings.leftOpen(application, clerkQueue.join(application, reader));
    residentScreen.leaveBehind(application);
  }
}
