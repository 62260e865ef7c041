import { i18n } from '@lingui/core';
import { expect, test } from 'vitest';
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

test('Arabic and Hindi name the part of the day in their own letters, with Latin digits', () => {
  expect(told('ar', AFTERNOON)).toMatch(/^4:30 \p{Script=Arabic}{2,}/u);
  expect(told('hi', AFTERNOON)).toMatch(/^\p{Script=Devanagari}+ 4:30$/u);
  for (const locale of ['ar', 'hi'])
    for (const moment of [AFTERNOON, ONE, MIDNIGHT]) expect(told(locale, moment)).not.toMatch(/[a-z]/i);
});
