import { expect, test } from 'vitest';
import { localizedParagraph } from '../programme/localized.ts';
import { residentLanguages } from '../residents/language.ts';
import { noticeInOrder, noticeLanguages, USUAL_NOTICE, usualNotice } from './usual-notice.ts';

test('a notice begins in every language that residents may choose', () => {
  const usual = usualNotice(undefined, residentLanguages);
  expect(usual).toEqual(USUAL_NOTICE);
  expect(localizedParagraph.safeParse(usual).success).toBe(true);
  expect(Object.keys(usualNotice(undefined, ['en', 'ar']))).toEqual(['en', 'es', 'ar']);
});

test('it must be in English and those of the program, and has a gap for one that nobody has translated', () => {
  expect(noticeLanguages(undefined)).toEqual(['en', 'es']);
  expect(noticeLanguages(['en'])).toEqual(['en']);
  expect(Object.keys(usualNotice(['en'], []))).toEqual(['en']);
  const several = usualNotice(['es-MX', 'ht'], ['en', 'es', 'pl']);
  // Nobody reads the same twice.
  expect(Object.keys(several)).toEqual(['en', 'es-MX', 'ht', 'pl']);
  expect(several['es-MX']).toBe(USUAL_NOTICE.es);
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
