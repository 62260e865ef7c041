import type { Messages } from '@lingui/core';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { messages as english } from '../../i18n/en.po';

/** What the screens say in a language. Of what nobody has translated, the English. */
export function messagesIn(_language: ResidentLanguage): Messages {
  return english;
}
