import { codeOfBytes } from '../base32.ts';
import { SAMPLE_FIGURES } from '../contract/counter-day/day-acts.test-support.ts';
import { ticket } from '../contract/ids.ts';
import type {
  DaySheetPaper,
  FeeReceiptPaper,
  ReceiptPaper,
  SlipPaper,
  StatisticsPaper,
  TestPagePaper,
} from '../contract/paper.ts';
import { shortCodeOf } from '../ledger/short-checkpoint.ts';
import { harborCity } from '../programme/harbor-city.test-support.ts';
import { SAMPLE_RECEIPT_CODE } from '../receipt/sample-receipt-code.test-support.ts';
import { appealCode } from '../slips/appeal-code.ts';
import { daySheetOnPaper } from '../slips/day-sheet.ts';
import { denialSlip } from '../slips/denial-slip.ts';
import { pickUpSlip } from '../slips/pick-up-slip.ts';
import { testPageOnPaper } from '../slips/test-page.ts';

const CODE_OF_RECEIPT: ReceiptPaper['code'] = {
  label: 'This kiosk’s signature',
  text: SAMPLE_RECEIPT_CODE,
  says: 'With this code anyone can check with the city that this kiosk made this receipt.',
};

/** A receipt as a kiosk words it, with all that may stand on one. */
export const SAMPLE_RECEIPT: ReceiptPaper = {
  kind: 'receipt',
  direction: 'ltr',
  stub: {
    label: 'The city keeps',
    lines: ['One more in the day’s count.', 'No name, no details, no photo.'],
  },
  heading: 'What this kiosk did with your details',
  lines: [
    'City Hall, desk 2 · November 25, 2026',
    'Searched up to 100 files (up to 10 MB) on this kiosk for your details. Found none.',
    'Your application was locked with its own key. The key was only ever in this kiosk’s memory, and it is destroyed. Without it nobody can read the application.',
    'Any copy of the card in the printer’s queue was removed.',
  ],
  notProven: {
    label: 'Not proven',
    lines: [
      'Not checked here: memory of running programs. (Our test suite checks it.)',
      'The printer’s used ribbon shows the card until it’s destroyed.',
    ],
  },
  code: CODE_OF_RECEIPT,
};

/** The longest that a kiosk words: everything that may be in doubt is. */
export const LONGEST_RECEIPT: ReceiptPaper = {
  kind: 'receipt',
  direction: 'ltr',
  stub: SAMPLE_RECEIPT.stub,
  heading: SAMPLE_RECEIPT.heading,
  lines: [
    'Municipal Administration Building, Harborside Annex, desk 12 · November 25, 2026',
    'Searched up to 10,000 files (up to 1,000 MB) on this kiosk for your details. Found none. Some details were too short to search for alone. Some details also appear in this kiosk’s own files and weren’t searched for.',
    'Your application was locked with its own key. The key was kept on this kiosk’s disk and has been overwritten. We have not tested what a lab could still read from the disk’s chips.',
    'The printer ended the job. This kiosk can’t see what the printer itself remembers.',
  ],
  notProven: {
    label: 'Not proven',
    lines: [
      'Not checked here: memory of running programs. (Our test suite checks it.)',
      'Some files couldn’t be read.',
      'Another program on this computer may have copied what was typed.',
      'The printer has its own memory, which the kiosk can’t check.',
      'The printer’s used ribbon shows the card until it’s destroyed.',
      'This kiosk’s disk may keep old keys. Someone could use one to make a false receipt.',
    ],
  },
  code: CODE_OF_RECEIPT,
};

/** Every text a fifth as long again, as in a language that needs more letters. */
export function inALongerLanguage(paper: ReceiptPaper): ReceiptPaper {
  const longer = (text: string): string => {
    const words = text.split(' ');
    return [...words, ...words.slice(0, Math.ceil(words.length / 5))].join(' ');
  };
  const { stub, heading, lines, notProven, code } = paper;
  return {
    ...paper,
    stub: { label: longer(stub.label), lines: stub.lines.map(longer) },
    heading: longer(heading),
    lines: lines.map(longer),
    notProven:
      notProven === null ? null : { label: longer(notProven.label), lines: notProven.lines.map(longer) },
    code: code === null ? null : { ...code, label: longer(code.label), says: longer(code.says) },
  };
}

