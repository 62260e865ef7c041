import { t } from '@lingui/core/macro';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { unreachable } from '../../../shared/result.ts';
import type { NameOf } from './name-of.ts';

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

/** What an entry about a printer or its ribbon says, in one sentence. */
export function printerEntryInWords(entry: PrinterEntry, nameOf: NameOf): string {
  const name = nameOf(entry.by);
  switch (entry.kind) {
    case 'printer-chosen':
      return entry.driver === 'virtual'
        ? t`${name} switched cards to the built-in printer.`
        : t`${name} chose another printer for cards.`;
    case 'test-card-confirmed':
      return t`${name} checked a test card and confirmed it.`;
    case 'ordinary-printer-chosen':
      return t`${name} changed the ordinary printer for receipts and day sheets.`;
    case 'ribbon-fitted':
      return t`${name} recorded a new ribbon in the printer.`;
    case 'ribbon-removed':
      return t`${name} recorded that a used ribbon was taken out.`;
    case 'ribbon-destroyed': {
      const second = nameOf(entry.second);
      return t`${name} and ${second} recorded that a used ribbon was destroyed.`;
    }
    default:
      return unreachable(entry);
  }
}
