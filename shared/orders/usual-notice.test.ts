import { expect, test } from 'vitest';
import { localizedParagraph } from '../programme/localized.ts';
import { usualNotice } from './usual-notice.ts';

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
