import { readFileSync } from 'node:fs';
import { formatter } from '@lingui/format-po';
import { repository } from '../vite/repository.ts';

/** A message, as translators get it. */
export interface CatalogMessage {
  readonly id: string;
  readonly english: string;
  /** Parts two messages with the same words. */
  readonly context: string | null;
  /** For the translator: one for each place that gave one. */
  readonly comments: readonly string[];
  /** The source files, from the top of the repository. */
  readonly files: readonly string[];
}

const po = formatter({ lineNumbers: false });

/** The extractor's own note on a value without a name, which is code. */
const OF_AN_UNNAMED_VALUE = /^placeholder \{\d+\}: /;

/** Reads the text of a catalog. */
export async function parseCatalog(text: string): Promise<readonly CatalogMessage[]> {
  const catalog = await po.parse(text, { locale: 'en', sourceLocale: 'en', filename: 'en.po' });
  return Object.entries(catalog).map(([id, { message = '', context, comments = [], origin = [] }]) => ({
    id,
    english: message,
    context: context ?? null,
    comments: comments.filter((comment) => !OF_AN_UNNAMED_VALUE.test(comment)),
    files: origin.map(([file]) => file),
  }));
}

/** The messages of renderer/i18n/en.po. */
export function readCatalog(): Promise<readonly CatalogMessage[]> {
  return parseCatalog(readFileSync(new URL('renderer/i18n/en.po', repository), 'utf8'));
}
