import { t } from '@lingui/core/macro';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import { unreachable } from '../../../shared/result.ts';
import type { NameOf } from './name-of.ts';

/** An entry about suspending intake, or about an order that does. */
type SuspensionEntry = Extract<
  LedgerEntry,
  { readonly kind: 'intake-suspended' | 'suspension-ended' | 'order-carried-out' }
>;

type Suspension = Extract<SuspensionEntry, { readonly kind: 'intake-suspended' | 'suspension-ended' }>;

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
      message: 'An order of the program suspended new applications.',
      comment: 'Ledger entry: nobody new is served.',
    });
  if (entry.second !== NOBODY) {
    const second = nameOf(entry.second);
    return t({
      message: `${name} and ${second} suspended new applications.`,
      comment: 'Ledger entry. {name} and {second} are supervisors: nobody new is served.',
    });
  }
  return t({
    message: `${name} suspended new applications.`,
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

function openInWords(open: Extract<SuspensionEntry, { kind: 'intake-suspended' }>['open']): string {
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

/** What such an entry is about, in a few words: see `entryKindInWords`. */
export function suspensionKindInWords(kind: SuspensionEntry['kind']): string {
  switch (kind) {
    case 'intake-suspended':
      return t({
        message: 'New applications suspended',
        comment: 'Title of a ledger entry: nobody new is served from a moment on.',
      });
    case 'suspension-ended':
      return t({
        message: 'Suspension ended',
        comment: 'Title of a ledger entry: new applicants are served again.',
      });
    case 'order-carried-out':
      return t({
        message: 'Order carried out',
        comment: 'Title of a ledger entry: a signed order of the city’s office, brought on a USB drive.',
      });
    default:
      return unreachable(kind);
  }
}

/** What such an entry says, in sentences. */
export function suspensionEntryInWords(entry: SuspensionEntry, nameOf: NameOf): readonly string[] {
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
    default:
      return unreachable(entry);
  }
}
