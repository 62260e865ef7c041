import type { Contradictable } from './contradictable.ts';
import type { Contradiction } from './contradiction.ts';
import { badAges, badBands } from './in-ages.ts';
import { badChoices, badFields, withoutRoom } from './in-fields.ts';
import { allDuplicates, missingTranslations, strayCategories } from './in-names.ts';
import { badRoutes, badRule } from './in-rules.ts';

/** Everything in a well-formed policy that contradicts itself; empty when nothing does. */
export function findContradictions(policy: Contradictable): readonly Contradiction[] {
  return [
    ...allDuplicates(policy),
    ...badFields(policy),
    ...badChoices(policy.fields),
    ...withoutRoom(policy.fields),
    ...strayCategories(policy),
    ...missingTranslations(policy),
    ...badBands(policy.validity),
    ...badAges(policy),
    ...badRoutes(policy),
    ...badRule(policy),
  ];
}
