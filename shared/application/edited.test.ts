import { expect, it } from 'vitest';
import { type Answers, emptyAnswers } from './answers.ts';
import { edited } from './edited.ts';

const paid: Answers = {
  ...emptyAnswers,
  ...{ name: 'Ottoline Marchbanks', birthDay: '14', birthMonth: '03', birthYear: '1990' },
  route: 'replacement',
  fee: { settled: 'paid', cents: 1000 },
};

it.each<[string, Partial<Answers>, boolean]>([
  ['another name', { name: 'Ottoline Marchbanks-Quan' }, true],
  ['another document', { documents: ['passport'] }, true],
  ['the same route', { route: 'replacement' }, true],
  ['the same birth date', { birthDay: '14' }, true],
  ['another route', { route: 'correction' }, false],
  ['another day of birth', { birthDay: '15' }, false],
  ['another month of birth', { birthMonth: '04' }, false],
  ['another year of birth', { birthYear: '1991' }, false],
])('%s: whether the fee stays settled', (_what, change, stays) => {
  expect(edited(paid, (before) => ({ ...before, ...change }))).toEqual({
    ...paid,
    ...change,
    fee: stays ? paid.fee : null,
  });
});
