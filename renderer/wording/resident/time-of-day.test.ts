import { i18n } from '@lingui/core';
import { expect, test } from 'vitest';
import { type ResidentLanguage, residentLanguages } from '../../../shared/residents/language.ts';
import { timeOfDay } from './time-of-day.ts';

/** Half past four in the afternoon in New York. */
const AFTERNOON = Date.UTC(2026, 10, 24, 21, 30);
/** Five past one there, and twenty past midnight. */
const ONE = Date.UTC(2026, 10, 24, 18, 5);
const MIDNIGHT = Date.UTC(2026, 10, 25, 5, 20);

function told(locale: string, moment: number): string {
  i18n.loadAndActivate({ locale, messages: {} });
  return timeOfDay(moment, 'America/New_York').replace(/[\u00a0\u202f]/g, ' ');
}

test('a time of day is told by the clock of the city, as each language says it', () => {
  expect(told('en', AFTERNOON)).toBe('4:30 PM');
  expect(['pl', 'zh-Hans', 'uk'].map((locale) => told(locale, AFTERNOON))).toEqual([
    '16:30',
    '16:30',
    '16:30',
  ]);
  expect(told('fr', AFTERNOON)).toBe('16 h 30');
  expect(told('fr', MIDNIGHT)).toBe('0 h 20');
});

test('Spanish has the article that goes with the hour', () => {
  expect(told('es', AFTERNOON)).toBe('las 4:30 p.m.');
  expect(told('es', ONE)).toBe('la 1:05 p.m.');
  expect(told('es', MIDNIGHT)).toBe('las 12:20 a.m.');
});

test('Hindi names the part of the day in its own letters, with Latin digits; Arabic counts 24 hours', () => {
  expect(told('hi', AFTERNOON)).toMatch(/^\p{Script=Devanagari}+ 4:30$/u);
  for (const locale of ['ar', 'hi'])
    for (const moment of [AFTERNOON, ONE, MIDNIGHT]) expect(told(locale, moment)).not.toMatch(/[a-z]/i);
});

/** On the hour there, of November 25. */
const onTheHour = [5, 17, 18].map((hour) => Date.UTC(2026, 10, 25, hour));

// At these hours a language changes its words for the part of the day, and at midnight the date as well.
const ON_THE_HOUR: Readonly<
  Record<ResidentLanguage, readonly [midnight: string, noon: string, one: string]>
> = {
  en: ['12:00 AM', '12:00 PM', '1:00 PM'],
  es: ['las 12:00 a.m.', 'las 12:00 p.m.', 'la 1:00 p.m.'],
  pl: ['00:00', '12:00', '13:00'],
  'zh-Hans': ['00:00', '12:00', '13:00'],
  ar: ['00:00', '12:00', '13:00'],
  uk: ['00:00', '12:00', '13:00'],
  fr: ['0 h 00', '12 h 00', '13 h 00'],
  hi: ['00:00', 'दोपहर 12:00', 'दोपहर 1:00'],
};

test.each(residentLanguages)('midnight, noon and one o’clock are told as themselves: %s', (language) => {
  expect(onTheHour.map((moment) => told(language, moment))).toEqual(ON_THE_HOUR[language]);
});
