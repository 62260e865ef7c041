/** What a row of `application` tells without the person: with a pick-up slip it is somebody's. */
export interface FoundApplication {
  readonly ticket: number;
  readonly day: string;
  /** The minute of its beginning, epoch milliseconds. */
  readonly began: number;
}

/** How long an integer is in SQLite's records, by its serial type. */
const INTEGER_BYTES: readonly number[] = [0, 1, 2, 3, 4, 6, 8, 0, 0, 0];
/** Serial types of the texts in front: 32 characters of the id, 10 of the day. */
const ID = 13 + 2 * 32;
const DAY = 13 + 2 * 10;
/** A number that is the row's own, and the id. */
const BEGINNING = Buffer.of(0, ID);

/** An integer of a record, big-endian. Types 8 and 9 are the numbers 0 and 1 themselves. */
function integerAt(bytes: Buffer, at: number, serial: number): number {
  if (serial === 8 || serial === 9) return serial - 8;
  const length = INTEGER_BYTES[serial] ?? 0;
  return length === 0 || at + length > bytes.length ? 0 : bytes.readUIntBE(at, Math.min(length, 6));
}

/**
 * Every row of `application` that these bytes hold, wherever in a page: in its rows, in the gap between them, in a free page, or in a
 * page that a journal keeps. Found by the beginning of its record (the number, which is the row's own, the id, the ticket, the day,
 * the beginning), so a ticket of 7 is told from any other 7.
 */
export function applicationsIn(bytes: Buffer): readonly FoundApplication[] {
  const found: FoundApplication[] = [];
  // A disk has millions of bytes: the first two are looked for as a text is.
  for (let at = bytes.indexOf(BEGINNING, 1); at !== -1; at = bytes.indexOf(BEGINNING, at + 1)) {
    if (at + 6 >= bytes.length) break;
    const [ticket = -1, day, began = -1] = bytes.subarray(at + 2, at + 5);
    if (day !== DAY || ticket > 9 || began > 9) continue;
    const headerBytes = bytes[at - 1] ?? 0;
    const ticketAt = at - 1 + headerBytes + 32;
    const dayAt = ticketAt + (INTEGER_BYTES[ticket] ?? 0);
    const text = bytes.toString('latin1', dayAt, dayAt + 10);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) continue;
    found.push({
      ticket: integerAt(bytes, ticketAt, ticket),
      day: text,
      began: integerAt(bytes, dayAt + 10, began),
    });
  }
  return found;
}
