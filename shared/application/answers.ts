import type { CalendarDate } from '../calendar.ts';
import type { Tick } from '../programme/documents/shown-documents.ts';
import type { ResidentLanguage } from '../residents/language.ts';
import { err, ok, type Result, unreachable } from '../result.ts';
import {
  type BirthDate,
  type BirthDateProblem,
  birthDateProblemAt,
  parseBirthDate,
  type TypedBirthDate,
} from './birth-date.ts';
import {
  askedInputs,
  type ContactField,
  type DateField,
  eachField,
  eachInput,
  type FieldName,
  type FieldUse,
  type FieldValues,
  fieldOf,
  fields,
  type InputName,
  MARKED,
} from './fields.ts';
import { checkDigits, checkPhone, type NumberProblem } from './number-answer.ts';
import type { Fee, Route } from './route.ts';
import { checkText, type TextProblem } from './text-answer.ts';

/**
 * The longest raw text of any input, in UTF-16 code units. A cap for the contract between processes, far
 * above every rule below, so that too long a name is told as such instead of being cut while typing.
 */
export const MAXIMUM_TYPED_LENGTH = 500;

/** The text of every input, exactly as typed. */
export type TypedTexts = Readonly<Record<InputName, string>>;

/** What was typed, the check marks for what the clerk has seen, why somebody came, what became of the fee, and in which language they read. */
export type Answers = TypedTexts & {
  readonly documents: readonly Tick[];
  readonly route: Route;
  readonly fee: Fee;
  readonly language: ResidentLanguage;
};

/** Answers that may be printed. Optional answers that were not given are `null`. */
export type ValidAnswers = FieldValues & {
  readonly name: string;
  readonly birthDate: BirthDate;
  /** Each check mark once. Whether they suffice is the programme's rule (`evaluateDocuments`). */
  readonly documents: readonly Tick[];
};

/** What is wanted of an input that is empty and must not be; a part of a date says itself which it is. */
export type Missing = 'name' | 'text' | 'choice' | 'number' | 'contact-name' | 'contact-phone';

/** What is wrong with one answer; the renderer words it. */
export type AnswerProblem =
  | { readonly kind: 'empty'; readonly missing: Missing }
  /** A contact is a name and a number, or neither; the other one is filled. */
  | { readonly kind: 'needed-with'; readonly other: 'name' | 'phone' }
  /** The policy lists what the field takes, and this is none of it. */
  | { readonly kind: 'not-a-choice' }
  | TextProblem
  | NumberProblem
  | BirthDateProblem;

/** A problem and the input where it is shown. */
export interface FieldProblem {
  readonly field: InputName;
  readonly problem: AnswerProblem;
}

/** Nothing typed, nothing ticked. */
export const emptyAnswers: Answers = {
  ...textsFrom({}),
  documents: [],
  route: 'first',
  fee: null,
  language: 'en',
};

/** Texts for every input: what is not given is empty. */
export function textsFrom(given: Readonly<Partial<TypedTexts>>): TypedTexts {
  const empty = eachInput(() => '');
  return { ...empty, ...given };
}

/**
 * The problem of one input, or `null`. `uses`: what the programme asks for; an input of another field has none.
 * `today` is the day that the kiosk has confirmed. An input is judged together with those it depends on (birth date,
 * contact), and each problem belongs to one input, so that it is shown once.
 */
export function checkAnswer(
  input: InputName,
  answers: TypedTexts,
  uses: readonly FieldUse[],
  today: CalendarDate,
): AnswerProblem | null {
  const name = fieldOf(input);
  const asked = uses.find(({ field }) => field === name);
  const use = asked?.use ?? 'off';
  if (use === 'off') return null;
  const field = fields[name];
  const orEmpty = (
    result: Result<string | null, TextProblem | NumberProblem>,
    missing: Missing,
  ): AnswerProblem | null => {
    if (!result.ok) return result.error;
    return result.value === null && use === 'required' ? { kind: 'empty', missing } : null;
  };
  switch (field.kind) {
    case 'text':
      return (
        orEmpty(checkText(answers[input], field.limit), missingText(name, asked?.choices)) ??
        choiceProblem(answers[input], asked?.choices)
      );
    case 'digits':
      return orEmpty(checkDigits(answers[input], field), 'number');
    case 'date': {
      const isEmpty = field.inputs.every((part) => answers[part].trim() === '');
      const isYearEnough = asked?.yearOnlyAllowed === true;
      return isEmpty && use === 'optional'
        ? null
        : dateProblemAt(input, field, answers, { today, isYearEnough });
    }
    case 'contact':
      return (
        contactProblemAt(input, field, answers) ??
        orEmpty(
          ok(answers[input].trim() || null),
          input === field.inputs[0] ? 'contact-name' : 'contact-phone',
        )
      );
    case 'mark':
      return choiceProblem(answers[input], [{ en: MARKED }]);
    default:
      return unreachable(field);
  }
}

