import { expect, it } from 'vitest';
import { harborCity } from '../programme/harbor-city.test-support.ts';
import { type Answers, emptyAnswers } from './answers.ts';
import { edited } from './edited.ts';
import type { Fee } from './route.ts';

/** On whose day a replacement costs 10.00 from 18 to 64, and nothing else costs anything. */
const TODAY = { year: 2026, month: 11, day: 24 };
const PAID = { settled: 'paid', cents: 1000 } as const;
const FOR_ANOTHER = { settled: 'paid-for-another', cents: 1000 } as const;
const WAIVED = { settled: 'waived', cents: 1000 } as const;

const replaced = (fee: Fee): Answers => ({
  ...emptyAnswers,
  ...{ name: 'Ottoline Marchbanks', birthDay: '14', birthMonth: '03', birthYear: '1990' },
  ...{ route: 'replacement', fee },
});

const change = (before: Answers, ...changes: readonly Partial<Answers>[]): Answers =>
  changes.reduce<Answers>(
    (answers, each) => edited(answers, (now) => ({ ...now, ...each }), harborCity, TODAY),
    before,
  );

it.each<[string, Partial<Answers>, Fee, Fee]>([
  ['another name', { name: 'Ottoline Marchbanks-Quan' }, PAID, WAIVED],
  ['another document', { documents: ['passport'] }, PAID, WAIVED],
  ['the same route', { route: 'replacement' }, PAID, WAIVED],
  ['the same birth date', { birthDay: '14' }, PAID, WAIVED],
  ['another day of birth', { birthDay: '15' }, PAID, null],
  ['another month of birth', { birthMonth: '04' }, PAID, null],
  ['another year of birth', { birthYear: '1991' }, PAID, null],
  ['half a year of birth', { birthYear: '199' }, FOR_ANOTHER, null],
  ['a year in which nothing is due', { birthYear: '1950' }, FOR_ANOTHER, null],
  ['another route', { route: 'correction' }, FOR_ANOTHER, null],
])('%s: what is paid is kept, and what is waived is asked anew', (_what, changed, paid, waived) => {
  expect(change(replaced(PAID), changed)).toEqual({ ...replaced(paid), ...changed });
  expect(change(replaced(WAIVED), changed)).toEqual({ ...replaced(waived), ...changed });
  expect(change(replaced(null), changed)).toEqual({ ...replaced(null), ...changed });
});

it('money that was received settles the fee again once it comes to the same', () => {
  expect(change(replaced(PAID), { birthYear: '199' }, { birthYear: '1991' }).fee).toEqual(PAID);
  const routes = ['correction', 'first', 'renewal', 'replacement'] as const;
  expect(change(replaced(PAID), ...routes.map((route) => ({ route }))).fee).toEqual(PAID);
  expect(change(replaced(FOR_ANOTHER), { name: 'Ottoline' }).fee).toEqual(FOR_ANOTHER);
});
