import type { CalendarDate } from '../calendar.ts';
import type { DayFigures } from '../contract/counter-day/day-acts.ts';
import type { DaySheetPaper } from '../contract/paper.ts';
import { dayInWords } from '../day-in-words.ts';
import { inGroups } from '../ledger/checkpoint.ts';
import type { LedgerEntry } from '../ledger/entries.ts';
import type { BlanksDifference, DrawerDifference } from '../ledger/reasons.ts';
import { unreachable } from '../result.ts';

type DayClosed = Extract<LedgerEntry, { readonly kind: 'day-closed' }>;

/** How the day was closed: what its entry says besides who and when. */
export type Closing = Pick<
  DayClosed,
  'blanks' | 'expected' | 'blanksDifference' | 'drawer' | 'drawerDifference'
>;

/** What the sheet tells of the day: its closing, its figures so far, or while no day is open what the ledger counts of the date. */
export type DayOnSheet =
  | { readonly kind: 'closed'; readonly figures: DayFigures; readonly closing: Closing }
  | { readonly kind: 'open'; readonly figures: DayFigures }
  | {
      readonly kind: 'not-counted';
      readonly counts: { readonly issued: number; readonly spoiled: number; readonly wiped: number };
      /** The ledger tells days of one week not apart. */
      readonly ofWeek?: boolean;
    };

/** When a sheet was made or its day closed, and how many applications were open then. */
export interface SheetMoment {
  readonly day: CalendarDate;
  /** On the wall at the counter, such as "6:12 PM". */
  readonly time: string;
  readonly open: number;
}

/** The ledger's signed head as it stands on the sheet. */
export interface HeadOnSheet {
  readonly sequence: number;
  /** In hex. */
  readonly hash: string;
  /** Number and beginning of the hash, short enough to type. */
  readonly short: string;
  /** The fingerprint of the kiosk's key, in groups. */
  readonly key: string;
  /** All of the checkpoint, in groups. */
  readonly code: string;
}

type Row = DaySheetPaper['rows'][number];

/** The day sheet. In English, as all that staff sign: it names nobody, whoever signs writes their name by hand. */
export function daySheetOnPaper(
  kioskName: string,
  made: SheetMoment,
  day: DayOnSheet,
  head: HeadOnSheet,
): DaySheetPaper {
  return {
    kind: 'day-sheet',
    heading: headingOf(day),
    rows: [
      { label: 'Kiosk', value: kioskName },
      { label: 'Day', value: whenInWords(made, day) },
      ...rowsOf(day, made.open),
      { label: 'Checkpoint', value: head.short },
      { label: `Head at entry ${head.sequence}`, value: inGroups(head.hash) },
      { label: 'Key fingerprint', value: head.key },
    ],
    code: {
      label: 'Signed checkpoint',
      text: head.code,
      says: 'Scan this code, or type the checkpoint, to check the ledger.',
    },
    hands: ['Closed by (name, signature)', 'Checked by (name, signature)'],
  };
}

/** Of a day that was opened again the figures are since then. In the heading: no row more has room on the page. */
function headingOf(day: DayOnSheet): string {
  // It may have been closed before: its sheet is another one.
  if (day.kind === 'not-counted') return 'Day sheet, no day open';
  const { opening } = day.figures;
  const which = opening === 1 ? '' : `, opening ${opening} of the day`;
  return `Day sheet${which}${day.kind === 'open' ? ', day not closed' : ''}`;
}

/** With the time: a day may be opened and closed twice, and by it one sheet is told from the other. */
function whenInWords({ day: today, time }: SheetMoment, day: DayOnSheet): string {
  const now = `${dayInWords(today, 'en')}, ${time}`;
  if (day.kind === 'not-counted' || !day.figures.isLate) return now;
  const then = dayInWords(day.figures.counterDay, 'en');
  return day.kind === 'closed' ? `${then}. Closed late, on ${now}.` : `${then}. Still open on ${now}.`;
}

function rowsOf(day: DayOnSheet, open: number): readonly Row[] {
  switch (day.kind) {
    case 'not-counted': {
      const { issued, spoiled, wiped } = day.counts;
      return [
        {
          label: day.ofWeek === true ? 'Cards this week' : 'Cards',
          value: `${issued} issued, ${spoiled} spoiled`,
        },
        { label: day.ofWeek === true ? 'Erased this week' : 'Erased', value: erasedInWords(wiped, open) },
      ];
    }
    case 'open':
      return figureRows(day.figures, open);
    case 'closed': {
      const { blanks, expected, blanksDifference, drawer, drawerDifference } = day.closing;
      return [
        ...figureRows(day.figures, open),
        { label: 'Blanks counted', value: `${blanks}${differenceOf(blanks - expected, blanksDifference)}` },
        { label: 'Drawer', value: `${DRAWER[drawer]}${reasonOf(drawerDifference)}` },
      ];
    }
    default:
      return unreachable(day);
  }
}

function figureRows({ blanks, fees, erased, practiced }: DayFigures, open: number): readonly Row[] {
  const { issued, spoiled, testCards, waiting, printedBefore, unaccounted } = blanks;
  const some = [
    `${issued} issued, ${spoiled} spoiled, ${count(testCards, 'test card')}`,
    ...(waiting === 0 ? [] : [`${waiting} waiting`]),
    ...(printedBefore === 0 ? [] : [`${printedBefore} printed before opening`]),
    ...(unaccounted === 0 ? [] : [`up to ${unaccounted} left in the tray`]),
  ];
  return [
    { label: 'Cards', value: some.join(', ') },
    { label: 'Erased', value: erasedInWords(erased, open) },
    {
      label: 'Blanks',
      value: `${blanks.atOpening} at opening, ${blanks.added} added, ${expectedInWords(blanks.expected)}`,
    },
    { label: 'Fees', value: `${fees.paid} paid, ${fees.waived} waived` },
    ...(practiced ? [{ label: 'Practice', value: 'Practice cards aren’t counted.' }] : []),
  ];
}

function expectedInWords(expected: number): string {
  return expected < 0 ? `${-expected} more used than these` : `${expected} expected`;
}

function erasedInWords(erased: number, open: number): string {
  return `${count(erased, 'application')}${open === 0 ? '' : `; ${open} still open`}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

const DRAWER: Readonly<Record<DayClosed['drawer'], string>> = {
  'as-expected': 'Fits the number of fees',
  short: 'Too little for the number of fees',
  over: 'Too much for the number of fees',
  'not-counted': 'Not compared',
};

const REASONS: Readonly<Record<DrawerDifference, string>> = {
  none: '',
  miscounted: 'miscounted earlier',
  damaged: 'damaged and thrown away',
  missing: 'missing',
  'paid-another-day': 'a fee paid on another day than its handoff',
  'not-known': 'reason not known',
};

function reasonOf(reason: DrawerDifference): string {
  return reason === 'none' ? '' : ` (${REASONS[reason]})`;
}

function differenceOf(difference: number, reason: BlanksDifference): string {
  // The ledger's count ends at zero: a reason there says that more were used than there were.
  if (difference === 0 && reason !== 'none')
    return `, more used than were counted and added${reasonOf(reason)}`;
  if (difference === 0) return ', as expected';
  return difference < 0
    ? `, ${-difference} too few${reasonOf(reason)}`
    : `, ${difference} too many${reasonOf(reason)}`;
}
