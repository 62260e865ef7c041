import type { FieldName } from '../../../shared/application/fields.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { offeredRoutes } from '../../../shared/programme/routes.ts';

/** One question: why somebody came, or one field of the policy. */
export type Question = 'route' | FieldName;

/** Where a resident is. */
export type Place =
  /** A page died, and this one found its application. */
  | { readonly at: 'reopened' }
  | { readonly at: 'language' }
  | { readonly at: 'notice' }
  | { readonly at: 'question'; readonly question: Question }
  | { readonly at: 'review' };

/** `isChanging`: the review led to this question, and its way leads back there. */
export interface Flow {
  readonly place: Place;
  readonly isChanging: boolean;
}

export const FIRST_PLACE: Flow = { place: { at: 'language' }, isChanging: false };
export const FIRST_NOTICE: Flow = { place: { at: 'notice' }, isChanging: false };
export const REOPENED: Flow = { place: { at: 'reopened' }, isChanging: false };
const REVIEW: Flow = { place: { at: 'review' }, isChanging: false };

/** What is asked, in the policy's order; why somebody came first, where there is more than one reason. */
export function questionsOf(policy: Pick<CompletePolicy, 'fields' | 'routes'>): readonly Question[] {
  const asked = policy.fields.filter(({ use }) => use !== 'off').map(({ field }) => field);
  return offeredRoutes(policy).length > 1 ? ['route', ...asked] : asked;
}

/** A question's place, beginning with 1. */
export function numberOf(question: Question, questions: readonly Question[]): number {
  return questions.indexOf(question) + 1;
}

function at(question: Question | undefined): Flow | null {
  return question === undefined ? null : { place: { at: 'question', question }, isChanging: false };
}

/** Where the main button leads. */
export function onward({ place, isChanging }: Flow, questions: readonly Question[]): Flow {
  switch (place.at) {
    // At a counter nobody knows whether they have read what comes before the questions.
    case 'reopened':
    case 'language':
      return FIRST_NOTICE;
    case 'notice':
      return at(questions[0]) ?? REVIEW;
    case 'question':
      return isChanging ? REVIEW : (at(questions[questions.indexOf(place.question) + 1]) ?? REVIEW);
    case 'review':
      return REVIEW;
  }
}

/** Where Back leads; null: there is nothing before it. */
export function backward({ place, isChanging }: Flow, questions: readonly Question[]): Flow | null {
  switch (place.at) {
    case 'reopened':
    case 'language':
      return null;
    case 'notice':
      return FIRST_PLACE;
    case 'question':
      return isChanging ? REVIEW : (at(questions[questions.indexOf(place.question) - 1]) ?? FIRST_NOTICE);
    case 'review':
      return at(questions.at(-1)) ?? FIRST_NOTICE;
  }
}

/** Opens a question from the review. */
export function changing(question: Question): Flow {
  return { place: { at: 'question', question }, isChanging: true };
}
