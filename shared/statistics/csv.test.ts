import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outcomes, spoilReasons } from '../application/application-state.ts';
import { statisticsAsCsv } from './csv.ts';

const day = { year: 2026, month: 11, day: 24 };

it('has a row for each period, and a word where a figure is hidden', () => {
  const [heading, row, end] = statisticsAsCsv(
    [
      {
        ...{ first: day, last: { ...day, day: 25 } },
        ended: outcomes.map((outcome) => (outcome === 'issued' ? 31 : null)),
        spoiled: spoilReasons.map(() => 0),
      },
    ],
    5,
  ).split('\r\n');
  const hidden = outcomes.slice(1).map(() => 'hidden');
  expect(heading).toMatch(/^first-day,last-day,ended-issued,.*,spoiled-not-collected,hidden-below$/);
  expect(row).toBe(
    ['2026-11-24', '2026-11-25', '31', ...hidden, ...spoilReasons.map(() => '0'), '5'].join(','),
  );
  expect(end).toBe('');
});

it('has no cell that a spreadsheet takes for a formula, or that needs a quote', () => {
  const figure = fc.option(fc.integer({ min: 0 }));
  const of = (words: readonly string[]) =>
    fc.array(figure, { minLength: words.length, maxLength: words.length });
  const period = fc.record({
    first: fc.constant(day),
    last: fc.constant(day),
    ended: of(outcomes),
    spoiled: of(spoilReasons),
  });
  fc.assert(
    fc.property(fc.array(period, { maxLength: 3 }), (periods) => {
      const lines = statisticsAsCsv(periods, 5).trimEnd().split('\r\n');
      expect(lines).toHaveLength(periods.length + 1);
      for (const line of lines) {
        const cells = line.split(',');
        expect(cells).toHaveLength(outcomes.length + spoilReasons.length + 3);
        for (const cell of cells) expect(cell).toMatch(/^[a-z0-9][a-z0-9-]*$/);
      }
    }),
  );
});
