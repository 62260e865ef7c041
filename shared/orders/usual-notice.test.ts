import { expect, test } from 'vitest';
import { localizedParagraph } from '../programme/localized.ts';
import { residentLanguages } from '../residents/language.ts';
import { noticeLanguages, USUAL_NOTICE, usualNotice } from './usual-notice.ts';

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
