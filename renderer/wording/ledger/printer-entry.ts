import { t } from '@lingui/core/macro';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { unreachable } from '../../../shared/result.ts';
import type { NameOf } from './name-of.ts';

/** An entry about a printer or its ribbon. */
export type PrinterEntry = Extract<
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

/** What an entry about a printer or its ribbon says, in one sentence. */
export function printerEntryInWords(entry: PrinterEntry, nameOf: NameOf): string {
  const name = nameOf(entry.by);
  switch (entry.kind) {
    case 'printer-chosen':
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
        message: `${name} changed the ordinary printer for receipts and day sheets.`,
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
