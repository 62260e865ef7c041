import { unreachable } from '../result.ts';
import type { CategoryId, DocumentKind, DocumentRule, Proof } from './documents/documents.ts';
import { pointsOf } from './documents/requirements.ts';

/**
 * One inequality of a rule: what the documents weigh together is at least `need`. Each of the four shapes is a list of
 * them, no more and no less; so a search for the smallest set of documents knows one shape only.
 */
export interface Demand {
  readonly need: number;
  readonly weigh: (document: DocumentKind) => number;
}

type Accepts = (document: DocumentKind) => boolean;

function proves(proof: Proof): Accepts {
  return (document) => document.proves.includes(proof);
}

function isIn(categories: readonly CategoryId[]): Accepts {
  return ({ category }) => categories.includes(category);
}

function oneOf(accepts: Accepts): Demand {
  return { need: 1, weigh: (document) => (accepts(document) ? 1 : 0) };
}

/**
 * A document for each of the slots: any few of them need as many documents that fit at least one (Hall’s theorem). There
 * are five slots at most.
 */
function oneEach(slots: readonly Accepts[]): readonly Demand[] {
  return Array.from({ length: 2 ** slots.length - 1 }, (_, index) => {
    const some = slots.filter((_slot, bit) => ((index + 1) >> bit) % 2 === 1);
    return { need: some.length, weigh: (document) => (some.some((accepts) => accepts(document)) ? 1 : 0) };
  });
}

function demandsOfShape(rule: DocumentRule): readonly Demand[] {
  switch (rule.kind) {
    case 'coverage': {
      const slots = rule.required.map(proves);
      return rule.oneDocumentMayProveMany === true ? slots.map(oneOf) : oneEach(slots);
    }
    case 'points':
      return rule.minimums.map(({ category, points }) => ({
        need: points,
        weigh: (document) => pointsOf(document, category),
      }));
    case 'one-a-or-two-b': {
      const [isA, isB] = [isIn(rule.listA), isIn(rule.listB)];
      return [{ need: 2, weigh: (document) => (isA(document) ? 2 : isB(document) ? 1 : 0) }];
    }
    case 'primary-and-secondary':
      return oneEach([isIn(rule.primary), isIn(rule.secondary)]);
    default:
      return unreachable(rule);
  }
}

/** All that a rule demands. */
export function demandsOf(rule: DocumentRule): readonly Demand[] {
  const also = rule.kind === 'coverage' ? [] : rule.alsoRequired;
  return [...demandsOfShape(rule), ...also.map((proof) => oneOf(proves(proof)))];
}
