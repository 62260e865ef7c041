import type { Messages } from '@lingui/core';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { messages as en } from '../en.po';
import { messages as ar } from './ar.po';
import { messages as es } from './es.po';
import { messages as fr } from './fr.po';
import { messages as hi } from './hi.po';
import { messages as pl } from './pl.po';
import { messages as uk } from './uk.po';
import { messages as zhHans } from './zh-Hans.po';

/**
 * What the page says in each language of residents; in English that is what staff read as well. All of it is in the page:
 * switching reads no file and waits for nothing.
 */
export const catalogs: Readonly<Record<ResidentLanguage, Messages>> = {
  en,
  es,
  pl,
  'zh-Hans': zhHans,
  ar,
  uk,
  fr,
  hi,
};
