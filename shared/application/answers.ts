import type { CalendarDate } from '../calendar.ts';
import type { DocumentKindId } from '../programme/documents.ts';
import { err, ok, type Result, unreachable } from '../result.ts';
import {
  type BirthDateProblem,
  birthDateProblemAt,
  parseBirthDate,
  type TypedBirthDate,
} from './birth-date.ts';
import { checkLibraryNumber, checkPhone, type NumberProblem } from './number-answer.ts';
import { checkText, type TextProblem } from './text-answer.ts';

/**
 * The longest raw text of any field, in UTF-16 code units. A cap for the contract between processes, far
 * above every rule below, so that too long a name is told as such instead of being cut while typing.
 */
export const MAXIMUM_TYPED_LENGTH = 500;

/** The fields that are typed, in the order in which the form asks for them: Enter and a list of problems follow it. */
export const answerFields = [
  'name',
  'birthDay',
  'birthMonth',
  'birthYear',
  'gender',
  'chosenName',
  'libraryNumber',
  'emergencyName',
  'emergencyPhone',
] as const;
export type AnswerField = (typeof answerFields)[number];

/** What was typed, exactly as typed, and which kinds of documents the clerk has seen. */
export type Answers = Readonly<Record<AnswerField, string>> & {
  readonly documents: readonly DocumentKindId[];
};

/** Answers that may be printed. Optional answers that were not given are `null`. */
export interface ValidAnswers {
  readonly name: string;
  readonly chosenName: string | null;
  readonly birthDate: CalendarDate;
  readonly gender: string | null;
  readonly emergencyContact: { readonly name: string; readonly phone: string } | null;
  readonly libraryNumber: string | null;
  /** Each kind once. Whether they suffice is the programme's rule (`evaluateDocuments`). */
  readonly documents: readonly DocumentKindId[];
}

/** What is wrong with one answer; the renderer words it. */
export type AnswerProblem =
  | { readonly kind: 'empty' }
  /** An emergency contact is a name and a number, or neither; the other field is filled. */
  | { readonly kind: 'needed-with'; readonly other: 'emergencyName' | 'emergencyPhone' }
  | TextProblem
  | NumberProblem
  | BirthDateProblem;

/** A problem and the field where it is shown. */
export interface FieldProblem {
  readonly field: AnswerField;
  readonly problem: AnswerProblem;
}

export const NAME_LIMIT = 60;
export const GENDER_LIMIT = 24;

/** Nothing typed, nothing ticked. */
export const emptyAnswers: Answers = {
  name: '',
  chosenName: '',
  birthDay: '',
  birthMonth: '',
  birthYear: '',
  gender: '',
  emergencyName: '',
  emergencyPhone: '',
  libraryNumber: '',
  documents: [],
};

function birthDateOf(answers: Answers): TypedBirthDate {
  return { day: answers.birthDay, month: answers.birthMonth, year: answers.birthYear };
}

function problemOf<Value, Problem>(result: Result<Value, Problem>): Problem | null {
  return result.ok ? null : result.error;
}

function required(result: Result<string | null, TextProblem>): AnswerProblem | null {
  return result.ok && result.value === null ? { kind: 'empty' } : problemOf(result);
}

function contactProblem(
  own: Result<string | null, AnswerProblem>,
  other: 'emergencyName' | 'emergencyPhone',
  answers: Answers,
): AnswerProblem | null {
  const missing = own.ok && own.value === null && answers[other].trim() !== '';
  return missing ? { kind: 'needed-with', other } : problemOf(own);
}

/**
 * The problem of one field, or `null`. `today` is the day that the kiosk has confirmed.
 * A field is judged together with those it depends on (birth date, emergency contact), and each problem
 * belongs to one field, so that it is shown once.
 */
