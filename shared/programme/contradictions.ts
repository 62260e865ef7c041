import { MAXIMUM_AGE_YEARS } from '../application/birth-date.ts';
import { type FieldName, type FieldUse, fields as fieldDeclarations } from '../application/fields.ts';
import { unreachable } from '../result.ts';
import type { Contradiction, Path } from './contradiction.ts';
import type { DenialRules } from './denial-section.ts';
import {
  type AgeRule,
  type CategoryId,
  type DocumentCategory,
  type DocumentKind,
  type DocumentRule,
  isInAges,
  MOST_POINTS,
} from './documents.ts';
import { documentsFor } from './evaluate-documents.ts';
import { badChoices, withoutRoom } from './field-contradictions.ts';
import type { Localized } from './localized.ts';
import { assess, type Requirement } from './requirements.ts';
import { type FeeRule, offeredRoutes, type ProgrammeNotice, type RouteRules, type Waiver } from './routes.ts';
import { countShown } from './shown-documents.ts';

interface Contradictable {
  readonly name: Localized;
  readonly languages?: readonly string[] | undefined;
  readonly fields: readonly (FieldUse & {
    readonly label: Localized;
    readonly hint?: Localized | undefined;
    readonly choices?: readonly Localized[] | undefined;
  })[];
  readonly card: { readonly barcode: 'none' | { readonly field: FieldName } };
  readonly categories: readonly DocumentCategory[];
  readonly documents: readonly DocumentKind[];
  readonly rule: DocumentRule;
  readonly ageRules?: readonly AgeRule[] | undefined;
  readonly minimumAgeYears: number | null;
  readonly validity: readonly { readonly fromAge: number }[];
  readonly routes?: readonly RouteRules[] | undefined;
  readonly fees?: readonly FeeRule[] | undefined;
  readonly waivers?: readonly Waiver[] | undefined;
  readonly denial?: DenialRules | undefined;
  readonly notices?: readonly ProgrammeNotice[] | undefined;
}

function duplicates(
  list: Path,
  key: 'id' | 'field' | 'route',
  ids: readonly string[],
): readonly Contradiction[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [{ path: [...list, index, key], problem: 'duplicate-id' as const }],
  );
}

function allDuplicates(policy: Contradictable): readonly Contradiction[] {
  const idsOf = (items: readonly { readonly id: string }[] = []) => items.map(({ id }) => id);
  return [
    ...duplicates(['categories'], 'id', idsOf(policy.categories)),
    ...duplicates(['documents'], 'id', idsOf(policy.documents)),
    ...duplicates(
      ['fields'],
      'field',
      policy.fields.map(({ field }) => field),
    ),
    ...duplicates(
      ['routes'],
      'route',
      (policy.routes ?? []).map(({ route }) => route),
    ),
    ...duplicates(['waivers'], 'id', idsOf(policy.waivers)),
    ...duplicates(['denial', 'reasons'], 'id', idsOf(policy.denial?.reasons)),
    ...duplicates(['notices'], 'id', idsOf(policy.notices)),
  ];
}

/** There is no card without a name, and no age without a birth date. */
const NEEDED: readonly FieldName[] = ['name', 'birthDate'];

function badFields({ fields, card: { barcode } }: Contradictable): readonly Contradiction[] {
  const needed = NEEDED.flatMap((name): readonly Contradiction[] => {
    const index = fields.findIndex(({ field }) => field === name);
    const path = index === -1 ? ['fields'] : ['fields', index, 'use'];
    return fields[index]?.use === 'required' ? [] : [{ path, problem: 'field-is-required' }];
  });
  const ordered = fields.flatMap(({ field, order, yearOnlyAllowed }, index): readonly Contradiction[] => {
    if (fieldDeclarations[field].kind === 'date') return [];
    const path = ['fields', index];
    return [
      ...(order === undefined ? [] : [{ path: [...path, 'order'], problem: 'order-of-no-date' as const }]),
      ...(yearOnlyAllowed === undefined
        ? []
        : [{ path: [...path, 'yearOnlyAllowed'], problem: 'order-of-no-date' as const }]),
    ];
  });
  const isAsked =
    barcode === 'none' || fields.some(({ field, use }) => field === barcode.field && use !== 'off');
  return isAsked
    ? [...needed, ...ordered]
    : [...needed, ...ordered, { path: ['card', 'barcode', 'field'], problem: 'barcode-of-no-field' }];
}

