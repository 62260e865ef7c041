import { t } from '@lingui/core/macro';
import type { ChecksInWords } from './check-words.ts';

/** Checks of printing. */
export const printingChecks = {
  cups: () => ({
    title: t({
      message: 'Settings of the print server',
      comment:
        'Name of a check of this computer, in a table and in the ledger. The program that hands jobs to printers.',
    }),
    why: t({
      message:
        'The print server writes each card to files. Only where all of them are in memory is nothing left of it.',
      comment: 'Why the check “Settings of the print server” of this computer matters.',
    }),
  }),
  printer: () => ({
    title: t({
      message: 'Printer',
      context: 'check of this computer',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message: 'Without its printer a kiosk takes applications that no one can finish.',
      comment: 'Why the check “Printer” of this computer matters.',
    }),
  }),
  'print-leftovers': () => ({
    title: t({
      message: 'What printing leaves elsewhere',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message: 'Logs of pages, queues that write files, and documents from before keep who printed what.',
      comment: 'Why the check “What printing leaves elsewhere” of this computer matters.',
    }),
  }),
} as const satisfies ChecksInWords;
