import { i18n } from '@lingui/core';
import { afterEach, expect, test } from 'vitest';
import { listInWords } from './list.ts';

afterEach(() => i18n.activate('en'));

test('a list is as the language of the screen has it', () => {
  i18n.load({ en: {}, pl: {} });
  i18n.activate('en');
  expect(listInWords(['12', '14', '15'])).toBe('12, 14, and 15');
  expect(listInWords(new Set(['Ana Ruiz']))).toBe('Ana Ruiz');
  i18n.activate('pl');
  expect(listInWords(['12', '14', '15'])).toBe('12, 14 i 15');
});
