import type { DocumentKind } from './documents.ts';

/** A kind of document that is of a category and proves something. */
export function kind(
  id: string,
  category: string,
  proves: DocumentKind['proves'],
  points?: DocumentKind['points'],
): DocumentKind {
  return points === undefined
    ? { id, name: { en: id }, category, proves }
    : { id, name: { en: id }, category, proves, points };
}
