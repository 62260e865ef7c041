import { type FieldName, type FieldUse, fields as fieldDeclarations } from '../application/fields.ts';
import { unreachable } from '../result.ts';
import {
  type AgeRule,
  type CategoryId,
  type DocumentCategory,
  type DocumentKind,
  type DocumentRule,
  isInAges,
} from './documents.ts';
import { documentsFor } from './evaluate-documents.ts';
import { assess } from './requirements.ts';
import { countShown } from './shown-documents.ts';

type Path = readonly (string | number)[];

/** A contradiction within a policy, with its path. */
export interface Contradiction {
  readonly path: Path;
  readonly problem:
    | 'duplicate-id'
    | 'field-is-required'
    | 'order-of-no-date'
    | 'barcode-of-no-field'
    | 'unknown-category'
    | 'points-missing'
    | 'bands-do-not-start-at-zero'
    | 'bands-do-not-ascend'
    | 'ages-are-none'
    | 'ages-overlap'
    | 'rule-cannot-be-satisfied';
}

interface Contradictable {
  readonly fields: readonly FieldUse[];
  readonly card: { readonly barcode: 'none' | { readonly field: FieldName } };
  readonly categories: readonly DocumentCategory[];
  readonly documents: readonly DocumentKind[];
  readonly rule: DocumentRule;
  readonly ageRules?: readonly AgeRule[] | undefined;
  readonly minimumAgeYears: number | null;
  readonly validity: readonly { readonly fromAge: number }[];
}

function duplicates(
  list: 'categories' | 'documents' | 'fields',
  ids: readonly string[],
): readonly Contradiction[] {
  const key = list === 'fields' ? 'field' : 'id';
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [{ path: [list, index, key], problem: 'duplicate-id' as const }],
  );
}

/** There is no card without a name, and no age without a birth date. */
const NEEDED: readonly FieldName[] = ['name', 'birthDate'];

function badFields({ fields, card: { barcode } }: Contradictable): readonly Contradiction[] {
  const needed = NEEDED.flatMap((name): readonly Contradiction[] => {
    const index = fields.findIndex(({ field }) => field === name);
    const path = index === -1 ? ['fields'] : ['fields', index, 'use'];
    return fields[index]?.use === 'required' ? [] : [{ path, problem: 'field-is-required' }];
  });
  const ordered = fields.flatMap(({ field, order }, index): readonly Contradiction[] =>
    order === undefined || fieldDeclarations[field].kind === 'date'
      ? []
      : [{ path: ['fields', index, 'order'], problem: 'order-of-no-date' }],
  );
  const isAsked =
    barcode === 'none' || fields.some(({ field, use }) => field === barcode.field && use !== 'off');
  return isAsked
    ? [...needed, ...ordered]
    : [...needed, ...ordered, { path: ['card', 'barcode', 'field'], problem: 'barcode-of-no-field' }];
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
  for (const { path, rule } of rulesOf(policy)) {
    if (categoriesOfRule(rule).some((category) => !known.includes(category))) {
      found.push({ path, problem: 'unknown-category' });
    }
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

function rulesOf({ rule, ageRules }: Contradictable): readonly { path: Path; rule: DocumentRule }[] {
  const ofAges = (ageRules ?? []).map((each, index) => ({
    path: ['ageRules', index, 'rule'],
    rule: each.rule,
  }));
  return [{ path: ['rule'], rule }, ...ofAges];
}

function badAges({ documents, ageRules }: Contradictable): readonly Contradiction[] {
  const spans = [
    ...documents.map(({ ages }, index) => ({ path: ['documents', index, 'ages'], ages })),
    ...(ageRules ?? []).map(({ ages }, index) => ({ path: ['ageRules', index, 'ages'], ages })),
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

/** An age for each group of applicants of whom the policy asks the same. */
function agesToTry({ documents, ageRules, minimumAgeYears }: Contradictable): readonly number[] {
  const youngest = minimumAgeYears ?? 0;
  const spans = [...documents.map(({ ages }) => ages), ...(ageRules ?? []).map(({ ages }) => ages)];
  const edges = spans.flatMap((ages) => (ages === undefined ? [] : [ages.from, (ages.to ?? ages.from) + 1]));
  return [...new Set([youngest, ...edges])].filter((age) => age >= youngest);
}

function badRule(policy: Contradictable): readonly Contradiction[] {
  const { documents } = policy;
  const rules = rulesOf(policy);
  // Silence about points would count as zero; under this rule it has to be said ([]: none).
  const silent: readonly Contradiction[] = rules.every(({ rule }) => rule.kind !== 'points')
    ? []
    : documents.flatMap((document, index) =>
        document.points === undefined
          ? [{ path: ['documents', index, 'points'], problem: 'points-missing' as const }]
          : [],
      );
  const undecided = documents.some((document) =>
    (document.points ?? []).some(({ points }) => points === null),
  );
  if (undecided) return silent;
  const impossible = agesToTry(policy)
    .map((age) => documentsFor(policy, age))
    .filter((asked) => assess(asked.rule, countShown(asked.documents).counted).missing.length > 0)
    .map(({ rule }) => rule);
  return [
    ...silent,
    ...rules
      .filter(({ rule }) => impossible.includes(rule))
      .map(({ path }) => ({ path, problem: 'rule-cannot-be-satisfied' as const })),
  ];
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
    ...duplicates(
      'fields',
      policy.fields.map(({ field }) => field),
    ),
    ...badFields(policy),
    ...strayCategories(policy),
    ...badBands(policy.validity),
    ...badAges(policy),
    ...badRule(policy),
  ];
}
