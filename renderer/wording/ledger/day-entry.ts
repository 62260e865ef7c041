import { plural, t } from '@lingui/core/macro';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { DrawerDifference } from '../../../shared/ledger/reasons.ts';
import { unreachable } from '../../../shared/result.ts';
import { differenceReasonInWords } from '../command/difference-reason.ts';
import type { NameOf } from './name-of.ts';

/** An entry about the counter's day, or about packing the kiosk up. */
type DayEntry = Extract<LedgerEntry, { readonly kind: 'day-opened' | 'day-closed' | 'packed-up' }>;

type DayClosed = Extract<DayEntry, { readonly kind: 'day-closed' }>;

function drawerInWords(drawer: DayClosed['drawer']): string {
  switch (drawer) {
    case 'as-expected':
      return t({ message: 'The drawer was as expected.', comment: 'Ledger entry about the cash drawer.' });
    case 'short':
      return t({ message: 'The drawer was short.', comment: 'Ledger entry about the cash drawer.' });
    case 'over':
      return t({ message: 'The drawer had too much.', comment: 'Ledger entry about the cash drawer.' });
    case 'not-counted':
      return t({ message: 'The drawer wasn’t counted.', comment: 'Ledger entry about the cash drawer.' });
    default:
      return unreachable(drawer);
  }
}

function reasonOf(difference: DrawerDifference): readonly string[] {
  if (difference === 'none') return [];
  const reason = differenceReasonInWords(difference);
  return [
    t({
      message: `Reason for the difference: ${reason}.`,
      comment: 'Ledger entry, after a count of blank cards or cash. {reason} is like “Missing”.',
    }),
  ];
}

function dayClosedInWords(entry: DayClosed, nameOf: NameOf): readonly string[] {
  const { blanks, added, expected } = entry;
  const name = nameOf(entry.by);
  return [
    t({
      message: `${name} closed the day. Blank cards: ${blanks} counted, ${expected} expected.`,
      comment: 'Ledger entry. {name} is a member of staff; both are numbers of unprinted cards.',
    }),
    ...(added === 0
      ? []
      : [
          t({
            message: plural(added, {
              one: '# blank card came in during the day.',
              other: '# blank cards came in during the day.',
            }),
            comment:
              'Ledger entry about a closed day. # counts unprinted cards that were added to the stock.',
          }),
        ]),
    ...reasonOf(entry.blanksDifference),
    drawerInWords(entry.drawer),
    ...reasonOf(entry.drawerDifference),
  ];
}

/** What such an entry is about, in a few words: see `entryKindInWords`. */
export function dayKindInWords(kind: DayEntry['kind']): string {
  switch (kind) {
    case 'day-opened':
      return t({ message: 'Day opened', comment: 'Title of a ledger entry: blank cards were counted.' });
    case 'day-closed':
      return t({
        message: 'Day closed',
        comment: 'Title of a ledger entry: blank cards and the cash drawer were counted.',
      });
    case 'packed-up':
      return t({
        message: 'Kiosk packed up',
        comment: 'Title of a ledger entry: everything open was ended before the kiosk was carried away.',
      });
    default:
      return unreachable(kind);
  }
}

/** What such an entry says, in sentences. */
export function dayEntryInWords(entry: DayEntry, nameOf: NameOf): readonly string[] {
  switch (entry.kind) {
    case 'day-opened': {
      const name = nameOf(entry.by);
      const { blanks } = entry;
      return [
        t({
          message: plural(blanks, {
            one: `${name} opened the day. # blank card was counted.`,
            other: `${name} opened the day. # blank cards were counted.`,
          }),
          comment: 'Ledger entry. {name} is a member of staff; # counts unprinted cards.',
        }),
      ];
    }
    case 'day-closed':
      return dayClosedInWords(entry, nameOf);
    case 'packed-up': {
      const name = nameOf(entry.by);
      const { applications } = entry;
      return [
        t({
          message: `${name} packed up the kiosk. Open applications ended and erased: about ${applications}.`,
          comment: 'Ledger entry. {name} is a supervisor; {applications} is a rounded number.',
        }),
      ];
    }
    default:
      return unreachable(entry);
  }
}
