import { expect, test } from 'vitest';
import { countsInWords, looksOf } from './counts.ts';

const look = { state: 'start', look: '640 × 400, light', engine: 'axe', rules: 20, violations: 1 };

test('what tests noted is added up for each engine, and what else they noted is left', () => {
  const noted = [
    look,
    { ...look, look: '1280 × 800, light', rules: 22, violations: 0 },
    { ...look, engine: 'other' },
  ];
  const annotations = [
    { type: 'measured', description: 'no look' },
    ...noted.map((each) => ({ type: 'accessibility', description: JSON.stringify(each) })),
  ];
  expect(countsInWords(looksOf(annotations))).toEqual([
    'axe: 1 states in 2 looks, 2 screens; 42 rules checked, 1 violations',
    'other: 1 states in 1 looks, 1 screens; 20 rules checked, 1 violations',
  ]);
});
