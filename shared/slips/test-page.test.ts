import { expect, test } from 'vitest';
import { testPagePaper } from '../contract/paper.ts';
import { SAMPLE_TEST_PAGE } from '../paper/sample-papers.test-support.ts';
import { testPageOnPaper } from './test-page.ts';

test('a test page says where, when and by which printer it was printed, and that it is a test', () => {
  expect(SAMPLE_TEST_PAGE.heading).toBe('Test page');
  expect(SAMPLE_TEST_PAGE.rows).toEqual([
    { label: 'Program', value: 'Harbor City Municipal ID' },
    { label: 'Kiosk', value: 'City Hall, desk 2' },
    { label: 'Printed', value: 'November 25, 2026, 9:41 AM' },
    { label: 'Printer', value: 'Invented Office Printer' },
  ]);
  expect(SAMPLE_TEST_PAGE.lines[0]).toContain('is a test');
});

test.each([
  ['Office\u202e 12', 'Office 12'],
  ['\uf8ff LaserJet', 'LaserJet'],
  ['\uf8ff', 'No name'],
  ['', 'No name'],
])('a printer that calls itself %j has a test page all the same', (printerName, said) => {
  const page = testPageOnPaper({
    ...{ programme: { en: 'Harbor City' }, kioskName: 'Desk 2', time: '9:41 AM' },
    ...{ day: { year: 2026, month: 11, day: 25 }, printerName },
  });
  expect(testPagePaper.safeParse(page).success).toBe(true);
  expect(page.rows.at(-1)?.value).toBe(said);
});
