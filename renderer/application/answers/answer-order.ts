import {
  askedInputs,
  type FieldName,
  type FieldUse,
  fieldOf,
  fields,
  type InputName,
  inputsInOrder,
} from '../../../shared/application/fields.ts';

/** The inputs that Enter goes through; the others are reached with Tab. */
export function requiredInputs(uses: readonly FieldUse[]): readonly InputName[] {
  return askedInputs(uses.filter(({ use }) => use === 'required'));
}

/** The required input that Enter goes to from here; `null` after the last one: on to the documents. */
export function nextRequired(uses: readonly FieldUse[], from: InputName): InputName | null {
  const order = askedInputs(uses);
  const place = order.indexOf(from);
  return requiredInputs(uses).find((input) => order.indexOf(input) > place) ?? null;
}

/** The inputs of a field in the programme's order; none where it does not ask for the field. */
function inputsOf(uses: readonly FieldUse[], name: FieldName): readonly InputName[] {
  const asked = uses.find(({ field }) => field === name);
  return asked === undefined ? [] : inputsInOrder(asked);
}

/** The next part of the same date, in the programme's order; `null` after the last, and for what is no part of one. */
export function nextPart(uses: readonly FieldUse[], input: InputName): InputName | null {
  const name = fieldOf(input);
  if (fields[name].kind !== 'date') return null;
  const parts = inputsOf(uses, name);
  return parts[parts.indexOf(input) + 1] ?? null;
}

/** The digits of a part when it is full. */
function fullAt(input: InputName): number {
  const [, , year] = fields[fieldOf(input)].inputs;
  return input === year ? 4 : 2;
}

/**
 * The input that the focus goes to by itself once a part of a date is full. The last part stays: after it comes another
 * screen, and a screen must not change while somebody still types.
 */
export function nextWhenFull(uses: readonly FieldUse[], input: InputName, typed: string): InputName | null {
  return typed.length === fullAt(input) && /^\p{Nd}+$/u.test(typed) ? nextPart(uses, input) : null;
}

/** What people type between the parts of a date. It moves on instead of standing in the field. */
export function isDateSeparator(key: string): boolean {
  return key === '/' || key === '.' || key === '-' || key === ' ';
}

/**
 * The input that somebody was typing in, as far as the answers tell: the last one that holds something, or the
 * one that the focus went to from there by itself. Before anything is typed, the first.
 */
export function whereTypingStopped(
  uses: readonly FieldUse[],
  answers: Readonly<Partial<Record<InputName, string>>>,
): InputName {
  const order = askedInputs(uses);
  const last = order.findLast((input) => (answers[input] ?? '') !== '') ?? firstInput(uses);
  return nextWhenFull(uses, last, answers[last] ?? '') ?? last;
}

/** The first input that the programme asks for. */
export function firstInput(uses: readonly FieldUse[]): InputName {
  const [first] = askedInputs(uses);
  // Every policy asks for a name.
  if (first === undefined) throw new Error('the programme asks for nothing');
  return first;
}

/** The input to look at when a field is in doubt: a date's last part, which most slips are in, else the first. */
export function doubtedInput(uses: readonly FieldUse[], name: FieldName): InputName {
  const inputs = inputsOf(uses, name);
  const input = fields[name].kind === 'date' ? inputs.at(-1) : inputs[0];
  if (input === undefined) throw new Error('the programme does not ask for this field');
  return input;
}

/** The id of an input's element on the page. */
export function answerId(input: InputName): string {
  return `answer-${input}`;
}
