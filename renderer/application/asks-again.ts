import type { Ticket } from '../../shared/contract/ids.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';

/** Which application was asked for, and what the kiosk had told by then. */
export interface Asked {
  readonly wanted: Ticket;
  /** The status: each is another object. */
  readonly status: object;
}

/**
 * Whether an application is asked for (again). What was not possible at that moment, while another one was still being erased,
 * may be as soon as anything has changed; what is refused for another reason stays so.
 */
export function asksAgain(before: Asked | null, now: Asked, refusal: Refusal | null): boolean {
  if (before === null || before.wanted !== now.wanted) return true;
  return refusal?.kind === 'not-now' && before.status !== now.status;
}
