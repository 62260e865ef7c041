import type { Route } from '../../application/route.ts';
import { unreachable } from '../../result.ts';
import type { DocumentCategory, DocumentKind, DocumentRule, Proof } from '../documents/documents.ts';
import type { Requirement } from '../documents/requirements.ts';

// What policies say, in English, for people at a terminal and for a council: not the words of the screens.

type Categories = readonly DocumentCategory[];

export function listed(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

export function proofInWords(proof: Proof): string {
  switch (proof) {
    case 'photo':
      return 'a photo';
    case 'birth-date':
      return 'the birth date';
    case 'residency':
      return 'where the applicant lives';
    case 'identity':
      return 'who the applicant is';
    case 'caretaker':
      return 'that a caretaker is there';
    default:
      return unreachable(proof);
  }
}

/** What the file calls a thing, in English; with its id where another one is called the same. */
export function nameInWords(
  all: readonly { readonly id: string; readonly name: { readonly en: string } }[],
  id: string,
): string {
  const name = all.find((each) => each.id === id)?.name.en ?? id;
  const isOne = all.filter((each) => each.name.en === name).length < 2;
  return isOne ? `“${name}”` : `“${name}” (${id})`;
}

function categoriesInWords(categories: Categories, ids: readonly string[]): string {
  return listed(
    ids.map((id) => nameInWords(categories, id)),
    'or',
  );
}

export function requirementInWords(requirement: Requirement, categories: Categories): string {
  switch (requirement.kind) {
    case 'proof':
      return proofInWords(requirement.proof);
    case 'points': {
      const { category, counted, needed } = requirement;
      return `${counted} of ${needed} points in ${nameInWords(categories, category)}`;
    }
    case 'one-a-or-two-b':
      return `one document of list A or two of list B (${requirement.countedA} of A, ${requirement.countedB} of B)`;
    case 'primary':
      return 'a primary document';
    case 'secondary':
      return 'a secondary document';
    default:
      return unreachable(requirement);
  }
}

/** A rule as the end of "An applicant shows …". */
export function ruleInWords(rule: DocumentRule, categories: Categories): string {
  const besides =
    rule.kind === 'coverage' || rule.alsoRequired.length === 0 ? '' : alsoInWords(rule.alsoRequired);
  switch (rule.kind) {
    case 'coverage':
      return `documents that prove ${listed(rule.required.map(proofInWords))}; ${manyInWords(rule.oneDocumentMayProveMany)}`;
    case 'points':
      return `documents with ${listed(
        rule.minimums.map(
          ({ category, points }) => `${points} points in ${nameInWords(categories, category)}`,
        ),
      )}${besides}`;
    case 'one-a-or-two-b':
      return `one document of ${categoriesInWords(categories, rule.listA)}, or two of ${categoriesInWords(categories, rule.listB)}${besides}`;
    case 'primary-and-secondary':
      return `two documents, one of ${categoriesInWords(categories, rule.primary)} and another of ${categoriesInWords(categories, rule.secondary)}${besides}`;
    default:
      return unreachable(rule);
  }
}

function alsoInWords(proofs: readonly Proof[]): string {
  return `; among them is what proves ${listed(proofs.map(proofInWords))}`;
}

function manyInWords(may: boolean | null): string {
  if (may === null) return 'whether one document may prove several of these is not decided';
  return may ? 'one document may prove several of these' : 'each by a document of its own';
}

/** What is asked of a kind of document, in a few words each. */
export function conditionsInWords(kind: DocumentKind, categories: Categories): readonly string[] {
  const { ages, routes, points, copyAccepted, expiredToleranceYears, issuedWithinDays } = kind;
  const { onlyWith, caretakerShows } = kind;
  return [
    kind.proves.length === 0 ? 'proves nothing by itself' : `proves ${listed(kind.proves.map(proofInWords))}`,
    ...(points?.length === 0 ? ['no points'] : []),
    ...(points ?? []).map(
      (each) => `${each.points ?? 'undecided'} points in ${nameInWords(categories, each.category)}`,
    ),
    ...(ages === undefined ? [] : [agesInWords(ages)]),
    ...(routes === undefined ? [] : [`only for ${listed(routes.map(routeInWords), 'or')}`]),
    ...(onlyWith === undefined ? [] : [`only beside another document that proves ${proofInWords(onlyWith)}`]),
    ...(caretakerShows === undefined ? [] : [`a caretaker who shows ${listed(caretakerShows)}`]),
    ...(copyAccepted === undefined ? [] : [copyAccepted ? 'a copy is fine' : 'the original only']),
    ...(issuedWithinDays === undefined ? [] : [`issued in the last ${counted(issuedWithinDays, 'day')}`]),
    ...(expiredToleranceYears === undefined
      ? []
      : [`accepted up to ${counted(expiredToleranceYears, 'year')} after it expires`]),
  ];
}

export function routeInWords(route: Route): string {
  switch (route) {
    case 'first':
      return 'a first card';
    case 'renewal':
    case 'replacement':
    case 'correction':
      return `a ${route}`;
    default:
      return unreachable(route);
  }
}

/** "1 year", "3 years", and of null: "a number of years not decided". */
export function counted(count: number | null, unit: string): string {
  if (count === null) return `a number of ${unit}s not decided`;
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}

export function agesInWords({
  from,
  to,
}: {
  readonly from: number;
  readonly to?: number | undefined;
}): string {
  if (to === undefined) return `from age ${from}`;
  return from === 0 ? `up to age ${to}` : `ages ${from} to ${to}`;
}

/** Cents as an amount, with as many places as money has. */
export function amountInWords(cents: number | null): string {
  return cents === null ? 'not decided' : (cents / 100).toFixed(2);
}
