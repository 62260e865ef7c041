import { MAXIMUM_AGE_YEARS } from '../../application/birth-date.ts';
import { isInAges } from '../documents/documents.ts';
import type { Contradictable } from './contradictable.ts';
import type { Contradiction } from './contradiction.ts';

/** Bands of validity that leave an age out, or are in disorder. */
export function badBands(validity: Contradictable['validity']): readonly Contradiction[] {
  return validity.flatMap(({ fromAge }, index): readonly Contradiction[] => {
    const before = validity[index - 1];
    const path = ['validity', index, 'fromAge'];
    if (before === undefined) {
      return fromAge === 0 ? [] : [{ path, problem: 'bands-do-not-start-at-zero' }];
    }
    return before.fromAge < fromAge ? [] : [{ path, problem: 'bands-do-not-ascend' }];
  });
}

/** Ages that are none, and ages that two rules have. */
export function badAges({ documents, ageRules, fees }: Contradictable): readonly Contradiction[] {
  const spans = [
    ...documents.map(({ ages }, index) => ({ path: ['documents', index, 'ages'], ages })),
    ...(ageRules ?? []).map(({ ages }, index) => ({ path: ['ageRules', index, 'ages'], ages })),
    ...(fees ?? []).map(({ ages }, index) => ({ path: ['fees', index, 'ages'], ages })),
  ];
  const none = spans.flatMap(({ path, ages }): readonly Contradiction[] =>
    ages?.to === undefined || ages.from <= ages.to ? [] : [{ path, problem: 'ages-are-none' }],
  );
  const overlapping = (ageRules ?? []).flatMap(({ ages }, index, all): readonly Contradiction[] => {
    const isTaken = all
      .slice(0, index)
      .some(({ ages: other }) => isInAges(other, ages.from) || isInAges(ages, other.from));
    return isTaken ? [{ path: ['ageRules', index, 'ages'], problem: 'ages-overlap' }] : [];
  });
  return [...none, ...overlapping];
}

/** The youngest of each group of applicants of whom the policy asks the same. */
export function youngestOfGroups({
  documents,
  ageRules,
  minimumAgeYears,
}: Pick<Contradictable, 'documents' | 'ageRules' | 'minimumAgeYears'>): readonly number[] {
  const youngest = minimumAgeYears ?? 0;
  const spans = [...documents.map(({ ages }) => ages), ...(ageRules ?? []).map(({ ages }) => ages)];
  const edges = spans.flatMap((ages) => (ages === undefined ? [] : [ages.from, (ages.to ?? ages.from) + 1]));
  return [...new Set([youngest, ...edges])]
    .filter((age) => age >= youngest && age <= MAXIMUM_AGE_YEARS)
    .toSorted((left, right) => left - right);
}
