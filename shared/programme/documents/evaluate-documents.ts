import type { Route } from '../../application/route.ts';
import { type RouteRules, takesOldCardIn } from '../routes.ts';
import {
  type AgeRule,
  type AgeSpan,
  type DocumentKind,
  type DocumentKindId,
  type DocumentRule,
  isInAges,
  type Proof,
} from './documents.ts';
import { assess, type Requirement } from './requirements.ts';
import { shortestWays } from './shortest-ways.ts';
import { countShown, OLD_CARD_TAKEN_IN, shownIn, type Tick } from './shown-documents.ts';

/** What a policy says of documents. */
export interface DocumentPolicy {
  readonly rule: DocumentRule;
  readonly ageRules?: readonly AgeRule[] | undefined;
  readonly routes?: readonly RouteRules[] | undefined;
  readonly documents: readonly DocumentKind[];
}

/** The rule for one applicant, and the kinds of documents that count for them. */
export interface DocumentsFor {
  readonly rule: DocumentRule;
  readonly documents: readonly DocumentKind[];
  /** The old card has to be in the clerk's hand besides. Missing: it has not. */
  readonly takesOldCardIn?: boolean;
}

/** What the ticks mean under a rule. */
export interface DocumentEvaluation {
  readonly satisfied: boolean;
  /** Whether the old card is in the clerk's hand. */
  readonly oldCard: 'not-asked' | 'seen' | 'missing';
  readonly proven: readonly Requirement[];
  readonly missing: readonly Requirement[];
  /** Kinds that were shown and count for nothing as long as nothing else proves what they need. */
  readonly notCounted: readonly { readonly document: DocumentKindId; readonly needs: Proof }[];
  /**
   * The three shortest ways to go on, each a set of further kinds in the policy's order, the shortest first. One that is
   * empty when only the old card is missing, or nothing; none when nothing could satisfy it (which `policySchema` refuses as a policy).
   */
  readonly ways: readonly (readonly DocumentKindId[])[];
}

const MOST_WAYS = 3;

/** Whether the ticks are all that is asked: `evaluateDocuments` without what explains it. */
export function areEnough(asked: DocumentsFor, ticks: readonly Tick[]): boolean {
  const { rule, documents } = asked;
  return (
    isOldCardSeen(asked, ticks) &&
    assess(rule, countShown(shownIn(documents, ticks)).counted).missing.length === 0
  );
}

/** Whether the old card is in the clerk's hand, where it has to be. */
function isOldCardSeen({ takesOldCardIn = false }: DocumentsFor, ticks: readonly Tick[]): boolean {
  return !takesOldCardIn || ticks.includes(OLD_CARD_TAKEN_IN);
}

/** Of a route whose old card says enough. */
const NOTHING_ASKED: DocumentRule = { kind: 'coverage', required: [], oneDocumentMayProveMany: true };

/**
 * What is asked of an applicant of this age, in completed years, on this route; age null: the birth date is not known
 * yet, and what is only for some ages does not count.
 */
export function documentsFor(
  policy: DocumentPolicy,
  age: number | null,
  route: Route = 'first',
): DocumentsFor {
  const { rule, ageRules, routes, documents } = policy;
  const isFor = (ages: AgeSpan): boolean => age !== null && isInAges(ages, age);
  const ofAge = ageRules?.find(({ ages }) => isFor(ages))?.rule ?? rule;
  const asked = routes?.find((each) => each.route === route)?.documents ?? 'as-first';
  const oldCard = { takesOldCardIn: takesOldCardIn(policy, route) };
  if (asked === 'none') return { rule: NOTHING_ASKED, documents: [], ...oldCard };
  return {
    rule: asked === 'as-first' ? ofAge : asked,
    documents: documents.filter(
      (kind) =>
        (kind.ages === undefined || isFor(kind.ages)) &&
        (kind.routes === undefined || kind.routes.includes(route)),
    ),
    ...oldCard,
  };
}

/**
 * Holds the ticks against the programme's rule. Order and repetition of the ticks do not matter; a tick that the policy
 * does not know (an older version's), and a kind that is not for this age, prove nothing.
 */
export function evaluateDocuments(asked: DocumentsFor, ticks: readonly Tick[]): DocumentEvaluation {
  const { rule, documents } = asked;
  const shown = shownIn(documents, ticks);
  const { counted, notCounted } = countShown(shown);
  const { proven, missing } = assess(rule, counted);
  const others = documents.filter((document) => !shown.includes(document));
  return {
    satisfied: missing.length === 0 && isOldCardSeen(asked, ticks),
    oldCard: asked.takesOldCardIn !== true ? 'not-asked' : isOldCardSeen(asked, ticks) ? 'seen' : 'missing',
    proven,
    missing,
    notCounted: notCounted.map(({ document: { id }, needs }) => ({ document: id, needs })),
    ways: shortestWays(rule, shown, others, MOST_WAYS).map((way) => way.map(({ id }) => id)),
  };
}