function missingText(field: FieldName, choices: FieldUse['choices']): Missing {
  if (choices !== undefined) return 'choice';
  return field === 'name' ? 'name' : 'text';
}

function choiceProblem(typed: string, choices: FieldUse['choices']): AnswerProblem | null {
  const isTaken = choices === undefined || typed.trim() === '' || choices.some(({ en }) => en === typed);
  return isTaken ? null : { kind: 'not-a-choice' };
}

function typedDate(
  { inputs: [day, month, year] }: DateField<InputName>,
  answers: TypedTexts,
): TypedBirthDate {
  return { day: answers[day], month: answers[month], year: answers[year] };
}

function dateProblemAt(
  input: InputName,
  field: DateField<InputName>,
  answers: TypedTexts,
  { today, isYearEnough }: { readonly today: CalendarDate; readonly isYearEnough: boolean },
): AnswerProblem | null {
  const [day, month] = field.inputs;
  const part = input === day ? 'day' : input === month ? 'month' : 'year';
  return birthDateProblemAt(part, typedDate(field, answers), today, isYearEnough);
}

function contactProblemAt(
  input: InputName,
  { inputs: [name, phone], limit }: ContactField<InputName>,
  answers: TypedTexts,
): AnswerProblem | null {
  const isName = input === name;
  const own = isName ? checkText(answers[name], limit) : checkPhone(answers[phone]);
  if (!own.ok) return own.error;
  const other = isName ? 'phone' : 'name';
  const isAlone = own.value === null && answers[isName ? phone : name].trim() !== '';
  return isAlone ? { kind: 'needed-with', other } : null;
}

/** What is valid of the answers, each read as `checkAnswers` reads it: for a card that is shown before all is answered. */
export function answersSoFar(
  answers: TypedTexts,
  uses: readonly FieldUse[],
  today: CalendarDate,
): FieldValues {
  const asked = askedInputs(uses);
  const ifValid = <Value>(inputs: readonly InputName[], result: Result<Value, unknown>): Value | null => {
    const areValid = inputs.every(
      (input) => asked.includes(input) && checkAnswer(input, answers, uses, today) === null,
    );
    return areValid && result.ok ? result.value : null;
  };
  return eachField({
    text: ({ inputs, limit }) => ifValid(inputs, checkText(answers[inputs[0]], limit)),
    digits: (field) => ifValid(field.inputs, checkDigits(answers[field.inputs[0]], field)),
    date(field) {
      const asked = uses.find((each) => fields[each.field] === field);
      const typed = typedDate(field, answers);
      return ifValid(field.inputs, parseBirthDate(typed, today, asked?.yearOnlyAllowed === true));
    },
    contact({ inputs: [name, phone], limit }) {
      const named = ifValid([name], checkText(answers[name], limit));
      const number = ifValid([phone], checkPhone(answers[phone]));
      return named === null || number === null ? null : { name: named, phone: number };
    },
    mark: ({ inputs }) => ifValid(inputs, ok(answers[inputs[0]] === MARKED ? true : null)),
  });
}

/** What is wrong with the texts, in the programme's order of the fields. */
export function problemsOf(
  answers: TypedTexts,
  uses: readonly FieldUse[],
  today: CalendarDate,
): readonly FieldProblem[] {
  return askedInputs(uses).flatMap((field) => {
    const problem = checkAnswer(field, answers, uses, today);
    return problem === null ? [] : [{ field, problem }];
  });
}

/**
 * All answers, ready to be printed, or every problem in the programme's order of the fields. The programme's other
 * rules (documents, minimum age) come on top: `evaluateDocuments`, `checkAge`.
 */
export function checkAnswers(
  answers: Answers,
  uses: readonly FieldUse[],
  today: CalendarDate,
): Result<ValidAnswers, readonly FieldProblem[]> {
  const problems = problemsOf(answers, uses, today);
  if (problems.length > 0) return err(problems);
  const values = answersSoFar(answers, uses, today);
  const { name, birthDate } = values;
  // Every policy asks for these two (`contradictions/in-fields.ts`).
  if (name === null || birthDate === null) throw new Error('an answer without a problem is not valid');
  return ok({ ...values, name, birthDate, documents: [...new Set(answers.documents)] });
}
