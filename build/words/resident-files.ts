import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isOfTests } from '../check/imports.ts';
import { repository } from '../vite/repository.ts';

const root = fileURLToPath(repository);

/** Folders whose every text is for residents. */
const RESIDENTS_OWN = ['renderer/resident', 'renderer/wording/resident'];

/**
 * Files outside of those folders whose texts residents read as well: what is wrong with an answer, and the paper that
 * they carry home. A list by hand, and not whatever is imported: an import by chance would bring words of staff into eight
 * languages, and nobody would notice.
 */
export const SHARED_WITH_STAFF: readonly string[] = [
  'renderer/parts/text-field/text-field.tsx',
  'renderer/wording/application/doubt.ts',
  'renderer/wording/application/fields.ts',
  'renderer/wording/application/problem.ts',
  'renderer/wording/papers/receipt-paper.ts',
  'renderer/wording/papers/search.ts',
  'renderer/wording/papers/wipe-result.ts',
];

/** Those of them that no resident's screen needs: residents carry the paper home. */
export const PAPERS: readonly string[] = ['renderer/wording/papers/receipt-paper.ts'];

/** Source files whose texts residents read, from the top of the repository: those of the second catalog. */
export function residentFiles(): readonly string[] {
  const own = RESIDENTS_OWN.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }));
  return [...own.filter((path) => !isOfTests(path)), ...SHARED_WITH_STAFF].toSorted();
}
