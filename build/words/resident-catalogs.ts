import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { formatter } from '@lingui/format-po';
import type { ResidentLanguage } from '../../shared/residents/language.ts';
import { repository } from '../vite/repository.ts';
import type { ResidentText } from './resident-text.ts';
import { slipTexts } from './slip-texts.ts';
import { usualNoticeText } from './usual-notice-text.ts';

const po = formatter({ lineNumbers: false });

/** The residents' catalog in a language, in the order of its file. */
export async function readResidentCatalog(language: ResidentLanguage): Promise<readonly ResidentText[]> {
  const file = `renderer/i18n/residents/${language}.po`;
  const catalog = await po.parse(readFileSync(new URL(file, repository), 'utf8'), {
    ...{ locale: language, sourceLocale: 'en', filename: file },
  });
  return Object.entries(catalog).map(([id, { message = '', translation = '' }]) => ({
    ...{ id, english: message, translation },
  }));
}

/** Everything of the program that residents read in a language: the catalog of the screens, the words of slips, and the usual notice of a suspension. */
export async function readResidentTexts(language: ResidentLanguage): Promise<readonly ResidentText[]> {
  return [...(await readResidentCatalog(language)), ...slipTexts(language), usualNoticeText(language)];
}

/** Names these texts as they are: another version as soon as one of them is another, in English or in the language. */
export function versionOf(texts: readonly ResidentText[]): string {
  const sorted = texts.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const said = sorted.map(({ id, english, translation }) => [id, english, translation]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 12);
}
