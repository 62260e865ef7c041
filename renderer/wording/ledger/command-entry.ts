import { plural, t } from '@lingui/core/macro';
import { fingerprint } from '../../../shared/ledger/checkpoint.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import type { DrawerDifference } from '../../../shared/ledger/reasons.ts';
import { unreachable } from '../../../shared/result.ts';
import { differenceReasonInWords } from '../command/difference-reason.ts';
import { searchReasonInWords } from '../command/search-reason.ts';
import type { NameOf } from './name-of.ts';

/** An entry about suspending intake, answering a demand, or the counter's day. */
export type CommandEntry = Extract<
  LedgerEntry,
  {
    readonly kind:
      | 'intake-suspended'
      | 'suspension-ended'
      | 'order-carried-out'
      | 'records-searched'
      | 'record-search-answered'
      | 'statement-made'
      | 'record-produced'
      | 'production-unfinished'
      | 'day-opened'
      | 'day-closed'
      | 'packed-up';
  }
>;

type Suspension = Extract<CommandEntry, { readonly kind: 'intake-suspended' | 'suspension-ended' }>;
type DayClosed = Extract<CommandEntry, { readonly kind: 'day-closed' }>;

function suspensionInWords(entry: Suspension, nameOf: NameOf): string {
  const name = nameOf(entry.by);
  const isOrder = entry.source === 'order';
  if (entry.kind === 'suspension-ended') {
    if (isOrder)
      return t({
        message: 'An order of the program ended the suspension.',
        comment: 'Ledger entry: new applicants are served again.',
      });
    return t({
      message: `${name} ended the suspension.`,
      comment: 'Ledger entry. {name} is a supervisor: new applicants are served again.',
    });
  }
  if (isOrder)
    return t({
      message: 'An order of the program suspended intake.',
      comment: 'Ledger entry: nobody new is served.',
    });
  if (entry.second !== NOBODY) {
    const second = nameOf(entry.second);
    return t({
      message: `${name} and ${second} suspended intake.`,
      comment: 'Ledger entry. {name} and {second} are supervisors: nobody new is served.',
    });
  }
  return t({
    message: `${name} suspended intake.`,
    comment: 'Ledger entry. {name} is a supervisor: nobody new is served.',
  });
}

function laterInWords({ utc, from }: Suspension): readonly string[] {
  if (from <= utc) return [];
  return [
    t({
      message: 'It was announced, and takes effect later.',
      comment: 'Ledger entry, after: intake was suspended, or its suspension ended.',
    }),
  ];
}

function openInWords(open: Extract<CommandEntry, { kind: 'intake-suspended' }>['open']): string {
  switch (open) {
    case 'finish':
      return t({
        message: 'Open applications may be finished.',
        comment: 'Ledger entry, after: intake was suspended.',
      });
    case 'wipe':
      return t({
        message: 'Open applications are ended and erased.',
        comment: 'Ledger entry, after: intake was suspended.',
      });
    default:
      return unreachable(open);
  }
}

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

/** What such an entry says, in sentences. */
export function commandEntryInWords(entry: CommandEntry, nameOf: NameOf): readonly string[] {
  switch (entry.kind) {
    case 'intake-suspended':
      return [suspensionInWords(entry, nameOf), ...laterInWords(entry), openInWords(entry.open)];
    case 'suspension-ended':
      return [suspensionInWords(entry, nameOf), ...laterInWords(entry)];
    case 'order-carried-out': {
      const name = nameOf(entry.by);
      const { serial } = entry;
      return [
        t({
          message: `${name} brought order ${serial} of the program. It was carried out.`,
          comment: 'Ledger entry. {name} is a member of staff, {serial} the number of a signed order.',
        }),
      ];
    }
    case 'records-searched': {
      const name = nameOf(entry.by);
      const second = nameOf(entry.second);
      const reason = searchReasonInWords(entry.reason);
      const { applications, unsearchable } = entry;
      return [
        t({
          message: `${name} and ${second} searched for someone’s application. Reason: ${reason}.`,
          comment: 'Ledger entry. {name} and {second} are supervisors; {reason} is like “Subpoena”.',
        }),
        t({
          message: `Applications to open: about ${applications}. Without a key: about ${unsearchable}.`,
          comment: 'Ledger entry. Both are rounded numbers.',
        }),
      ];
    }
    case 'record-search-answered': {
      const { searchEntry } = entry;
      return [
        t({
          message: `The kiosk signed the result of the name search of entry ${searchEntry}.`,
          comment:
            'Ledger entry. {searchEntry} is the number of an earlier entry. The result itself isn’t in the ledger.',
        }),
      ];
    }
    case 'statement-made': {
      const name = nameOf(entry.by);
      return [
        t({
          message: `${name} had the kiosk state what it holds.`,
          comment: 'Ledger entry about a signed custody statement. {name} is a supervisor.',
        }),
      ];
    }
    case 'record-produced': {
      const name = nameOf(entry.by);
      const second = nameOf(entry.second);
      const digits = fingerprint(entry.recipient);
      return [
        t({
          message: `${name} and ${second} produced one held application, encrypted to the key ${digits}.`,
          comment:
            'Ledger entry. {name} and {second} are supervisors; it was handed over under a legal hold. {digits} is the fingerprint of the recipient’s key, in groups.',
        }),
      ];
    }
    case 'production-unfinished':
      return [
        t({
          message: 'A produced file isn’t known to be whole: the drive failed, or the kiosk stopped.',
          comment: 'Ledger entry: one held application was to be handed over on a USB drive, encrypted.',
        }),
      ];
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
