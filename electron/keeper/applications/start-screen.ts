import type { ApplicationId, Ticket } from '../../../shared/contract/ids.ts';
import type { Session } from '../sessions/session.ts';
import type { Occupant } from './occupants.ts';
import type { OpenAgain } from './open-again.ts';

/** Whether an application may be begun or opened on the screen, and which one is opened there by itself. */
export interface StartScreen {
  /** Only by the session on the screen, only once in its life, and only when nothing is being erased. */
  mayBegin(occupant: Occupant): boolean;
  /** An application was opened in this session: the start screen is gone, and with it what it said of the one before. */
  left(session: Session): void;
  /**
   * The ticket that the next start screen opens by itself; null: none. An application that was opened so and brought its
   * session down again waits in the list, or each session after it would go the same way.
   */
  offer(ticket: Ticket | null): void;
  offered(): Ticket | null;
  /** The application with that ticket. */
  offeredApplication(): ApplicationId | null;
}

/** What the start screen needs of the keeper. */
export interface StartScreenPort {
  readonly pool: { shown(): Session | null };
  /** By the wipe rows, not by what the screen shows of them. */
  readonly wipes: { busy(): boolean };
  readonly endings: { over(): void };
  readonly screens: { refresh(): void };
  readonly openAgain: OpenAgain;
  readonly staff: { withdrawApproval(token: string): void };
}

/** The start screen of one keeper. */
export function createStartScreen({
  pool,
  wipes,
  endings,
  screens,
  openAgain,
  staff,
}: StartScreenPort): StartScreen {
  /** The one that was opened by itself, as long as nothing else is. */
  let opened: Ticket | null = null;
  return {
    mayBegin: (occupant) => !occupant.used && pool.shown() === occupant.session && !wipes.busy(),
    left({ token }) {
      // What was approved on this screen was approved of what stood there before.
      staff.withdrawApproval(token);
      opened = openAgain.ticket;
      openAgain.set(null);
      endings.over();
      screens.refresh();
    },
    offer(ticket) {
      openAgain.set(ticket === opened ? null : ticket);
    },
    offered: () => openAgain.ticket,
    offeredApplication: () => openAgain.application,
  };
}
