import { i18n, setupI18n } from '@lingui/core';
import { messages } from './en.po';

i18n.load('en', messages);
i18n.activate('en');

/**
 * What the screens of staff speak, for their `I18nProvider`. Not Lingui's global object: that is what functions of
 * renderer/wording speak, and for a moment it may speak another language (residents/wording-in.ts).
 */
export const staffI18n = setupI18n({ locale: 'en', messages: { en: messages } });
