import type { ApplicationId, Ticket } from '../../../shared/contract/ids.ts';
import type { HandedBack } from '../../../shared/contract/residents/resident-acts.ts';
import type { Session } from '../sessions/session.ts';
import type { Occupant, Occupants } from './occupants.ts';

/** What the death of a session needs of the kiosk. */
export interface SessionDeathPort {
  readonly occupants: Occupants;
  readonly vault: {
    find(application: ApplicationId): { readonly ticket: Ticket } | null;
    findByTicket(ticket: Ticket): { readonly id: ApplicationId } | null;
  };
  readonly sessionEndings: { giveUpSearch(application: ApplicationId): void };
  readonly recordSearches: { forget(occupant: Occupant): void };
  readonly endings: { sessionDied(session: { readonly occupied: boolean }): void };
  readonly startScreen: { offered(): Ticket | null; offer(ticket: Ticket | null): void };
  readonly staff: { handedBack(): HandedBack | null };
}

/**
 * A session died by itself. Its application is still open in the vault, and is offered on the fresh screen; or its wipe goes
 * on without it. `onScreen`: it was the one on the screen; the application that it had, or was offered and had not opened.
 */
export function afterDeath(
  port: SessionDeathPort,
  { session, wasShown }: { readonly session: Session; readonly wasShown: boolean },
  onScreen: (application: ApplicationId | null) => void,
): void {
  const { occupants, vault, endings, startScreen } = port;
  const occupant = occupants.get(session.token);
  const application = occupant?.application ?? null;
  if (occupant !== undefined && application !== null && occupant.finishing) {
    // It stays an occupant: the wipe itself has to prove that its processes and its folder are gone.
    port.sessionEndings.giveUpSearch(application);
    return;
  }
  if (occupant !== undefined) port.recordSearches.forget(occupant);
  // Its end is under way, and what it knew is set aside: the fresh screen tells that, and offers it to nobody.
  if (occupant?.leaving === true) return;
  occupants.delete(session.token);
  if (!wasShown) return;
  endings.sessionDied({ occupied: application !== null });
  const offered = application === null ? startScreen.offered() : null;
  // Behind a lock no session opens what is offered: it stays so for whoever has the screen back.
  if (offered !== null && port.staff.handedBack() !== null) return;
  startScreen.offer(application === null ? null : (vault.find(application)?.ticket ?? null));
  // A session that has not even opened what it was offered is the second that it has brought down.
  const unopened = offered === null ? null : vault.findByTicket(offered);
  onScreen(application ?? unopened?.id ?? null);
}
