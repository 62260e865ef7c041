import { protectionsOfComparison } from './compared-files.ts';
import { protectionsOfDay } from './day-as-a-set.ts';
import { protectionsOfFiles } from './files-that-fit.ts';
import { protectionsOfTraces } from './nothing-linkable.ts';
import type { Protection } from './protection.ts';
import { protectionsOfPapers } from './proving-papers.ts';
import { protectionsOfRows } from './rows-by-hand.ts';
import { protectionsOfLedger } from './signed-ledger.ts';
import { protectionsOfKey } from './signing-key.ts';
import { protectionsOfPeople } from './two-people.ts';

/** Every protection that can be taken out, a list of this folder for each subject. */
export const protections: readonly Protection[] = [
  ...protectionsOfTraces,
  ...protectionsOfDay,
  ...protectionsOfFiles,
  ...protectionsOfRows,
  ...protectionsOfComparison,
  ...protectionsOfKey,
  ...protectionsOfLedger,
  ...protectionsOfPapers,
  ...protectionsOfPeople,
];
