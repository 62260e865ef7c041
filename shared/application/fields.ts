import { unreachable } from '../result.ts';
import type { BirthDate } from './birth-date.ts';

/**
 * Every field of an application, declared once: what may be typed, how it is checked, read back, printed and searched
 * for follows from its kind (`answers.ts`, the core's `values.ts`). Which of them a program asks for, in which order and
 * under which label, its policy says; where one stands on a card, each design.
 *
 * `inputs` are the text fields in which it is typed. A kiosk's files name fields and inputs by these words: one that
 * is renamed is lost.
 */
const declared = {
  name: { kind: 'text', inputs: ['name'], limit: 60, isName: true },
  birthDate: { kind: 'date', inputs: ['birthDay', 'birthMonth', 'birthYear'] },
  gender: { kind: 'text', inputs: ['gender'], limit: 24, mayBeListed: true },
  chosenName: { kind: 'text', inputs: ['chosenName'], limit: 60, isName: true },
  /** The number of a library card: 6 to 14 digits. */
  libraryNumber: { kind: 'digits', inputs: ['libraryNumber'], minimum: 6, maximum: 14 },
  /** Name and phone number, or neither. */
  emergencyContact: { kind: 'contact', inputs: ['emergencyName', 'emergencyPhone'], limit: 60 },
  height: { kind: 'text', inputs: ['height'], limit: 12 },
  eyeColor: { kind: 'text', inputs: ['eyeColor'], limit: 16, mayBeListed: true },
  /** One or two. */
  languages: { kind: 'text', inputs: ['languages'], limit: 40 },
  /** What helps in an emergency, as the applicant wants it on the card. */
  medicalNote: { kind: 'text', inputs: ['medicalNote'], limit: 40 },
  veteran: { kind: 'mark', inputs: ['veteran'] },
  organDonor: { kind: 'mark', inputs: ['organDonor'] },
} as const satisfies Readonly<Record<string, FieldDeclaration<string>>>;

/**
 * Free text in any script; at most `limit` letters as people count them. `mayBeListed`: a policy may list what it takes.
 * `isName`: a person is called so, and is looked for by it.
 */
export interface TextField<Input> {
  readonly kind: 'text';
  readonly inputs: readonly [text: Input];
  readonly limit: number;
  readonly mayBeListed?: true;
  readonly isName?: true;
}

/** A word on the card, for whoever wants it there. */
export interface MarkField<Input> {
  readonly kind: 'mark';
  readonly inputs: readonly [mark: Input];
}

/** What is typed for a mark that is wanted. */
export const MARKED = 'yes';

/** Digits only, of any script. */
export interface DigitsField<Input> {
  readonly kind: 'digits';
  readonly inputs: readonly [digits: Input];
  readonly minimum: number;
  readonly maximum: number;
}

/** A day, in three inputs. */
export interface DateField<Input> {
  readonly kind: 'date';
  readonly inputs: readonly [day: Input, month: Input, year: Input];
}

/** Somebody's name, at most `limit` letters, and phone number. */
export interface ContactField<Input> {
  readonly kind: 'contact';
  readonly inputs: readonly [name: Input, phone: Input];
  readonly limit: number;
}

export type FieldDeclaration<Input> =
  | TextField<Input>
  | DigitsField<Input>
  | DateField<Input>
  | ContactField<Input>
  | MarkField<Input>;

export type FieldName = keyof typeof declared;
/** The name of one text field of the form. */
export type InputName = (typeof declared)[FieldName]['inputs'][number];
/** The inputs whose text may stand on a card as it was typed: all but the parts of a date, and marks. */
export type TextInputName = {
  [Field in FieldName]: KindOf<Field> extends 'date' | 'mark'
    ? never
    : (typeof declared)[Field]['inputs'][number];
}[FieldName];
/** The fields that are a mark. */
export type MarkName = { [Field in FieldName]: KindOf<Field> extends 'mark' ? Field : never }[FieldName];

export const fields: Readonly<Record<FieldName, FieldDeclaration<InputName>>> = declared;

/** All fields, in the order of their declaration. */
export const fieldNames = namesOf(declared);
/** All inputs, field by field. */
export const inputNames: readonly InputName[] = fieldNames.flatMap(
  (field): readonly InputName[] => fields[field].inputs,
);

/** The field that an input belongs to. */
export function fieldOf(input: InputName): FieldName {
  const field = fieldNames.find((name) => fields[name].inputs.some((each) => each === input));
  if (field === undefined) throw new Error('an input of no field');
  return field;
}

/** What a field holds once it is checked, by its kind. */
export interface ValueOfKind {
  readonly text: string;
  readonly digits: string;
  readonly date: BirthDate;
  readonly contact: { readonly name: string; readonly phone: string };
  readonly mark: true;
}

type KindOf<Field extends FieldName> = (typeof declared)[Field]['kind'];

/** One result for each field, of the type that belongs to the field's kind. */
export type EachField<Results extends Readonly<Record<keyof ValueOfKind, unknown>>> = {
  readonly [Field in FieldName]: Results[KindOf<Field>];
};

/** What all fields hold; null where nothing was given, or nothing that holds. */
export type FieldValues = EachField<{ readonly [Kind in keyof ValueOfKind]: ValueOfKind[Kind] | null }>;

