import { i18n } from '@lingui/core';
import { beforeAll, expect, test } from 'vitest';
import { languageForStaff } from './language-for-staff.ts';

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));

test('a language is told by its English name, and a tag that names none as it stands', () => {
  expect(languageForStaff('pl')).toBe('Polish');
  expect(languageForStaff('zh-Hans')).toBe('Simplified Chinese');
  expect(languageForStaff('en-12')).toBe('en-12');
});
