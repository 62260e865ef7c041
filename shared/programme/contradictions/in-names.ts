import { unreachable } from '../../result.ts';
import type { DenialRules } from '../denial-section.ts';
import type { CategoryId, DocumentRule } from '../documents/documents.ts';
import type { Localized } from '../localized.ts';
import type { Contradictable } from './contradictable.ts';
import type { Contradiction, Path } from './contradiction.ts';
import { rulesOf } from './in-rules.ts';

function duplicates(
  list: Path,
  key: 'id' | 'field' | 'route',
  ids: readonly string[],
): readonly Contradiction[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [{ path: [...list, index, key], problem: 'duplicate-id' as const }],
  );
}

/** Ids that do not name one entry. */
export function allDuplicates(policy: Contradictable): readonly Contradiction[] {
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

/** Categories that documents and rules name, and the policy has not. */
export function strayCategories(policy: Contradictable): readonly Contradiction[] {
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
export function missingTranslations(policy: Contradictable): readonly Contradiction[] {
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