/** As full as a day sheet gets: closed late, with practice, a difference of each kind, and cards of every sort. */
export const SAMPLE_DAY_SHEET: DaySheetPaper = daySheetOnPaper(
  'Municipal Administration Building, Harborside Annex, desk 12',
  { day: { year: 2026, month: 11, day: 25 }, time: '9:05 AM', open: 2 },
  {
    kind: 'closed',
    figures: {
      ...SAMPLE_FIGURES,
      opening: 2,
      isLate: true,
      practiced: true,
      blanks: {
        ...SAMPLE_FIGURES.blanks,
        added: 200,
        waiting: 2,
        printedBefore: 1,
        unaccounted: 3,
        expected: 643,
      },
    },
    closing: {
      ...{ blanks: 642, expected: 643, blanksDifference: 'damaged' },
      ...{ drawer: 'over', drawerDifference: 'not-known' },
    },
  },
  {
    sequence: 1_204,
    hash: '0f1e2d3c4b5a6978'.repeat(4),
    short: shortCodeOf({ sequence: 1_204, hash: '0f1e2d3c4b5a6978'.repeat(4) }),
    key: '8796 a5b4 c3d2 e1f0 '.repeat(2).trim(),
    code: codeOfBytes(Uint8Array.from({ length: 150 }, (_, place) => (place * 37 + 11) & 0xff)),
  },
);

const someDays = (from: number, count: number, cells: readonly string[]): string[][] =>
  Array.from({ length: count }, (_none, index) => [`Tue, Nov ${from + index}`, ...cells]);

/** As many figures as a page ever has. */
export const SAMPLE_STATISTICS: StatisticsPaper = {
  kind: 'statistics',
  heading: 'Statistics',
  lines: [
    'City Hall, desk 2. Printed on November 25, 2026.',
    'A row in which every count is 0 shows 0. Otherwise, counts below 5, and zeros, are hidden, and so is any other count that would reveal one.',
    'There are no totals: a total would reveal what is hidden.',
    'Not counted: reasons for denials, and how long applicants waited. The kiosk keeps neither.',
  ],
  tables: [
    {
      label: 'How applications ended',
      columns: ['Day', 'Handed over', 'Denied', 'Withdrawn', 'Expired', 'Called off'],
      rows: someDays(11, 14, ['31', 'hidden', 'hidden', 'hidden', 'hidden']),
    },
    {
      label: 'Spoiled cards',
      columns: [
        ...['Day', 'Smudged or faded', 'Printed off center', 'Part of the print is missing'],
        ...['Bent, scratched, or broken', 'A detail on it is wrong', 'The photo is wrong'],
        'The applicant left without it',
      ],
      rows: someDays(11, 14, ['hidden', 'hidden', 'hidden', 'hidden', '6', 'hidden', 'hidden']),
    },
  ],
};

/** A receipt for a fee that was paid. */
export const SAMPLE_FEE_RECEIPT: FeeReceiptPaper = {
  kind: 'fee-receipt',
  direction: 'ltr',
  heading: 'Fee receipt',
  rows: [
    { label: 'Program', value: 'Harbor City Municipal ID' },
    { label: 'Kiosk', value: 'City Hall, desk 2' },
    { label: 'Day', value: 'November 25, 2026' },
    { label: 'For', value: 'Replacement' },
    { label: 'Fee', value: '$10.00' },
    { label: 'Status', value: 'Paid' },
  ],
  note: 'This receipt has no name on it, and the kiosk keeps no copy.',
};

/** A test page of an ordinary printer. */
export const SAMPLE_TEST_PAGE: TestPagePaper = testPageOnPaper({
  programme: harborCity.name,
  kioskName: 'City Hall, desk 2',
  day: { year: 2026, month: 11, day: 25 },
  time: '9:41 AM',
  printerName: 'Invented Office Printer',
});

/** Made with an invented key: it looks like any other. */
export const SAMPLE_APPEAL_CODE = appealCode(
  {
    kiosk: '0f1e2d3c',
    day: { year: 2026, month: 11, day: 24 },
    withinDays: 30,
    reasons: [1],
    policy: '8796a5b4c3d2e1f0',
  },
  Uint8Array.from({ length: 64 }, (_, place) => (place * 37 + 11) & 0xff),
);

/** A denial slip as Harbor City's policy has it, in a language. */
export function sampleDenialSlip(language: string): SlipPaper {
  return denialSlip(
    harborCity,
    'City Hall, desk 2',
    {
      reasons: ['residency-not-proven', 'document-not-accepted'],
      day: { year: 2026, month: 11, day: 24 },
      code: SAMPLE_APPEAL_CODE,
    },
    { language, ways: [['utility-bill'], ['lease-or-rent-receipt'], ['shelter-letter']], practice: false },
  );
}

const LONG = 'Every word of it counts. '.repeat(16).trim();

/** A reason and an appeal as long as a policy may have them, beside what an ordinary slip has. */
export const LONGEST_SLIP: SlipPaper = {
  ...sampleDenialSlip('en'),
  sections: sampleDenialSlip('en').sections.map((section, place) =>
    place === 1 ? section : { ...section, lines: [LONG, ...section.lines.slice(1)] },
  ),
};

/** A pick-up slip, in a language. */
export function samplePickUpSlip(language: string): SlipPaper {
  return pickUpSlip(
    {
      ticket: ticket.parse(12),
      day: { year: 2026, month: 11, day: 24 },
      kioskName: 'City Hall, desk 2',
      practice: false,
    },
    language,
  );
}

export const SAMPLE_PICK_UP_SLIP: SlipPaper = samplePickUpSlip('es');
