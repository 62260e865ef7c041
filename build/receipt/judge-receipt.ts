import type { BrokenLedger, KnownElsewhere, LedgerReader } from '../../electron/keeper/ledger/ledger.ts';
import { publicKeyHash } from '../../electron/keeper/ledger/signatures.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import { sameBytes } from '../../shared/ledger/bytes.ts';
import { dayNumber } from '../../shared/ledger/day.ts';
import { opensLedger } from '../../shared/ledger/entries.ts';
import { firstOfWeek } from '../../shared/statistics/periods.ts';
import { isBegunAfter, isDestroyedBefore, type TimedKey, timedKeys } from '../ledger/key-times.ts';
import type { NotSelfSigned, SelfSigned } from './read-receipt.ts';

/**
 * What a receipt proves:
 *
 * - `valid`: a key of this kiosk signed it, as what is known of the kiosk from elsewhere says;
 * - `not-known`: some key signed it, or one of this ledger, and nothing that is known from elsewhere says whose that is;
 * - `no-receipt`, `bad-signature`: see `NotSelfSigned`;
 * - `broken-ledger`: the ledger that was to tell does not hold;
 * - `other-kiosk`: it names another kiosk than the ledger's;
 * - `foreign-key`: no key of this ledger signed it;
 * - `too-late`: its key was destroyed before the day that it says.
 */
export type ReceiptVerdict =
  | { readonly kind: 'valid'; readonly seen: SeenInLedger | null }
  | { readonly kind: 'not-known'; readonly inLedger: KeyInLedger | null }
  | { readonly kind: NotSelfSigned | 'other-kiosk' | 'foreign-key' | 'too-late' }
  | { readonly kind: 'broken-ledger'; readonly broken: BrokenLedger };

/** A key of a ledger for which nothing speaks that is known from elsewhere. */
export interface KeyInLedger {
  /** The entry by which it took over. */
  readonly from: number;
  /** Something is known from elsewhere, and does not reach so far. */
  readonly isAfterKnown: boolean;
  readonly seen: SeenInLedger;
}

/** What the ledger tells of a receipt that holds. */
export interface SeenInLedger {
  /** Applications that were erased on its day. */
  readonly erased: number;
  /** Those of its week, where all of that week stand under its first day, as where a kiosk counts by weeks. Null: they do not. */
  readonly erasedInWeek: number | null;
  /** Its key took over after the day that it says: it was signed later. */
  readonly isSignedLater: boolean;
}

/** Judges a receipt whose own signature holds. Without a ledger only a key that is known already tells anything. */
export function judgeReceipt(
  { content, publicKey }: SelfSigned,
  ledger: LedgerReader | null,
  known: KnownElsewhere,
): ReceiptVerdict {
  if (ledger === null)
    return nameOf(publicKey) === known.fingerprint
      ? { kind: 'valid', seen: null }
      : { kind: 'not-known', inLedger: null };
  const verdict = ledger.verify(known);
  if (!verdict.ok) return { kind: 'broken-ledger', broken: verdict.error };
  const first = ledger.entryAt(1);
  if (first === null) return { kind: 'foreign-key' };
  if (opensLedger(first.kind) && 'kiosk' in first && first.kiosk !== content.kiosk)
    return { kind: 'other-kiosk' };
  const keys = timedKeys(ledger);
  const key = keys.find((each) => sameBytes(each.publicKey, publicKey));
  if (key === undefined) return { kind: 'foreign-key' };
  if (isDestroyedBefore(key, content.day)) return { kind: 'too-late' };
  const seen = { ...erasedOn(ledger, content.day), isSignedLater: isBegunAfter(key, content.day) };
  if (isVouchedFor(key, keys, known)) return { kind: 'valid', seen };
  const isAfterKnown = known.checkpoint !== undefined || known.fingerprint !== undefined;
  return { kind: 'not-known', inLedger: { from: key.from, isAfterKnown, seen } };
}

/** The first 32 hex digits of a key's SHA-256. */
function nameOf(publicKey: Uint8Array): string {
  return publicKeyHash({ publicKey: Buffer.from(publicKey).toString('base64') }).slice(0, 32);
}

/** Whether a key took over no later than what is known of the kiosk: whoever took the kiosk since can have made any later one. */
function isVouchedFor(
  { from }: TimedKey,
  keys: readonly TimedKey[],
  { checkpoint, fingerprint }: KnownElsewhere,
): boolean {
  const pinned = keys.find(({ publicKey }) => nameOf(publicKey) === fingerprint);
  return from <= Math.max(checkpoint?.sequence ?? 0, pinned?.from ?? 0);
}

/** What the ledger counts as erased on that day; and in its week, where all that it has of that week stands under the first day. */
function erasedOn(ledger: LedgerReader, day: CalendarDate): Pick<SeenInLedger, 'erased' | 'erasedInWeek'> {
  const [own, first] = [dayNumber(day), dayNumber(firstOfWeek(day))];
  let [erased, inWeek, onFirst] = [0, 0, 0];
  for (const entry of ledger.since(0)) {
    if (entry.kind !== 'erased' && entry.kind !== 'wiped') continue;
    const number = dayNumber(entry.day);
    if (number === own) erased += 1;
    if (dayNumber(firstOfWeek(entry.day)) === first) inWeek += 1;
    if (number === first) onFirst += 1;
  }
  return { erased, erasedInWeek: inWeek === onFirst ? inWeek : null };
}
