import { t } from '@lingui/core/macro';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import { unreachable } from '../../../shared/result.ts';
import type { NameOf } from './name-of.ts';

/** An entry about a printer or its ribbon. */
type PrinterEntry = Extract<
  LedgerEntry,
  {
    readonly kind:
      | 'printer-chosen'
      | 'test-card-confirmed'
      | 'ordinary-printer-chosen'
      | 'ribbon-fitted'
      | 'ribbon-removed'
      | 'ribbon-destroyed';
  }
>;

/** What such an entry is about, in a few words: see `entryKindInWords`. */
export function printerKindInWords(kind: PrinterEntry['kind']): string {
  switch (kind) {
    case 'printer-chosen':
      return t({
        message: 'Card printer chosen',
        comment: 'Title of a ledger entry: someone chose another printer for cards.',
      });
    case 'test-card-confirmed':
      return t({
        message: 'Test card confirmed',
        comment: 'Title of a ledger entry: someone checked a printed sample card and said it is right.',
      });
    case 'ordinary-printer-chosen':
      return t({
        message: 'Ordinary printer chosen',
        comment: 'Title of a ledger entry: the printer for receipts, slips, and day sheets, not for cards.',
      });
    case 'ribbon-fitted':
      return t({
        message: 'New ribbon put in',
        comment:
          'Title of a ledger entry, and the button that makes it: a new film of dye is in the printer.',
      });
    case 'ribbon-removed':
      return t({
        message: 'Old ribbon taken out',
        comment:
          'Title of a ledger entry, and the button that makes it: a used film of dye was taken out of the printer.',
      });
    case 'ribbon-destroyed':
      return t({
        message: 'Ribbon destroyed',
        comment:
          'Title of a ledger entry. The ribbon is the printer’s film of dye, on which printed faces can be seen.',
      });
    default:
      return unreachable(kind);
  }
}

/** What an entry about a printer or its ribbon says, in one sentence. */
export function printerEntryInWords(entry: PrinterEntry, nameOf: NameOf): string {
  const name = nameOf(entry.by);
  switch (entry.kind) {
    case 'printer-chosen':
      if (entry.by === NOBODY)
        return t({
          message: 'The kiosk began to use the card printer that its settings name.',
          comment: 'Ledger entry. No one at the kiosk chose the printer: a file of IT names it.',
        });
      return entry.driver === 'virtual'
        ? t({
            message: `${name} switched cards to the built-in printer.`,
            comment:
              'Ledger entry. {name} is a member of staff. The built-in printer only shows cards on the screen.',
          })
        : t({
            message: `${name} chose another printer for cards.`,
            comment: 'Ledger entry. {name} is a member of staff.',
          });
    case 'test-card-confirmed':
      return t({
        message: `${name} checked a test card and confirmed it.`,
        comment: 'Ledger entry. {name} is a member of staff. A test card is a printed sample.',
      });
    case 'ordinary-printer-chosen':
      return t({
        message: `${name} changed the ordinary printer for receipts, slips, and day sheets.`,
        comment:
          'Ledger entry. {name} is a member of staff. The ordinary printer prints on paper, not on cards.',
      });
    case 'ribbon-fitted':
      return t({
        message: `${name} recorded that a new ribbon was put in.`,
        comment: 'Ledger entry. {name} is a member of staff. The ribbon is the printer’s film of dye.',
      });
    case 'ribbon-removed':
      return t({
        message: `${name} recorded that a used ribbon was taken out.`,
        comment: 'Ledger entry. {name} is a member of staff. The ribbon is the printer’s film of dye.',
      });
    case 'ribbon-destroyed': {
      const second = nameOf(entry.second);
      return t({
        message: `${name} and ${second} recorded that a used ribbon was destroyed.`,
        comment:
          'Ledger entry. {name} and {second} are two supervisors. The ribbon is the printer’s film of dye.',
      });
    }
    default:
      return unreachable(entry);
  }
}
