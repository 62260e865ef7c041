import { expect, it } from 'vitest';
import { inLanguage, saidIn } from './localized.ts';

const label = { en: 'Library number', es: 'Número de biblioteca', zh: '图书馆编号', fr: 'Library number' };

it.each([
  ['es', 'Número de biblioteca', 'es'],
  ['zh-Hans', '图书馆编号', 'zh'],
  ['ar', 'Library number', 'en'],
  // The same words may be another language's.
  ['fr', 'Library number', 'fr'],
])('says in %s “%s”, and that it is in %s', (locale, words, language) => {
  expect(saidIn(label, locale)).toEqual({ words, language });
  expect(inLanguage(label, locale)).toBe(words);
});
