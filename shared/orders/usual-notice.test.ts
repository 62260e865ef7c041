import { expect, test } from 'vitest';
import { localizedParagraph } from '../programme/localized.ts';
import { noticeInOrder, usualNotice } from './usual-notice.ts';

test('a notice begins in English and Spanish, and with a gap for each other language of the program', () => {
  expect(Object.keys(usualNotice(undefined))).toEqual(['en', 'es']);
  expect(localizedParagraph.safeParse(usualNotice(undefined)).success).toBe(true);
  expect(Object.keys(usualNotice(['en']))).toEqual(['en']);
  const several = usualNotice(['es-MX', 'ht']);
  expect(Object.keys(several)).toEqual(['en', 'es-MX', 'ht']);
  expect(several['es-MX']).toBe(usualNotice(undefined).es);
  // Nobody signs it so: the gap is no text.
  expect(several.ht).toBe('');
  expect(localizedParagraph.safeParse(several).success).toBe(false);
});

test('residents read a notice in every language that it has: English first, those of the policy, and those that the policy lacks', () => {
  const notice = { ar: 'مغلق', es: 'Cerrado.', en: 'Closed.' };
  const shown = (languages: readonly string[] | undefined) =>
    noticeInOrder(notice, languages).map(({ language }) => language);
  expect(shown(['en', 'es'])).toEqual(['en', 'es', 'ar']);
  expect(shown(undefined)).toEqual(['en', 'ar', 'es']);
  // A policy that came into force after it may have a language that it lacks.
  expect(noticeInOrder({ en: 'Closed.' }, ['en', 'es'])).toEqual([{ language: 'en', text: 'Closed.' }]);
});
