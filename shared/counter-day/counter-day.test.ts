import { expect, it } from 'vitest';
import { drawerVerdict } from './drawer.ts';
import { readBlanks, readMoney } from './read-counted.ts';

const value = (number: number) => ({ ok: true, value: number });
const problem = (kind: string) => ({ ok: false, error: kind });

it.each([
  ['480', value(480)],
  [' 0 ', value(0)],
  ['00099999', value(99_999)],
  ['100000', problem('too-many')],
  ['1234567890', problem('too-many')],
  ['9'.repeat(400), problem('too-many')],
  ['-4', problem('no-number')],
  ['4.5', problem('no-number')],
  ['4e2', problem('no-number')],
  ['forty', problem('no-number')],
  ['٤٨', problem('no-number')],
  ['  ', problem('empty')],
])('blanks: %j', (typed, read) => {
  expect(readBlanks(typed)).toEqual(read);
});

it.each([
  ['280', 2, value(28_000)],
  ['280.50', 2, value(28_050)],
  ['1,280.50', 2, value(128_050)],
  ['0', 2, value(0)],
  ['500', 0, value(500)],
  ['280.5', 2, problem('no-number')],
  ['500.00', 0, problem('no-number')],
  ['12,80', 2, problem('no-number')],
  ['-1.00', 2, problem('no-number')],
  ['$5', 2, problem('no-number')],
  ['1000000.00', 2, problem('too-many')],
  ['', 2, problem('empty')],
])('money: %j with %i digits', (typed, digits, read) => {
  expect(readMoney(typed, digits)).toEqual(read);
});

it('a drawer is judged by the least and the most that so many fees come to', () => {
  const expected = { leastCents: 1_000, mostCents: 1_500, currency: 'USD' };
  const judged = [999, 1_000, 1_500, 1_501, null].map((cents) => drawerVerdict(expected, cents));
  expect(judged).toEqual(['short', 'as-expected', 'as-expected', 'over', 'not-counted']);
  expect(drawerVerdict(null, 1_000)).toBe('not-counted');
});