/** Every category that a rule names, and where. */
function categoriesOfRule(
  rule: DocumentRule,
): readonly { readonly at: Path; readonly category: CategoryId }[] {
  const inList = (key: string, categories: readonly CategoryId[]) =>
    categories.map((category, index) => ({ at: [key, index], category }));
  switch (rule.kind) {
    case 'coverage':
      return [];
    case 'points':
      return rule.minimums.map(({ category }, index) => ({ at: ['minimums', index, 'category'], category }));
    case 'one-a-or-two-b':
      return [...inList('listA', rule.listA), ...inList('listB', rule.listB)];
    case 'primary-and-secondary':
      return [...inList('primary', rule.primary), ...inList('secondary', rule.secondary)];
    default:
      return unreachable(rule);
  }
}

function strayCategories(policy: Contradictable): readonly Contradiction[] {
  const known = policy.categories.map(({ id }) => id);
  const named = [
    ...policy.documents.map(({ category }, index) => ({ path: ['documents', index, 'category'], category })),
    ...policy.documents.flatMap(({ points }, index) =>
      (points ?? []).map(({ category }, at) => ({
        path: ['documents', index, 'points', at, 'category'],
        category,
      })),
    ),
    ...rulesOf(policy).flatMap(({ path, rule }) =>
      categoriesOfRule(rule).map(({ at, category }) => ({ path: [...path, ...at], category })),
    ),
  ];
  return named
    .filter(({ category }) => !known.includes(category))
    .map(({ path, category }) => ({ path, problem: 'unknown-category', about: `"${category}"` }));
}

function textsOfDenial(denial: DenialRules | undefined) {
  if (denial === undefined) return [];
  const { reasons, appeal } = denial;
  return [
    ...reasons.flatMap(({ name, slip }, index) => [
      { path: ['denial', 'reasons', index, 'name'], text: name },
      { path: ['denial', 'reasons', index, 'slip'], text: slip },
    ]),
    ...(appeal === null || appeal === 'none'
      ? []
      : [{ path: ['denial', 'appeal', 'how'], text: appeal.how }]),
  ];
}

