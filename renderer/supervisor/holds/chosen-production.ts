import type { Recipient } from '../../../shared/contract/command/production.ts';
import type { Ticket } from '../../../shared/contract/ids.ts';

/** One application and to whom, as it was chosen and checked. */
export interface ChosenProduction {
  readonly ticket: Ticket;
  /** That gave it its ticket, ISO 8601. */
  readonly day: string;
  readonly recipient: Recipient;
  /** Of the recipient's key, in groups. */
  readonly fingerprint: string;
}
