import { i18n } from '@lingui/core';
import { afterEach, expect, it } from 'vitest';
import { residentLanguages } from '../../../shared/residents/language.ts';
import { whatHappensInWords } from '../../wording/resident/promises.ts';
import { speak } from './speak.ts';
import { wordingIn } from './wording-in.ts';

afterEach(() => speak('en'));

it('speaks each language at once, and another one in each', () => {
  speak('en');
  const begun = performance.now();
  const said = residentLanguages.map((language) => {
    speak(language);
    return whatHappensInWords(false);
  });
  expect((performance.now() - begun) / residentLanguages.length).toBeLessThan(100);
  expect(new Set(said).size).toBe(residentLanguages.length);
  expect(said[0]).toBe('After you get your card or leave without one, the kiosk erases what you entered.');
});

it('says something in another language while the page goes on in its own', () => {
  speak('pl');
  const polish = whatHappensInWords(true);
  const arabic = wordingIn('ar', () => whatHappensInWords(true));
  expect(arabic).toContain('منع قانوني للمحو');
  expect([i18n.locale, whatHappensInWords(true)]).toEqual(['pl', polish]);
});

it('goes on in its own language also where the words fail', () => {
  speak('fr');
  expect(() =>
    wordingIn('hi', () => {
      throw new Error('no words');
    }),
  ).toThrow('no words');
  expect(i18n.locale).toBe('fr');
});

it('writes numbers in Latin digits in every language', () => {
  for (const language of residentLanguages) {
    speak(language);
    expect(i18n.number(1_987)).toMatch(/^1\D?987$/);
  }
});