/** Texts that are not in every language that the policy promises. */
function missingTranslations(policy: Contradictable): readonly Contradiction[] {
  const texts: readonly { readonly path: Path; readonly text: Localized | undefined }[] = [
    { path: ['name'], text: policy.name },
    ...policy.fields.flatMap(({ label, hint, choices = [] }, index) => [
      { path: ['fields', index, 'label'], text: label },
      { path: ['fields', index, 'hint'], text: hint },
      ...choices.map((text, at) => ({ path: ['fields', index, 'choices', at], text })),
    ]),
    ...policy.categories.map(({ name }, index) => ({ path: ['categories', index, 'name'], text: name })),
    ...policy.documents.map(({ name }, index) => ({ path: ['documents', index, 'name'], text: name })),
    ...(policy.waivers ?? []).map(({ name }, index) => ({ path: ['waivers', index, 'name'], text: name })),
    ...(policy.notices ?? []).map(({ text }, index) => ({ path: ['notices', index, 'text'], text })),
    ...textsOfDenial(policy.denial),
  ];
  return texts.flatMap(({ path, text }) =>
    (policy.languages ?? [])
      .filter((language) => text !== undefined && !Object.hasOwn(text, language))
      .map((language) => ({ path, problem: 'translation-missing' as const, about: `"${language}"` })),
  );
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

function rulesOf({ rule, ageRules, routes }: Contradictable): readonly { path: Path; rule: DocumentRule }[] {
  const ofAges = (ageRules ?? []).map((each, index) => ({
    path: ['ageRules', index, 'rule'],
    rule: each.rule,
  }));
  const ofRoutes = (routes ?? []).flatMap(({ documents }, index) =>
    typeof documents === 'string' || documents === null
      ? []
      : [{ path: ['routes', index, 'documents'], rule: documents }],
  );
  return [{ path: ['rule'], rule }, ...ofAges, ...ofRoutes];
}

/** Routes that the policy has no entry for, and one on which anybody gets a card who asks for it. */
function badRoutes(policy: Contradictable): readonly Contradiction[] {
  const { documents, routes = [], fees = [] } = policy;
  const offered = offeredRoutes(policy);
  const named = [
    ...documents.flatMap((kind, index) =>
      (kind.routes ?? []).map((route, at) => ({ path: ['documents', index, 'routes', at], route })),
    ),
    ...fees.flatMap(({ route }, index) =>
      route === undefined ? [] : [{ path: ['fees', index, 'route'], route }],
    ),
  ];
  return [
    ...named
      .filter(({ route }) => !offered.includes(route))
      .map(({ path, route }) => ({ path, problem: 'route-not-offered' as const, about: `"${route}"` })),
    ...routes.flatMap(({ documents: asked, oldCard }, index): readonly Contradiction[] =>
      asked === 'none' && oldCard === 'not-asked'
        ? [{ path: ['routes', index, 'documents'], problem: 'route-asks-nothing' }]
        : [],
    ),
  ];
}

function badAges({ documents, ageRules, fees }: Contradictable): readonly Contradiction[] {
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

/** What is undecided as it suits the applicant best: a draft contradicts itself only where no decision would help. */
function decidedForApplicants(rule: DocumentRule): DocumentRule {
  return rule.kind === 'coverage'
    ? { ...rule, oneDocumentMayProveMany: rule.oneDocumentMayProveMany ?? true }
    : rule;
}

function withPointsDecided(document: DocumentKind): DocumentKind {
  const { points } = document;
  if (points === undefined) return document;
  return { ...document, points: points.map((each) => ({ ...each, points: each.points ?? MOST_POINTS })) };
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
  const tries = youngestOfGroups(policy).flatMap((age) =>
    offeredRoutes(policy).map((route) => {
      const { rule, documents: kinds } = documentsFor(policy, age, route);
      const { counted } = countShown(kinds.map(withPointsDecided));
      return { age, rule, missing: assess(decidedForApplicants(rule), counted).missing };
    }),
  );
  const impossible = rules.flatMap(({ path, rule }): readonly Contradiction[] => {
    const ofRule = tries.filter((each) => each.rule === rule);
    const lack = ofRule.find(({ missing }) => missing.length > 0);
    if (lack === undefined) return [];
    // The youngest age may still be decided such that nobody of the others comes.
    if (policy.minimumAgeYears === null && ofRule.some(({ missing }) => missing.length === 0)) return [];
    const about = `at age ${lack.age} nothing gives ${lack.missing.map(nameOf).join(', ')}`;
    return [{ path, problem: 'rule-cannot-be-satisfied', about }];
  });
  return [...silent, ...impossible];
}

/** A requirement as the policy itself writes it. */
function nameOf(requirement: Requirement): string {
  switch (requirement.kind) {
    case 'proof':
      return `"${requirement.proof}"`;
    case 'points':
      return `${requirement.needed} points in "${requirement.category}"`;
    case 'one-a-or-two-b':
      return 'one of list A or two of list B';
    case 'primary':
    case 'secondary':
      return `a ${requirement.kind} document`;
    default:
      return unreachable(requirement);
  }
}

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
