import type { DocumentKind, DocumentKindId, DocumentRule } from './documents.ts';
import { assess, type Requirement } from './requirements.ts';
import { shortestWay } from './shortest-way.ts';

/** What the ticked documents mean under a rule. */
export interface DocumentEvaluation {
  readonly satisfied: boolean;
  readonly proven: readonly Requirement[];
  readonly missing: readonly Requirement[];
  /**
   * The smallest set of further ticks that satisfies the rule, in the policy's order. Empty when the rule
   * is satisfied, and when no ticks could satisfy it (which `policySchema` refuses as a policy).
   */
  readonly shortestWay: readonly DocumentKindId[];
}

/**
 * Holds ticked kinds of documents against the programme's rule. Order and repetition of the
 * ticks do not matter; an id that the policy does not know (an older version's) proves nothing.
 */
export function evaluateDocuments(
  rule: DocumentRule,
  documents: readonly DocumentKind[],
  ticked: readonly DocumentKindId[],
): DocumentEvaluation {
  const seen = documents.filter((document) => ticked.includes(document.id));
  const others = documents.filter((document) => !ticked.includes(document.id));
  const { proven, missing } = assess(rule, seen);
  const way = new Set(shortestWay(rule, seen, others) ?? []);
  return {
    satisfied: missing.length === 0,
    proven,
    missing,
    shortestWay: others.filter((document) => way.has(document)).map((document) => document.id),
  };
}
