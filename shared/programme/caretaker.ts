import type { DocumentKind } from './documents/documents.ts';
import type { DocumentsFor } from './documents/evaluate-documents.ts';
import { assess } from './documents/requirements.ts';
import { countShown } from './documents/shown-documents.ts';

/** A kind that is a caretaker's word, with what the adult shows for it. */
export type CaretakerWord = DocumentKind & {
  readonly caretakerShows: NonNullable<DocumentKind['caretakerShows']>;
};

/** What is asked of one applicant, by whom it comes from: a caretaker's word, or paper. */
export interface ByCaretaker {
  readonly words: readonly CaretakerWord[];
  readonly papers: readonly DocumentKind[];
  /** No paper alone is enough at this age. */
  readonly isNeeded: boolean;
}

function isCaretakerWord(kind: DocumentKind): kind is CaretakerWord {
  return kind.caretakerShows !== undefined;
}

/** See `ByCaretaker`. */
export function byCaretaker({ rule, documents }: DocumentsFor): ByCaretaker {
  const papers = documents.filter((kind) => !isCaretakerWord(kind));
  return {
    words: documents.filter(isCaretakerWord),
    papers,
    isNeeded: assess(rule, countShown(papers).counted).missing.length > 0,
  };
}
