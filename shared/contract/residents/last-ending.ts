import { z } from 'zod';
import { custodyKind } from '../custody.ts';
import { feeReceipt } from '../fee-receipt.ts';
import { ticket } from '../ids.ts';
import { receipt, wipeResult } from '../receipt.ts';
import { residentLanguage, residentLook } from './resident-acts.ts';

/** How the end of an application stands. */
const erasure = [
  /** A wipe is under way: "start" stays disabled until it has ended. */
  z.object({ kind: z.literal('erasing') }),
  z.object({
    kind: z.literal('ended'),
    receipt,
    /** From the last act to the end of record and session; null: it began under a keeper that is gone. */
    milliseconds: z.number().int().min(0).nullable(),
    /** What the fee receipt says, where a fee was due; null also when this keeper never knew. */
    fee: feeReceipt.nullable(),
  }),
  /** Record and processes are gone; the printer's side is still to be proven clean, and is tried again. */
  z.object({ kind: z.literal('print-side-open'), result: wipeResult }),
  /** A supervisor closed a wipe that could not be proven. There is no receipt. */
  z.object({ kind: z.literal('closed') }),
  /** A legal hold keeps the application as it is. */
  z.object({ kind: z.literal('held'), ticket }),
] as const;

/** How long an application is there that was set aside with a ticket, as far as anybody knows then. */
const ticketWaits = z.object({
  /**
   * The minute in which the policy ends it, in epoch milliseconds by the clock on the wall, and never a later one; null: a legal
   * hold keeps it.
   */
  until: z.number().int().nullable(),
  /** Where its key is. In memory: it ends with the keeper as well. */
  custody: custodyKind,
});
export type TicketWaits = z.infer<typeof ticketWaits>;

/** What became of an application: where its end stands now. */
const becameOf = z.discriminatedUnion('kind', [...erasure]);
export type BecameOf = z.infer<typeof becameOf>;

/**
 * A resident answered all and has this number: the application is set aside for the clerk. Its language and look are
 * all that goes over from that session; they end with the screen that tells this.
 */
const withTicket = z.object({
  kind: z.literal('ticket'),
  ticket,
  language: residentLanguage,
  look: residentLook,
  waits: ticketWaits,
});

/**
 * An application ended, or was taken off the screen, while a resident had it. `outcome`: `withdrawn`: the resident left;
 * `expired`: nobody touched the screen, or its time by the policy was over; `called-off`: the office ended it. Whether it is
 * really gone says `became`: under a legal hold it is not. Of language and look as above.
 */
const left = z.object({
  kind: z.literal('left'),
  language: residentLanguage,
  look: residentLook,
  outcome: z.enum(['withdrawn', 'expired', 'called-off']),
  became: becameOf,
});

const none = z.object({ kind: z.literal('none') });

/** What a resident is told, of their own application. */
export const residentsEnding = z.discriminatedUnion('kind', [none, withTicket, left]);
export type ResidentsEnding = z.infer<typeof residentsEnding>;

/** What became of the application in the session that this one replaced; nothing of any other is told here. */
export const lastEnding = z.discriminatedUnion('kind', [
  none,
  /** The clerk put an application aside; nothing was wiped. */
  z.object({ kind: z.literal('put-aside'), ticket }),
  /** A session died and this one took its place. `lost` would be a defect: fields commit on change. */
  z.object({ kind: z.literal('replaced') }),
  withTicket,
  left,
  ...erasure,
]);
export type LastEnding = z.infer<typeof lastEnding>;

/** An application of this kiosk's last session is still being erased: nobody new begins. */
export function isErasing(ending: LastEnding): boolean {
  return ending.kind === 'erasing' || (ending.kind === 'left' && ending.became.kind === 'erasing');
}
