import type { DaySheetPaper, ReceiptPaper } from '../contract/paper.ts';

/** A receipt as a kiosk words it, with all that may stand on one. */
export const SAMPLE_RECEIPT: ReceiptPaper = {
  kind: 'receipt',
  stub: {
    label: 'The city keeps',
    lines: [
      'One more in the count of this day, and rounded figures of the search.',
      'No name, no answer, no photo.',
    ],
  },
  heading: 'What this kiosk did with your details',
  lines: [
    'City Hall, desk 2 · November 25, 2026',
    'Searched 34 files and 1.7 MB of this kiosk for your details: none found.',
    'Your record was locked with a key of its own. The key was only ever in this kiosk’s memory, and it is destroyed. Without it nobody can read the record.',
    'What the printer’s queue kept is removed.',
  ],
  notProven: {
    label: 'Not proven',
    lines: [
      'The memory of running programs was not searched here; tests measure it.',
      'The printer’s used ribbon shows the card until it is destroyed.',
    ],
  },
};

/** A day sheet. */
export const SAMPLE_DAY_SHEET: DaySheetPaper = {
  kind: 'day-sheet',
  heading: 'Day sheet · City Hall, desk 2 · November 25, 2026',
  rows: [
    { label: 'Issued today', value: '31' },
    { label: 'Last entry', value: '1204' },
    { label: 'Head of the ledger', value: '0f1e 2d3c 4b5a 6978 '.repeat(4).trim() },
    { label: 'Fingerprint of the kiosk’s key', value: '8796 a5b4 c3d2 e1f0 '.repeat(2).trim() },
  ],
  hand: 'Taken by, and where it is kept:',
};
