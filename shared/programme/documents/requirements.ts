import { unreachable } from '../../result.ts';
import type { CategoryId, DocumentKind, DocumentRule, Proof } from './documents.ts';

/** One thing that a document rule asks for. */
export type Requirement =
  | { readonly kind: 'proof'; readonly proof: Proof }
  | {
      readonly kind: 'points';
      readonly category: CategoryId;
      readonly needed: number;
      /** Points of the ticked documents; may be more than needed. */
      readonly counted: number;
    }
  | { readonly kind: 'one-a-or-two-b'; readonly countedA: number; readonly countedB: number }
  | { readonly kind: 'primary' }
  | { readonly kind: 'secondary' };

/** What the ticked documents prove of a rule, and what is still open, each in the rule's own order. */
export interface Assessment {
  readonly proven: readonly Requirement[];
  readonly missing: readonly Requirement[];
}

/** Which requirement of its rule it is, however far it is met. */
export function nameOfRequirement(requirement: Requirement): string {
  if (requirement.kind === 'proof') return requirement.proof;
  return requirement.kind === 'points' ? `points ${requirement.category}` : requirement.kind;
}

interface Slot {
  readonly requirement: Requirement;
  readonly accepts: (document: DocumentKind) => boolean;
}

function proofSlots(proofs: readonly Proof[]): readonly Slot[] {
  return proofs.map((proof) => ({
    requirement: { kind: 'proof', proof },
    accepts: (document) => document.proves.includes(proof),
  }));
}

function inCategories(categories: readonly CategoryId[]): (document: DocumentKind) => boolean {
  return (document) => categories.includes(document.category);
}

function split(judged: readonly { readonly requirement: Requirement; readonly met: boolean }[]): Assessment {
  return {
    proven: judged.filter(({ met }) => met).map(({ requirement }) => requirement),
    missing: judged.filter(({ met }) => !met).map(({ requirement }) => requirement),
  };
}

/** Every slot for itself: one document may fill many. */
function fillShared(slots: readonly Slot[], ticked: readonly DocumentKind[]): Assessment {
  return split(slots.map(({ requirement, accepts }) => ({ requirement, met: ticked.some(accepts) })));
}

/**
 * Every document fills at most one slot: a maximum matching (Kuhn's augmenting paths), so that a licence is
 * never spent on "photo" when it is the only document with a birth date. Slots earlier in the rule are
 * filled first and stay filled.
 */
function fillOnce(slots: readonly Slot[], ticked: readonly DocumentKind[]): Assessment {
  const slotOf = new Map<DocumentKind, Slot>();
  const place = (slot: Slot, tried: Set<DocumentKind>): boolean => {
    for (const document of ticked) {
      if (tried.has(document) || !slot.accepts(document)) {
        continue;
      }
      tried.add(document);
      const occupant = slotOf.get(document);
      if (occupant === undefined || place(occupant, tried)) {
        slotOf.set(document, slot);
        return true;
      }
    }
    return false;
  };
  return split(slots.map((slot) => ({ requirement: slot.requirement, met: place(slot, new Set()) })));
}

/** Points that a document adds to a category; undecided points (`null`) add nothing. */
export function pointsOf(document: DocumentKind, category: CategoryId): number {
  return (document.points ?? [])
    .filter((entry) => entry.category === category)
    .reduce((sum, entry) => sum + (entry.points ?? 0), 0);
}

function both(first: Assessment, second: Assessment): Assessment {
  return {
    proven: [...first.proven, ...second.proven],
    missing: [...first.missing, ...second.missing],
  };
}

/** Holds the ticked documents (each kind at most once) against a rule. */
export function assess(rule: DocumentRule, ticked: readonly DocumentKind[]): Assessment {
  switch (rule.kind) {
    case 'coverage': {
      const slots = proofSlots(rule.required);
      return rule.oneDocumentMayProveMany === true ? fillShared(slots, ticked) : fillOnce(slots, ticked);
    }
    case 'points': {
      const points = rule.minimums.map(({ category, points: needed }) => {
        const counted = ticked.reduce((sum, document) => sum + pointsOf(document, category), 0);
        return {
          requirement: { kind: 'points', category, needed, counted } satisfies Requirement,
          met: counted >= needed,
        };
      });
      return both(split(points), fillShared(proofSlots(rule.alsoRequired), ticked));
    }
    case 'one-a-or-two-b': {
      const countedA = ticked.filter(inCategories(rule.listA)).length;
      const countedB = ticked.filter(inCategories(rule.listB)).length;
      const lists = split([
        {
          requirement: { kind: 'one-a-or-two-b', countedA, countedB },
          met: countedA >= 1 || countedB >= 2,
        },
      ]);
      return both(lists, fillShared(proofSlots(rule.alsoRequired), ticked));
    }
    case 'primary-and-secondary': {
      const pair = fillOnce(
        [
          { requirement: { kind: 'primary' }, accepts: inCategories(rule.primary) },
          { requirement: { kind: 'secondary' }, accepts: inCategories(rule.secondary) },
        ],
        ticked,
      );
      return both(pair, fillShared(proofSlots(rule.alsoRequired), ticked));
    }
    default:
      return unreachable(rule);
  }
}