/** Makes one result for each field, by its kind. */
export function eachField<Text, Digits, Day, Contact, Mark>(make: {
  readonly text: (field: TextField<InputName>) => Text;
  readonly digits: (field: DigitsField<InputName>) => Digits;
  readonly date: (field: DateField<InputName>) => Day;
  readonly contact: (field: ContactField<InputName>) => Contact;
  readonly mark: (field: MarkField<InputName>) => Mark;
}): EachField<{ text: Text; digits: Digits; date: Day; contact: Contact; mark: Mark }> {
  const made = fieldNames.map((name): readonly [FieldName, Text | Digits | Day | Contact | Mark] => {
    const field = fields[name];
    switch (field.kind) {
      case 'text':
        return [name, make.text(field)];
      case 'digits':
        return [name, make.digits(field)];
      case 'date':
        return [name, make.date(field)];
      case 'contact':
        return [name, make.contact(field)];
      case 'mark':
        return [name, make.mark(field)];
      default:
        return unreachable(field);
    }
  });
  // That a field's result is the one of its kind, the switch has seen to; the compiler cannot follow it into an object.
  return Object.fromEntries(made) as EachField<{
    text: Text;
    digits: Digits;
    date: Day;
    contact: Contact;
    mark: Mark;
  }>;
}

/** Nothing given. */
export const noValues: FieldValues = eachField({
  text: () => null,
  digits: () => null,
  date: () => null,
  contact: () => null,
  mark: () => null,
});

/** One result for each input. */
export function eachInput<Result>(make: (input: InputName) => Result): Readonly<Record<InputName, Result>> {
  // There is one for each name; the compiler cannot follow the names into an object.
  return Object.fromEntries(inputNames.map((input) => [input, make(input)])) as Record<InputName, Result>;
}

function isTextInput(input: InputName): input is TextInputName {
  const { kind } = fields[fieldOf(input)];
  return kind !== 'date' && kind !== 'mark';
}

/** Every input whose text is kept as it was typed: all but the parts of a date, and marks. */
export const textInputs: readonly TextInputName[] = inputNames.filter(isTextInput);

/** The inputs that hold somebody's name, the applicant's or another's. */
export const nameInputs: readonly TextInputName[] = fieldNames.flatMap((name) => {
  const field = fields[name];
  const isName = field.kind === 'contact' || (field.kind === 'text' && field.isName === true);
  return isName ? field.inputs.slice(0, 1).filter(isTextInput) : [];
});

/** The texts that the values hold, by the inputs in which they were typed; dates and marks are none. */
export function textsOf(
  values: FieldValues,
): readonly { readonly field: TextInputName; readonly text: string }[] {
  return fieldNames.flatMap((name) => {
    const value = values[name];
    if (value === null || value === true) return [];
    const texts = typeof value === 'string' ? [value] : 'phone' in value ? [value.name, value.phone] : [];
    return fields[name].inputs.filter(isTextInput).flatMap((field, place) => {
      const text = texts[place];
      return text === undefined ? [] : [{ field, text }];
    });
  });
}

/** The dates that the values hold. */
export function datesOf(
  values: FieldValues,
): readonly { readonly field: FieldName; readonly date: BirthDate }[] {
  return fieldNames.flatMap((field) => {
    const value = values[field];
    return value !== null && typeof value === 'object' && 'year' in value ? [{ field, date: value }] : [];
  });
}

function namesOf<Name extends string>(record: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(record).filter((key): key is Name => key in record);
}

/** Whether a program asks for a field, and whether an application holds without it. */
export const fieldUses = ['required', 'optional', 'off'] as const;
/** Which part of a date is typed first: 03/04/1990 is two different days on two sides of a border. */
export const dateOrders = ['month-day-year', 'day-month-year', 'year-month-day'] as const;
export type DateOrder = (typeof dateOrders)[number];
export interface FieldUse {
  readonly field: FieldName;
  readonly use: (typeof fieldUses)[number];
  /** Of a date; without it the month is first. What is kept names its parts, so it never changes what was typed. */
  readonly order?: DateOrder | undefined;
  /** Of a date: the year alone is enough, where somebody's documents say no more. */
  readonly yearOnlyAllowed?: boolean | undefined;
  /** Of a text: what it takes, nothing else. Without them it is free text. English is what is kept and printed. */
  readonly choices?: readonly { readonly en: string }[] | undefined;
}

/** The inputs of a field in the order in which they are typed. */
export function inputsInOrder({ field: name, order = 'month-day-year' }: FieldUse): readonly InputName[] {
  const field = fields[name];
  if (field.kind !== 'date') return field.inputs;
  const [day, month, year] = field.inputs;
  switch (order) {
    case 'month-day-year':
      return [month, day, year];
    case 'day-month-year':
      return [day, month, year];
    case 'year-month-day':
      return [year, month, day];
    default:
      return unreachable(order);
  }
}

/** The inputs that a program asks for, in its order. */
export function askedInputs(uses: readonly FieldUse[]): readonly InputName[] {
  return uses.flatMap((asked): readonly InputName[] => (asked.use === 'off' ? [] : inputsInOrder(asked)));
}
