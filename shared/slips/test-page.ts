import type { CalendarDate } from '../calendar.ts';
import type { TestPagePaper } from '../contract/paper.ts';
import { dayInWords } from '../day-in-words.ts';
import { inLanguage, type Localized } from '../programme/localized.ts';
import { printable } from './printable.ts';

/** Where and when a test page was printed, and by which printer. */
export interface TestPagePlace {
  readonly programme: Localized;
  readonly kioskName: string;
  readonly day: CalendarDate;
  /** On the wall at the counter, such as "6:12 PM". */
  readonly time: string;
  readonly printerName: string;
}

/** Letters of each writing that a card can have, those first that are often drawn wrong: marks above and below, and joins. */
const LETTERS_OF_CARDS: readonly string[] = [
  'ÁÄÅĄĆÇĐËĞİŁÑØŐŞȘŤƯÝŽ áäåąćçđëğıłñøőşșťưýž',
  'ẠẮẤẾỆỐỢỮ ạắấếệốợữ · Æ Œ ß þ ð',
  'ΑΒΓΔΘΛΞΣΨΩ άέήίόύώ',
  'АБВГҐДЄЖИЇЙЩЫЯ абвгґдєжиїйщыя',
  'العربية · فارسی · اردو',
  'हिन्दी · नेपाली',
  '中文 · 漢字',
];

/** A printer may have no name, or one with signs of its maker's own, which no paper carries. */
function nameOnPaper(name: string): string {
  const left = printable(name);
  return left === '' ? 'No name' : left;
}

/** The test page. In English, as all that staff read on paper; about nobody. */
export function testPageOnPaper(place: TestPagePlace): TestPagePaper {
  const { programme, kioskName, day, time, printerName } = place;
  return {
    kind: 'test-page',
    heading: 'Test page',
    rows: [
      { label: 'Program', value: printable(inLanguage(programme, 'en')) },
      { label: 'Kiosk', value: kioskName },
      { label: 'Printed', value: `${dayInWords(day, 'en')}, ${time}` },
      { label: 'Printer', value: nameOnPaper(printerName) },
    ],
    lines: [
      'This page is a test. It is about nobody, and the kiosk keeps no copy.',
      'Check that the frame is whole on all four sides, and that every line is black and sharp.',
    ],
    letters: { label: 'Letters of the cards: none may be an empty box', lines: [...LETTERS_OF_CARDS] },
  };
}
