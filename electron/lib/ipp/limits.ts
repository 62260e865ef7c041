/**
 * What a printer may take and send. It stands on a network of its own at best: whatever answers there is not
 * trusted with this process's time or memory.
 */
export interface IppLimits {
  /** Milliseconds until connected, with TLS until its handshake is done. */
  readonly connectMs: number;
  /** Milliseconds from the written request to the end of the reply's headers. Not for calls that carry a document. */
  readonly headMs: number;
  /** Milliseconds for a whole call without a document, from connected to the last byte of the reply. */
  readonly callMs: number;
  /** Milliseconds from the answer to a document until the printer has closed the connection. */
  readonly closeMs: number;
  /** Bytes of an HTTP head, and of what may trail a body. */
  readonly headBytes: number;
  /** Bytes of a reply's body. */
  readonly replyBytes: number;
}

export const DEFAULT_LIMITS: IppLimits = {
  // A printer that sleeps answers the second or third SYN (1 s, 3 s), and a small one takes a second for RSA.
  connectMs: 10_000,
  // A CUPS queue answers from memory; a printer that wakes its engine for an answer was given up on by then.
  headMs: 20_000,
  // Long enough for 4 MiB over a bad line, short enough that a trickle does not hold a clerk.
  callMs: 30_000,
  // It closes as soon as it has read all. One that takes longer has a card that is asked about, and nothing worse.
  closeMs: 10_000,
  headBytes: 16 * 1024,
  // The longest honest reply is a large printer's `media-col-database`: hundreds of sizes, well below 1 MiB.
  replyBytes: 4 * 1024 * 1024,
};
