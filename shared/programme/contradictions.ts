import { unreachable } from '../result.ts';
import type { CategoryId, DocumentCategory, DocumentKind, DocumentRule } from './documents.ts';
import { assess } from './requirements.ts';

/** A contradiction within a policy, with its path. */
export interface Contradiction {
  readonly path: readonly (string | number)[];
  readonly problem:
    | 'duplicate-id'
    | 'unknown-category'
    | 'points-missing'
    | 'bands-do-not-start-at-zero'
    | 'bands-do-not-ascend'
    | 'rule-cannot-be-satisfied';
}

interface Contradictable {
  readonly categories: readonly DocumentCategory[];
  readonly documents: readonly DocumentKind[];
  readonly rule: DocumentRule;
  readonly validity: readonly { readonly fromAge: number }[];
}

function duplicates(list: 'categories' | 'documents', ids: readonly string[]): readonly Contradiction[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [{ path: [list, index, 'id'], problem: 'duplicate-id' as const }],
  );
}

function categoriesOfRule(rule: DocumentRule): readonly CategoryId[] {
  switch (rule.kind) {
    case 'coverage':
      return [];
    case 'points':
      return rule.minimums.map(({ category }) => category);
    case 'one-a-or-two-b':
      return [...rule.listA, ...rule.listB];
    case 'primary-and-secondary':
      return [...rule.primary, ...rule.secondary];
    default:
      return unreachable(rule);
  }
}

function strayCategories(policy: Contradictable): readonly Contradiction[] {
  const known = policy.categories.map(({ id }) => id);
  const found: Contradiction[] = [];
  for (const [index, document] of policy.documents.entries()) {
    if (!known.includes(document.category)) {
      found.push({ path: ['documents', index, 'category'], problem: 'unknown-category' });
    }
    if ((document.points ?? []).some(({ category }) => !known.includes(category))) {
      found.push({ path: ['documents', index, 'points'], problem: 'unknown-category' });
    }
  }
  if (categoriesOfRule(policy.rule).some((category) => !known.includes(category))) {
    found.push({ path: ['rule'], problem: 'unknown-category' });
  }
  return found;
}

function badBands(validity: Contradictable['validity']): readonly Contradiction[] {
  return validity.flatMap(({ fromAge }, index): readonly Contradiction[] => {
    const before = validity[index - 1];
    const path = ['validity', index, 'fromAge'];
    if (before === undefined) {
      return fromAge === 0 ? [] : [{ path, problem: 'bands-do-not-start-at-zero' }];
    }
    return before.fromAge < fromAge ? [] : [{ path, problem: 'bands-do-not-ascend' }];
  });
}

function badRule({ rule, documents }: Contradictable): readonly Contradiction[] {
  // Silence about points would count as zero; under this rule it has to be said ([]: none).
  const silent: readonly Contradiction[] =
    rule.kind !== 'points'
      ? []
      : documents.flatMap((document, index) =>
          document.points === undefined
            ? [{ path: ['documents', index, 'points'], problem: 'points-missing' as const }]
            : [],
        );
  const undecided = documents.some((document) =>
    (document.points ?? []).some(({ points }) => points === null),
  );
  const impossible: readonly Contradiction[] =
    undecided || assess(rule, documents).missing.length === 0
      ? []
      : [{ path: ['rule'], problem: 'rule-cannot-be-satisfied' }];
  return [...silent, ...impossible];
}

/** Everything in a well-formed policy that contradicts itself; empty when nothing does. */
export function findContradictions(policy: Contradictable): readonly Contradiction[] {
  return [
    ...duplicates(
      'categories',
      policy.categories.map(({ id }) => id),
    ),
    ...duplicates(
      'documents',
      policy.documents.map(({ id }) => id),
    ),
    ...strayCategories(policy),
    ...badBands(policy.validity),
    ...badRule(policy),
  ];
}
