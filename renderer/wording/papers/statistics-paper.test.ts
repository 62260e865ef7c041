import { beforeAll, expect, test } from 'vitest';
import { outcomes, spoilReasons } from '../../../shared/application/application-state.ts';
import { statisticsPaper } from '../../../shared/contract/paper.ts';
import type { Statistics } from '../../../shared/contract/statistics/statistics-acts.ts';
import { speakEnglish } from '../english.test-support.ts';
import { statisticsOnPaper } from './statistics-paper.ts';

beforeAll(speakEnglish);

const today = { year: 2026, month: 11, day: 24 };
const monday = { year: 2026, month: 11, day: 16 };
const sunday = { ...monday, day: 22 };

const STATISTICS: Statistics = {
  smallestCount: 5,
  days: [
    {
      ...{ first: monday, last: monday },
      ended: outcomes.map((outcome) => (outcome === 'issued' ? 24 : null)),
      spoiled: spoilReasons.map(() => 0),
    },
  ],
  weeks: [{ first: monday, last: sunday, ended: outcomes.map(() => 31), spoiled: spoilReasons.map(() => 0) }],
  slowDays: [{ day: monday, ended: 1, facts: [{ fact: 'fee-waived', count: 1 }] }],
};

const kiosk = { kioskName: 'Counter 3', today };

test('the paper has the figures of the span that is shown, “hidden” in the place of a hidden one, and no slow day', () => {
  const paper = statisticsPaper.parse(statisticsOnPaper(STATISTICS, 'day', kiosk));
  expect(paper.lines[0]).toMatch(/^Counter 3\. Printed on .*2026\.$/);
  expect(paper.lines.join(' ')).toContain('Counts below 5 are hidden, zero as well');
  const [ended, spoiled] = paper.tables;
  // The first column names the rows.
  expect(ended?.columns.slice(1)).toEqual(['Handed over', 'Denied', 'Withdrawn', 'Expired', 'Called off']);
  expect(ended?.rows).toEqual([['Mon, Nov 16', '24', ...outcomes.slice(1).map(() => 'hidden')]]);
  expect(spoiled?.rows).toEqual([['Mon, Nov 16', ...spoilReasons.map(() => '0')]]);
  expect(JSON.stringify(paper)).not.toContain('waived');
});

test('weeks have their own rows', () => {
  const [ended] = statisticsOnPaper(STATISTICS, 'week', kiosk).tables;
  expect(ended?.rows).toEqual([[expect.stringMatching(/^Nov 16\s–\s22$/u), ...outcomes.map(() => '31')]]);
});