export function checkAnswer(field: AnswerField, answers: Answers, today: CalendarDate): AnswerProblem | null {
  switch (field) {
    case 'name':
      return required(checkText(answers.name, NAME_LIMIT));
    case 'chosenName':
      return problemOf(checkText(answers.chosenName, NAME_LIMIT));
    case 'birthDay':
      return birthDateProblemAt('day', birthDateOf(answers), today);
    case 'birthMonth':
      return birthDateProblemAt('month', birthDateOf(answers), today);
    case 'birthYear':
      return birthDateProblemAt('year', birthDateOf(answers), today);
    case 'gender':
      return problemOf(checkText(answers.gender, GENDER_LIMIT));
    case 'emergencyName':
      return contactProblem(checkText(answers.emergencyName, NAME_LIMIT), 'emergencyPhone', answers);
    case 'emergencyPhone':
      return contactProblem(checkPhone(answers.emergencyPhone), 'emergencyName', answers);
    case 'libraryNumber':
      return problemOf(checkLibraryNumber(answers.libraryNumber));
    default:
      return unreachable(field);
  }
}

/** A value that was found valid a moment ago. Throws if it was not: then the two checks disagree. */
function proven<Value, Problem>(result: Result<Value, Problem>): Value {
  if (!result.ok) {
    throw new Error('an answer without a problem is not valid');
  }
  return result.value;
}

function provenName(typed: string): string {
  const name = proven(checkText(typed, NAME_LIMIT));
  if (name === null) {
    throw new Error('an empty name has no problem');
  }
  return name;
}

/**
 * All answers, ready to be printed, or every problem in the order of the fields. The programme's own rules
 * (documents, minimum age) come on top: `evaluateDocuments`, `checkAge`.
 */
export function checkAnswers(
  answers: Answers,
  today: CalendarDate,
): Result<ValidAnswers, readonly FieldProblem[]> {
  const problems = answerFields.flatMap((field) => {
    const problem = checkAnswer(field, answers, today);
    return problem === null ? [] : [{ field, problem }];
  });
  if (problems.length > 0) {
    return err(problems);
  }
  const name = proven(checkText(answers.emergencyName, NAME_LIMIT));
  const phone = proven(checkPhone(answers.emergencyPhone));
  return ok({
    name: provenName(answers.name),
    chosenName: proven(checkText(answers.chosenName, NAME_LIMIT)),
    birthDate: proven(parseBirthDate(birthDateOf(answers), today)),
    gender: proven(checkText(answers.gender, GENDER_LIMIT)),
    emergencyContact: name === null || phone === null ? null : { name, phone },
    libraryNumber: proven(checkLibraryNumber(answers.libraryNumber)),
    documents: [...new Set(answers.documents)],
  });
}

/** Answers as far as they hold: `null` where nothing was answered, or nothing that holds yet. */
export type AnswersSoFar = {
  readonly [Field in Exclude<keyof ValidAnswers, 'documents'>]: ValidAnswers[Field] | null;
};

/** What holds of the answers, each read as `checkAnswers` reads it: for a card that is shown before all is answered. */
export function answersSoFar(answers: Answers, today: CalendarDate): AnswersSoFar {
  const ifHolds = <Value>(field: AnswerField, result: Result<Value, unknown>): Value | null =>
    result.ok && checkAnswer(field, answers, today) === null ? result.value : null;
  const birthDate = parseBirthDate(birthDateOf(answers), today);
  const name = ifHolds('emergencyName', checkText(answers.emergencyName, NAME_LIMIT));
  const phone = ifHolds('emergencyPhone', checkPhone(answers.emergencyPhone));
  return {
    name: ifHolds('name', checkText(answers.name, NAME_LIMIT)),
    chosenName: ifHolds('chosenName', checkText(answers.chosenName, NAME_LIMIT)),
    birthDate: birthDate.ok ? birthDate.value : null,
    gender: ifHolds('gender', checkText(answers.gender, GENDER_LIMIT)),
    emergencyContact: name === null || phone === null ? null : { name, phone },
    libraryNumber: ifHolds('libraryNumber', checkLibraryNumber(answers.libraryNumber)),
  };
}
