import type { PolicyRules } from '../complete.ts';
import { youngestOfGroups } from '../contradictions/in-ages.ts';
import { offeredRoutes } from '../routes.ts';
import type { DocumentKindId } from './documents.ts';
import { areEnough, type DocumentsFor, documentsFor } from './evaluate-documents.ts';
import { OLD_CARD_TAKEN_IN, ticksOf } from './shown-documents.ts';

/** Kinds of documents that somebody shows, with the old card or without. */
type Shown = readonly (DocumentKindId | typeof OLD_CARD_TAKEN_IN)[];

/**
 * Whether what is shown is all that the policy asks of somebody, and no more than that: at some age, or of somebody whose age
 * is not known yet, on one of its routes. For whoever knows the policy and not the applicant.
 */
export function isEnoughForSomebody(policy: PolicyRules, shown: Shown): boolean {
  return [null, ...youngestOfGroups(policy)].some((age) =>
    offeredRoutes(policy).some((route) => {
      const asked = documentsFor(policy, age, route);
      return isEnough(asked, shown) && !shown.some((one) => isEnough(asked, without(shown, one)));
    }),
  );
}

function without(shown: Shown, one: Shown[number]): Shown {
  return shown.filter((other) => other !== one);
}

function isEnough(asked: DocumentsFor, shown: Shown): boolean {
  const kinds = asked.documents.filter(({ id }) => shown.includes(id));
  return areEnough(asked, [...kinds.flatMap(ticksOf), ...shown.filter((one) => one === OLD_CARD_TAKEN_IN)]);
}
