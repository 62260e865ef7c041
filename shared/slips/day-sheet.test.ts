import { expect, it } from 'vitest';
import { SAMPLE_FIGURES } from '../contract/counter-day/day-acts.test-support.ts';
import { daySheetPaper } from '../contract/paper.ts';
import { SAMPLE_DAY_SHEET } from '../paper/sample-papers.test-support.ts';
import { type DayOnSheet, daySheetOnPaper, type SheetMoment } from './day-sheet.ts';

const NOW: SheetMoment = { day: { year: 2026, month: 11, day: 24 }, time: '6:12 PM', open: 0 };
const HEAD = {
  sequence: 9,
  hash: '0f'.repeat(32),
  short: '0000 0090 0000',
  key: '8796 a5b4',
  code: '04XG 7R1K',
};

/** What stands beside each label. */
function rowsOf(day: DayOnSheet): Readonly<Record<string, string>> {
  const sheet = daySheetPaper.parse(daySheetOnPaper('City Hall, desk 2', NOW, day, HEAD));
  expect(sheet.hands).toHaveLength(2);
  return Object.fromEntries(sheet.rows.map(({ label, value }) => [label, value]));
}

it('a closed day has its figures, both counts, and no word where nothing is out of the ordinary', () => {
  const closing = {
    blanks: 447,
    expected: 447,
    blanksDifference: 'none',
    drawer: 'as-expected',
    drawerDifference: 'none',
  } as const;
  expect(rowsOf({ kind: 'closed', figures: SAMPLE_FIGURES, closing })).toEqual({
    Kiosk: 'City Hall, desk 2',
    Day: 'November 24, 2026, 6:12 PM',
    Cards: '31 issued, 1 spoiled, 1 test card',
    Erased: '33 applications',
    Blanks: '480 at opening, 0 added, 447 expected',
    Fees: '28 paid, 3 waived',
    'Blanks counted': '447, as expected',
    Drawer: 'Fits the number of fees',
    Checkpoint: '0000 0090 0000',
    'Head at entry 9': '0f0f '.repeat(16).trim(),
    'Key fingerprint': '8796 a5b4',
  });
});

it('differences stand there with their reasons, and what is late, of practice or not counted yet is said', () => {
  const { rows, heading } = SAMPLE_DAY_SHEET;
  expect(heading).toBe('Day sheet, opening 2 of the day');
  expect(Object.fromEntries(rows.map(({ label, value }) => [label, value]))).toMatchObject({
    Day: 'November 24, 2026. Closed late, on November 25, 2026, 9:05 AM.',
    Cards: '31 issued, 1 spoiled, 1 test card, 2 waiting, 1 printed before opening, up to 3 left in the tray',
    Blanks: '480 at opening, 200 added, 643 expected',
    'Blanks counted': '642, 1 too few (damaged and thrown away)',
    Drawer: 'Too much for the number of fees (reason not known)',
    Practice: 'Practice cards aren’t counted.',
    Erased: '33 applications; 2 still open',
  });
});

it('a day that is open, or that nobody opened, is not said to be closed', () => {
  const open = rowsOf({ kind: 'open', figures: { ...SAMPLE_FIGURES, isLate: true } });
  expect(open.Day).toBe('November 24, 2026. Still open on November 24, 2026, 6:12 PM.');
  expect(open['Blanks counted']).toBeUndefined();
  const counts = { issued: 3, spoiled: 0, wiped: 1 };
  const plain = rowsOf({ kind: 'not-counted', counts });
  expect(plain).toMatchObject({ Cards: '3 issued, 0 spoiled', Erased: '1 application' });
  expect(plain.Blanks).toBeUndefined();
  const headingOf = (day: DayOnSheet) => daySheetOnPaper('desk', NOW, day, HEAD).heading;
  expect(headingOf({ kind: 'open', figures: SAMPLE_FIGURES })).toContain('not closed');
  // Nobody opened one, or it was closed before: its sheet is another one.
  expect(headingOf({ kind: 'not-counted', counts })).toContain('no day open');
});
