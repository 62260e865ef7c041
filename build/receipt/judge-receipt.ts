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
 * - `valid`: a key signed it for which something speaks that is known from elsewhere;
 * - `not-known`: nothing speaks for the key that signed it: see `Unspoken`;
 * - `no-receipt`, `bad-signature`: see `NotSelfSigned`;
 * - `broken-ledger`: the ledger that was to tell does not hold;
 * - `other-kiosk`: it names another kiosk than the ledger's;
 * - `foreign-key`: no key of this ledger signed it;
 * - `too-late`: its key was destroyed before the day that it says.
 */
export type ReceiptVerdict =
  | { readonly kind: 'valid'; readonly seen: SeenInLedger | null }
  | { readonly kind: 'not-known'; readonly why: Unspoken }
  | { readonly kind: NotSelfSigned | 'other-kiosk' | 'foreign-key' | 'too-late' }
  | { readonly kind: 'broken-ledger'; readonly broken: BrokenLedger };

/**
 * Why nothing speaks for a key:
 *
 * - `no-ledger`: it is not the one that is known, or none is;
 * - `ledger-alone`: it is the ledger's, which anybody can make with keys of their own;
 * - `later-key`: it took over behind all that is known of this ledger: anybody could have it who took the kiosk since.
 */
export type Unspoken =
  | { readonly kind: 'no-ledger' }
  | { readonly kind: 'ledger-alone'; readonly seen: SeenInLedger }
  | { readonly kind: 'later-key'; readonly seen: SeenInLedger; readonly from: number };

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
      : { kind: 'not-known', why: { kind: 'no-ledger' } };
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
  const upTo = spokenForUpTo(keys, known);
  if (key.from > upTo) {
    const why = upTo === 0 ? 'ledger-alone' : 'later-key';
    return { kind: 'not-known', why: { kind: why, seen, from: key.from } };
  }
  return { kind: 'valid', seen };
}

/**
 * The last entry of a ledger for whose keys something speaks that is known from elsewhere: the checkpoint's, or that from which on the
 * known key signs, whichever is later. 0: nothing is known.
 */
function spokenForUpTo(keys: readonly TimedKey[], { checkpoint, fingerprint }: KnownElsewhere): number {
  const pinned = keys.find(({ publicKey }) => nameOf(publicKey) === fingerprint);
  return Math.max(checkpoint?.sequence ?? 0, pinned?.from ?? 0);
}

function nameOf(publicKey: Uint8Array): string {
  return publicKeyHash({ publicKey: Buffer.from(publicKey).toString('base64') }).slice(0, 32);
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
