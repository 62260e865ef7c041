import type { ApplicationId, Ticket } from '../../../shared/contract/ids.ts';

/** The ticket that the next start screen opens by itself; null: none, or it has ended meanwhile. */
export interface OpenAgain {
  readonly ticket: Ticket | null;
  /** The application with this ticket. */
  readonly application: ApplicationId | null;
  set(ticket: Ticket | null): void;
}

/** That of one keeper. What has ended keeps nobody from the screen. */
export function createOpenAgain(vault: {
  findByTicket(ticket: Ticket): { readonly id: ApplicationId } | null;
}): OpenAgain {
  let next: Ticket | null = null;
  const application = (): ApplicationId | null =>
    next === null ? null : (vault.findByTicket(next)?.id ?? null);
  return {
    get ticket() {
      return application() === null ? null : next;
    },
    get application() {
      return application();
    },
    set(ticket) {
      next = ticket;
    },
  };
}
