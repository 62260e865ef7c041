import type { CharacterRun } from '../../../shared/card/coverage.ts';

// Put in by build/vite/screens.config.ts. Not fetched: a page that is left meanwhile says that its fetch failed.
declare const __PRINTABLE_CHARACTERS__: readonly CharacterRun[];

/** What the fonts of the card have. */
export const printable = __PRINTABLE_CHARACTERS__;
