import { i18n } from '@lingui/core';
import { expect, test } from 'vitest';
import { suspensionAloud } from './use-tell-suspension.ts';

const SINCE = Date.UTC(2026, 10, 24);
const BY_ORDER = {
  since: SINCE,
  notice: { en: 'Closed today.', es: 'Hoy cerrado.', 'zh-Hans': '今天关闭。' },
};
const BY_HAND = { since: SINCE, notice: { en: 'No new applications.', 'zh-Hans': '不收新申请。' } };

test('each notice in force is said once, in the language of the screen or in English', () => {
  i18n.loadAndActivate({ locale: 'es', messages: {} });
  expect(suspensionAloud([BY_ORDER, BY_HAND, BY_ORDER], 'es')).toBe('Hoy cerrado. No new applications.');
  i18n.loadAndActivate({ locale: 'zh-Hans', messages: {} });
  expect(suspensionAloud([BY_ORDER, BY_HAND], 'zh-Hans')).toBe('今天关闭。不收新申请。');
});

test('of one that is only announced nothing is said', () => {
  expect(suspensionAloud([{ ...BY_ORDER, since: null }], 'en')).toBeNull();
  expect(suspensionAloud([], 'en')).toBeNull();
});
