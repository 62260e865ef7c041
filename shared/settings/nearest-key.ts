import { nearestWord } from '../nearest-word.ts';
import { shortened } from '../start/shortened.ts';
import { type KeyPath, keyInWords, keysIn, knownKeys } from './known-keys.ts';

/**
 * The known key that a misspelt one comes nearest to, as people name it: of this table, unless one of another table is
 * called exactly so, which is a key in the wrong place.
 */
export function nearestKey(table: KeyPath, misspelt: string): string | null {
  const elsewhere = knownKeys.find(({ path }) => path.at(-1) === misspelt);
  if (elsewhere !== undefined)
    return elsewhere.path.length > 1 ? keyInWords(elsewhere.path) : `${misspelt} above the first [table]`;
  const here = keysIn(table).length === 0 ? keysIn([]) : keysIn(table);
  return nearestWord(
    shortened(misspelt),
    here.map(({ path }) => path.at(-1) ?? ''),
  );
}
