import type { Ticket } from '../../../shared/contract/ids.ts';

/** The ticket that the next start screen opens by itself; null: none, or it has ended meanwhile. */
export interface OpenAgain {
  readonly ticket: Ticket | null;
  set(ticket: Ticket | null): void;
}

/** That of one keeper. What has ended keeps nobody from the screen. */
export function createOpenAgain(vault: { findByTicket(ticket: Ticket): unknown }): OpenAgain {
  let next: Ticket | null = null;
  return {
    get ticket() {
      return next !== null && vault.findByTicket(next) !== null ? next : null;
    },
    set(ticket) {
      next = ticket;
    },
  };
}
