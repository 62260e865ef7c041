import { unreachable } from '../../result.ts';
import type { CategoryId, DocumentKind, DocumentRule } from './documents.ts';
import { pointsOf } from './requirements.ts';

/** What a document counts as under its rule, besides what it proves. */
export type CountsAs =
  | { readonly kind: 'points'; readonly category: CategoryId; readonly points: number }
  | { readonly kind: 'list-a' | 'list-b' | 'primary' | 'secondary' };

/** The lists that a kind of document is in, or the points that it adds; nothing under a rule that has neither. */
export function countsAs(rule: DocumentRule, document: DocumentKind): readonly CountsAs[] {
  const isIn = (categories: readonly CategoryId[]): boolean => categories.includes(document.category);
  const list = (kind: Exclude<CountsAs['kind'], 'points'>, categories: readonly CategoryId[]): CountsAs[] =>
    isIn(categories) ? [{ kind }] : [];
  switch (rule.kind) {
    case 'coverage':
      return [];
    case 'points':
      return rule.minimums
        .map(({ category }) => ({ kind: 'points', category, points: pointsOf(document, category) }) as const)
        .filter(({ points }) => points > 0);
    case 'one-a-or-two-b':
      return [...list('list-a', rule.listA), ...list('list-b', rule.listB)];
    case 'primary-and-secondary':
      return [...list('primary', rule.primary), ...list('secondary', rule.secondary)];
    default:
      return unreachable(rule);
  }
}
