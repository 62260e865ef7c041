import { beforeAll, expect, it } from 'vitest';
import { outcomes, spoilReasons } from '../../../shared/application/application-state.ts';
import { statisticsPaper } from '../../../shared/contract/paper.ts';
import type { Statistics } from '../../../shared/contract/statistics/statistics-acts.ts';
import { speakEnglish } from '../english.test-support.ts';
import { spanHeading } from '../statistics/figures.ts';
import { statisticsOnPaper } from './statistics-paper.ts';

beforeAll(speakEnglish);

const TUESDAY = { year: 2026, month: 11, day: 24 };
const FIGURES: Statistics = {
  smallestCount: 5,
  days: [
    {
      ...{ first: TUESDAY, last: TUESDAY },
      ended: outcomes.map((outcome) => (outcome === 'denied' ? null : outcome === 'issued' ? 31 : 0)),
      spoiled: spoilReasons.map(() => null),
    },
  ],
  weeks: [
    {
      ...{ first: { ...TUESDAY, day: 16 }, last: { ...TUESDAY, day: 22 } },
      ended: outcomes.map(() => 7),
      spoiled: spoilReasons.map(() => 6),
    },
  ],
  // What the screen tells of days that can point to one person is not printed.
  slowDays: [{ day: { ...TUESDAY, day: 19 }, ended: 1, facts: [] }],
};

it('statistics on paper are the figures of the days or of the weeks, with small ones hidden, and what is left out', () => {
  const about = { kioskName: 'City Hall, desk 2', today: { ...TUESDAY, day: 25 } };
  const days = statisticsPaper.parse(statisticsOnPaper(FIGURES, 'day', about));
  expect(days.heading).toBe('Statistics');
  expect(days.lines).toEqual([
    'City Hall, desk 2. Printed on November 25, 2026.',
    expect.stringMatching(
      /^A row in which every count is 0 shows 0. Otherwise, counts below 5, and zeros, are hidden/,
    ),
    expect.stringMatching(/^There are no totals/),
    expect.stringMatching(/^Not counted: reasons for denials/),
  ]);
  const [ended, spoiled] = days.tables;
  expect(ended?.columns.slice(0, 3)).toEqual([spanHeading('day'), 'Handed over', 'Denied']);
  expect(ended?.rows).toEqual([['Tue, Nov 24', '31', 'hidden', ...outcomes.slice(2).map(() => '0')]]);
  expect(spoiled?.rows).toEqual([['Tue, Nov 24', ...spoilReasons.map(() => 'hidden')]]);
  const weeks = statisticsOnPaper(FIGURES, 'week', about);
  expect(weeks.tables.map(({ columns, rows }) => [columns[0], rows[0]?.slice(0, 2)])).toEqual([
    [spanHeading('week'), [expect.stringMatching(/^Nov 16\s–\s22$/), '7']],
    [spanHeading('week'), [expect.stringMatching(/^Nov 16\s–\s22$/), '6']],
  ]);
  expect(JSON.stringify([days, weeks])).not.toContain('Nov 19');
});
