import type { BrokenLedger, KnownElsewhere, LedgerReader } from '../../electron/keeper/ledger/ledger.ts';
import { publicKeyHash } from '../../electron/keeper/ledger/signatures.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import { sameBytes } from '../../shared/ledger/bytes.ts';
import { dayNumber } from '../../shared/ledger/day.ts';
import { opensLedger } from '../../shared/ledger/entries.ts';
import { firstOfWeek } from '../../shared/statistics/periods.ts';
import type { NotSelfSigned, SelfSigned } from './read-receipt.ts';

/**
 * What a receipt proves:
 *
 * - `valid`: a key of this kiosk signed it;
 * - `not-known`: some key signed it, and nobody said whose that must be;
 * - `no-receipt`, `bad-signature`: see `NotSelfSigned`;
 * - `broken-ledger`: the ledger that was to tell does not hold;
 * - `other-kiosk`: it names another kiosk than the ledger's;
 * - `foreign-key`: no key of this ledger signed it;
 * - `too-late`: its key was destroyed before the day that it says.
 */
export type ReceiptVerdict =
  | { readonly kind: 'valid'; readonly seen: SeenInLedger | null }
  | { readonly kind: 'not-known' | NotSelfSigned | 'other-kiosk' | 'foreign-key' | 'too-late' }
  | { readonly kind: 'broken-ledger'; readonly broken: BrokenLedger };

/** What the ledger tells of a receipt that holds. */
export interface SeenInLedger {
  /** Applications that were erased on its day, or in its week where the kiosk counts by weeks. */
  readonly erased: number;
  /** Its key took over after the day that it says: it was signed later. */
  readonly isSignedLater: boolean;
}

const DAY = 86_400_000;

/** Judges a receipt whose own signature holds. Without a ledger only a key that is known already tells anything. */
export function judgeReceipt(
  { content, publicKey }: SelfSigned,
  ledger: LedgerReader | null,
  known: KnownElsewhere,
): ReceiptVerdict {
  const name = publicKeyHash({ publicKey: Buffer.from(publicKey).toString('base64') }).slice(0, 32);
  if (ledger === null)
    return name === known.fingerprint ? { kind: 'valid', seen: null } : { kind: 'not-known' };
  const verdict = ledger.verify(known);
  if (!verdict.ok) return { kind: 'broken-ledger', broken: verdict.error };
  const first = ledger.entryAt(1);
  if (first === null) return { kind: 'foreign-key' };
  if (opensLedger(first.kind) && 'kiosk' in first && first.kiosk !== content.kiosk)
    return { kind: 'other-kiosk' };
  const keys = ledger.keys();
  const place = keys.findIndex((key) => sameBytes(key.publicKey, publicKey));
  const key = keys[place];
  if (key === undefined) return { kind: 'foreign-key' };
  const next = keys[place + 1];
  const ended = next === undefined ? null : momentAt(ledger, next.from);
  // A day of time zones: the ledger has moments, the receipt the day at its counter.
  if (ended !== null && startOf(content.day) > ended + DAY) return { kind: 'too-late' };
  const began = momentAt(ledger, key.from);
  return {
    kind: 'valid',
    seen: {
      erased: erasedOn(ledger, content.day),
      isSignedLater: began !== null && startOf(content.day) + 2 * DAY < began,
    },
  };
}

function startOf({ year, month, day }: CalendarDate): number {
  const date = new Date(0);
  // Not Date.UTC: it takes the years 1 to 99 for those of another century.
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

function momentAt(ledger: LedgerReader, sequence: number): number | null {
  const entry = ledger.entryAt(sequence);
  return entry !== null && 'utc' in entry ? entry.utc : null;
}

function erasedOn(ledger: LedgerReader, day: CalendarDate): number {
  const days = new Set([dayNumber(day), dayNumber(firstOfWeek(day))]);
  let count = 0;
  for (const entry of ledger.since(0))
    if ((entry.kind === 'erased' || entry.kind === 'wiped') && days.has(dayNumber(entry.day))) count += 1;
  return count;
}
