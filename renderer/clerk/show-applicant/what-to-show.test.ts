import { expect, test } from 'vitest';
import { emptyAnswers } from '../../../shared/application/answers.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { hasToShow, noticesAt } from './what-to-show.ts';

const notice = { id: 'voluntary', at: 'before-answers', text: { en: 'You decide what to answer.' } } as const;
const reading = (language: ResidentLanguage) => ({
  answers: { ...emptyAnswers, documents: [], language },
  denial: null,
});

test('a notice belongs to its step, in every language', () => {
  const policy = { notices: [notice, { ...notice, id: 'keep-it', at: 'hand-over' as const }] };
  expect(noticesAt('answers', policy).map(({ id }) => id)).toEqual(['voluntary']);
  expect(noticesAt('hand-over', policy).map(({ id }) => id)).toEqual(['keep-it']);
  expect(hasToShow('answers', reading('en'), policy, true)).toBe(true);
  expect(hasToShow('photo', reading('pl'), policy, false)).toBe(false);
});

test('questions and documents are shown to whoever reads another language than the clerk', () => {
  expect(hasToShow('answers', reading('en'), {}, true)).toBe(false);
  expect(hasToShow('answers', reading('ar'), {}, true)).toBe(true);
  expect(hasToShow('documents', reading('ar'), {}, true)).toBe(true);
  // Who has not chosen a language yet may do it there.
  expect(hasToShow('answers', reading('en'), {}, false)).toBe(true);
  expect(hasToShow('check', reading('ar'), {}, false)).toBe(false);
});

test('a refusal is shown wherever the wizard is', () => {
  const denial = { reasons: ['x'], day: { year: 2026, month: 11, day: 24 }, code: null, modules: null };
  expect(hasToShow('check', { ...reading('en'), denial }, {}, true)).toBe(true);
});
