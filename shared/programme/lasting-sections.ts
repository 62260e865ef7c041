import { z } from 'zod';
import type { CompletePolicy } from './complete.ts';
import { slug } from './documents/documents.ts';
import { holdSection, retentionSection } from './policy.ts';

/** The sections of a policy by which a kiosk erases and keeps; null: this release does not understand that one. */
export interface LastingSections {
  readonly id: string | null;
  readonly retention: CompletePolicy['retention'] | null;
  readonly hold: CompletePolicy['hold'] | null;
}

export const NO_SECTIONS: LastingSections = { id: null, retention: null, hold: null };

const lastingSections = z
  .object({
    id: slug.nullable().catch(null),
    retention: retentionSection
      .transform(({ hours, endOfDay }) => (hours === null ? null : { hours, endOfDay }))
      .nullable()
      .catch(null),
    hold: holdSection.nullable().catch(null),
  })
  .catch(NO_SECTIONS);

/**
 * Reads these sections of a document that is no policy by the rules of this release, each for itself: a rule that is
 * stricter now is about a label more often than about how long somebody's application is kept.
 */
export function lastingSectionsOf(document: unknown): LastingSections {
  return lastingSections.parse(document);
}
