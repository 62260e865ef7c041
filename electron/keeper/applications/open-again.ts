import type { Ticket } from '../../../shared/contract/ids.ts';

/** The ticket that the next start screen opens by itself; null: none. */
export interface OpenAgain {
  readonly ticket: Ticket | null;
  set(ticket: Ticket | null): void;
}

/** That of one keeper. */
export function createOpenAgain(): OpenAgain {
  let next: Ticket | null = null;
  return {
    get ticket() {
      return next;
    },
    set(ticket) {
      next = ticket;
    },
  };
}
