import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { declaredFieldInWords } from '../../../shared/application/field-words.ts';
import {
  type FieldName,
  fieldOf,
  fields,
  type InputName,
  inputsInOrder,
  MARKED,
} from '../../../shared/application/fields.ts';
import type { PolicyField } from '../../../shared/programme/field-section.ts';
import { inLanguage, type Localized } from '../../../shared/programme/localized.ts';
import { unreachable } from '../../../shared/result.ts';
import type { Choice } from '../../parts/text-field/choice-field.tsx';
import { betweenSentences } from '../between-sentences.ts';

/** What the programme calls a field. */
export function fieldInWords({ label }: PolicyField): string {
  return inLanguage(label, i18n.locale);
}

/** What a field is called that the policy in force doesn't ask, and so has no label of the city's: "Eye color". */
function unaskedFieldInWords(field: FieldName): string {
  const words = declaredFieldInWords(field);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The label of an input, as it stands at it. */
export function inputInWords(input: InputName, asked: readonly PolicyField[]): string {
  const name = fieldOf(input);
  const field = fields[name];
  const named = asked.find((each) => each.field === name);
  const label = named === undefined ? unaskedFieldInWords(name) : fieldInWords(named);
  const [first] = field.inputs;
  switch (field.kind) {
    case 'text':
    case 'digits':
    case 'mark':
      return label;
    case 'date': {
      // The first of them says what it is the date of.
      const isFirst = named !== undefined && inputsInOrder(named)[0] === input;
      return isFirst ? inputInFull(input, asked) : datePartInWords(input);
    }
    case 'contact':
      return input === first
        ? t({
            message: `${label}: name`,
            comment:
              'Label of the field for a contact’s name. {label} is what the city calls the contact, like “Emergency contact”.',
          })
        : t({
            message: `${label}: phone`,
            comment:
              'Label of the field for a contact’s phone number. {label} is what the city calls the contact, like “Emergency contact”.',
          });
    default:
      return unreachable(field);
  }
}

/** A part of a date, where it is known of what: "Month". */
function datePartInWords(input: InputName): string {
  const [day, month] = fields[fieldOf(input)].inputs;
  return input === day
    ? t({
        message: 'Day',
        context: 'part of a date',
        comment: 'Label of the field for the day, as a part of a birth date.',
      })
    : input === month
      ? t({ message: 'Month', comment: 'Label of the field for the month, as a part of a birth date.' })
      : t({ message: 'Year', comment: 'Label of the field for the year, as a part of a birth date.' });
}

/** The same, for places where the label alone does not say enough: "Month" of what? */
export function inputInFull(input: InputName, asked: readonly PolicyField[]): string {
  const field = fields[fieldOf(input)];
  if (field.kind !== 'date') return inputInWords(input, asked);
  const [day, month] = field.inputs;
  return input === day
    ? t({
        message: 'Day of birth',
        comment: 'Label of the field for the day of the birth date: a number from 1 to 31.',
      })
    : input === month
      ? t({
          message: 'Birth month',
          comment: 'Label of the field for the month of the birth date: a number from 1 to 12.',
        })
      : t({ message: 'Birth year', comment: 'Label of the field for the year of the birth date.' });
}

/** What stands below an input (below all inputs of a date) before anything is wrong with it: our words, then the city's. */
export interface Hint {
  readonly ours: string | null;
  readonly citys: Localized | null;
}

/** See `Hint`; null for nothing. */
export function hintInWords(
  input: InputName,
  { field: name, use, hint, yearOnlyAllowed }: PolicyField,
): Hint | null {
  const { kind, inputs } = fields[name];
  const isFirst = input === inputs[0];
  // A group of inputs has one hint.
  const own =
    yearOnlyAllowed === true
      ? t({
          message: 'If you know only the year, enter only the year.',
          comment: 'Hint below the birth date, to the applicant or to a clerk: month and day may stay empty.',
        })
      : null;
  const citys = isFirst && hint !== undefined ? hint : null;
  const ofOurs = isFirst && citys === null ? own : null;
  if (use !== 'optional') return citys === null && ofOurs === null ? null : { ours: ofOurs, citys };
  const may =
    kind !== 'contact'
      ? t({ message: 'Optional.', comment: 'Hint below a field: it may stay empty.' })
      : isFirst
        ? t({
            message: 'Optional, together with the phone number.',
            comment:
              'Hint below the name of an emergency contact: name and phone number are given both, or neither.',
          })
        : t({
            message: 'Optional, together with the name.',
            comment:
              'Hint below the phone number of an emergency contact: name and phone number are given both, or neither.',
          });
  return { ours: ofOurs === null ? may : `${may}${betweenSentences()}${ofOurs}`, citys };
}

/** What an input is chosen from, nothing first; null where it is typed. */
export function choicesOf(input: InputName, asked: readonly PolicyField[]): readonly Choice[] | null {
  const name = fieldOf(input);
  const named = asked.find(({ field }) => field === name);
  const words =
    named?.use === 'required'
      ? t({ message: 'Choose one', comment: 'First line in a list: nothing is chosen yet.' })
      : notOnCardInWords();
  const nothing = { value: '', words };
  if (fields[name].kind === 'mark') return [nothing, { value: MARKED, words: yesInWords() }];
  if (named?.choices === undefined) return null;
  return [
    nothing,
    ...named.choices.map((choice) => ({ value: choice.en, words: inLanguage(choice, i18n.locale) })),
  ];
}

/** That nothing is given. */
export function notOnCardInWords(): string {
  return t({
    message: 'Not on the card',
    comment: 'First choice in a list, and on a resident’s review screen: nothing is printed on the card.',
  });
}

/** That a mark is wanted. */
export function yesInWords(): string {
  return t({
    message: 'Yes',
    comment: 'In a list of choices and on the review screen, after a label like “Veteran”.',
  });
}
