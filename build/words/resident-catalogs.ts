import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { formatter } from '@lingui/format-po';
import type { ResidentLanguage } from '../../shared/residents/language.ts';
import { repository } from '../vite/repository.ts';

/** A text that residents read, in English and in another language. */
export interface ResidentText {
  readonly id: string;
  readonly english: string;
  /** Empty: nobody has translated it. */
  readonly translation: string;
}

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

/** Names a catalog as it is: another one as soon as a text is another, in English or in the language. */
export function catalogVersion(texts: readonly ResidentText[]): string {
  const sorted = texts.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const said = sorted.map(({ id, english, translation }) => [id, english, translation]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 12);
}
