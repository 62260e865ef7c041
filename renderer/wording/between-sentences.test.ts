import { i18n } from '@lingui/core';
import { expect, test } from 'vitest';
import { residentLanguages } from '../../shared/residents/language.ts';
import { betweenSentences } from './between-sentences.ts';

test('sentences have a space between them in every language but Chinese', () => {
  const between = residentLanguages.map((language) => {
    i18n.loadAndActivate({ locale: language, messages: {} });
    return [language, betweenSentences()];
  });
  expect(between.filter(([, gap]) => gap !== ' ')).toEqual([['zh-Hans', '']]);
});
