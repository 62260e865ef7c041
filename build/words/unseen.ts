import type { CatalogMessage } from './catalog.ts';

/** Files whose messages no screen shows, each with what becomes of them. */
const UNSEEN: Readonly<Record<string, string>> = {
  'renderer/wording/letters/language.ts':
    'Typed at “Find a letter” (answers-letters), which then shows the letters of that language.',
};

/** Why no picture can have a message; null: one can. */
export function whyUnseen({ files }: Pick<CatalogMessage, 'files'>): string | null {
  const why = files.map((file) => UNSEEN[file] ?? null);
  // What another file says as well is shown there.
  return why.includes(null) ? null : (why[0] ?? null);
}
