import { dayInWords } from '../../shared/day-in-words.ts';
import { fingerprint, inGroups } from '../../shared/ledger/checkpoint.ts';
import type { ReceiptContent } from '../../shared/receipt/receipt-code.ts';
import { unreachable } from '../../shared/result.ts';
import { STAFF_NAME_MAXIMUM } from '../../shared/staff/staff-name.ts';
import { sentenceOfBroken } from '../ledger/sentences.ts';
import { onOneLine } from '../on-one-line.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { KeyInLedger, ReceiptVerdict, SeenInLedger } from './judge-receipt.ts';
import type { SelfSigned } from './read-receipt.ts';

/** What a receipt proves, in words. `keyHash`: SHA-256 of its key. */
export function outcomeOf(verdict: ReceiptVerdict, receipt: SelfSigned | null, keyHash: string): Outcome {
  const by = `by the key ${fingerprint(keyHash)}`;
  switch (verdict.kind) {
    case 'valid':
      return done(
        [
          `This receipt was signed ${by}, which is the kiosk’s.`,
          ...[...saidBy(receipt), ...seenInWords(verdict.seen, receipt), ...provenBy(receipt)],
        ].join('\n'),
      );
    case 'not-known':
      return refused(
        [
          `This receipt was signed ${by}${notKnownInWords(verdict.inLedger)}`,
          ...[...saidBy(receipt), ...seenInWords(verdict.inLedger?.seen ?? null, receipt)],
        ].join('\n'),
      );
    case 'no-receipt':
      return {
        code: 1,
        say: 'This is no receipt: it is neither the code of one (a character is missing, or one too many, or it says what no kiosk says) nor a file with its data.',
      };
    case 'bad-signature':
      return {
        code: 1,
        say: 'The signature does not hold: this receipt was altered or mistyped, or no kiosk ever made it.',
      };
    case 'broken-ledger':
      return {
        code: 1,
        say: `Nothing is said of the receipt, for the ledger does not hold. ${sentenceOfBroken(verdict.broken)}`,
      };
    case 'other-kiosk':
      return {
        code: 1,
        say: 'This receipt names another kiosk than the ledger: it is another kiosk’s, or forged.',
      };
    case 'foreign-key':
      return {
        code: 1,
        say: `This receipt was signed ${by}, with which this ledger was never signed: the kiosk did not make it, or made it after this ledger was copied.`,
      };
    case 'too-late':
      return {
        code: 1,
        say: `This receipt was signed ${by}, which was destroyed before the day that it says: somebody had taken that key, or the kiosk’s clock was wrong (entries “clock-moved” and “date-confirmed” tell).`,
      };
    default:
      return unreachable(verdict);
  }
}

/** Why nobody knows whose key it is, and what to give. The sentence goes on behind the key. */
function notKnownInWords(key: KeyInLedger | null): string {
  if (key === null)
    return '. Whose key that is, is not known: anybody can make a key and sign with it. Give the fingerprint of the key that signed on that day with --fingerprint; or the kiosk’s ledger or an export of it with --ledger, and a day sheet or a checkpoint of a later day.';
  const inLedger = `, which is of the kiosk of this ledger and took over at its entry ${key.from}.`;
  return key.isAfterKnown
    ? `${inLedger} What is known of the kiosk is from before: whoever took the kiosk since can have made that key. Give a day sheet of a later day with --checkpoint, or the fingerprint of that key or a later one with --fingerprint.`
    : `${inLedger} Whether that is the kiosk, nobody said: anybody can make a ledger with keys of their own. Give a day sheet or a checkpoint of a later day with --checkpoint, or the fingerprint of that key or a later one with --fingerprint.`;
}

const PROVES =
  'It proves that this kiosk ended somebody’s application so on that day. It does not prove whose that was. What the paper says in words is to be compared with the lines above; the kiosk’s name on the paper is signed in the data on the screen alone.';

/** One of practice proves nothing: there was nobody. */
function provenBy(receipt: SelfSigned | null): readonly string[] {
  return receipt === null || receipt.content.practice ? [] : [PROVES];
}

/** What it says, line by line, to be compared with the paper. */
function saidBy(receipt: SelfSigned | null): readonly string[] {
  if (receipt === null) return [];
  const { content, data } = receipt;
  const { kiosk, day, practice, custody, spool, notDone } = content;
  return [
    `Kiosk ${inGroups(kiosk)}, ${dayInWords(day, 'en')}.`,
    ...(data === null ? [] : [`Name of the kiosk in the data: ${onOneLine(data.kiosk, STAFF_NAME_MAXIMUM)}`]),
    ...(practice ? ['Practice: of an invented person. It says nothing of anybody.'] : []),
    `Key of the application: ${custody === 'memory' ? 'in memory only, destroyed' : 'on disk, overwritten'}.`,
    searchInWords(content),
    `Printer’s queue: ${SPOOL[spool]}.`,
    `Not proven: ${notDone.length === 0 ? 'nothing' : notDone.join(', ')}.`,
    ...(data === null ? [] : [`How the application ended: ${data.erased.outcome}.`]),
  ];
}

const SPOOL = {
  'kept-nothing': 'kept no copy',
  purged: 'any copy was removed',
  'not-proven': 'what the printer remembers is not known',
} as const satisfies Readonly<Record<ReceiptContent['spool'], string>>;

function searchInWords({ search }: ReceiptContent): string {
  if (search.kind === 'not-searched') return 'Search: none was made.';
  const { files, bytes, tooShort, alsoOwn, unreadable } = search;
  const rest = [
    ...(tooShort === 1 ? ['some details were too short'] : []),
    ...(alsoOwn === 1 ? ['some are also the kiosk’s own'] : []),
    ...(unreadable === 1 ? ['some files could not be read'] : []),
  ];
  const most = `up to ${files} files, up to ${bytes / 1_000_000} MB`;
  return `Search: ${most}, nothing found${rest.length === 0 ? '' : `; ${rest.join('; ')}`}.`;
}

function seenInWords(seen: SeenInLedger | null, receipt: SelfSigned | null): readonly string[] {
  if (seen === null || receipt === null) return [];
  const later =
    'Its key took over days after the day that it says. A kiosk that waited for somebody to sign in does that; so does whoever took the key.';
  return [
    ...(seen.isSignedLater ? [later] : []),
    ...(receipt.content.practice ? [] : [countedInWords(seen)]),
  ];
}

function countedInWords({ erased, erasedInWeek }: SeenInLedger): string {
  const onDay =
    erased === 0
      ? 'The ledger counts no application erased on that day.'
      : `The ledger counts ${erased} erased on that day.`;
  if (erasedInWeek !== null && erasedInWeek > 0)
    return `${onDay} Under the first day of its week stand all ${erasedInWeek} of that week, as where a kiosk counts by weeks.`;
  return erased === 0 ? `${onDay} Entries wait until their day is over, so a later copy should.` : onDay;
}
