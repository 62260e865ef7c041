import { type AnswerField, answerFields } from '../../shared/application/answers.ts';

/** The fields that Enter goes through; the others are reached with Tab. */
export const requiredFields = [
  'name',
  'birthDay',
  'birthMonth',
  'birthYear',
] as const satisfies readonly AnswerField[];

/** The required field that Enter goes to from here; `null` after the last one: on to the documents. */
export function nextRequired(from: AnswerField): AnswerField | null {
  const place = answerFields.indexOf(from);
  return requiredFields.find((field) => answerFields.indexOf(field) > place) ?? null;
}

const FULL_AT: Readonly<Partial<Record<AnswerField, number>>> = { birthDay: 2, birthMonth: 2 };

/**
 * The field that the focus goes to by itself once this one is full. The year stays: after it comes another
 * screen, and a screen must not change while somebody still types.
 */
export function nextWhenFull(field: AnswerField, typed: string): AnswerField | null {
  const full = FULL_AT[field];
  return full !== undefined && typed.length === full && /^\p{Nd}+$/u.test(typed) ? nextRequired(field) : null;
}

/** What people type between the parts of a date. It moves on instead of standing in the field. */
export function isDateSeparator(key: string): boolean {
  return key === '/' || key === '.' || key === '-' || key === ' ';
}

/**
 * The field that somebody was typing in, as far as the answers tell: the last one that holds something, or the
 * one that the focus went to from there by itself.
 */
export function whereTypingStopped(answers: Readonly<Partial<Record<AnswerField, string>>>): AnswerField {
  const last = answerFields.findLast((field) => (answers[field] ?? '') !== '') ?? 'name';
  return nextWhenFull(last, answers[last] ?? '') ?? last;
}

/** The id of a field's element on the page. */
export function answerId(field: AnswerField): string {
  return `answer-${field}`;
}
