import type { TypedApplication } from '../../build/kiosk/clerk.ts';
import {
  eachField,
  eachInput,
  fieldNames,
  fields,
  type InputName,
  inputNames,
  MARKED,
} from '../../shared/application/fields.ts';
import { formsOfDay } from '../../shared/forms-of-day.ts';
import { readShippedPolicy } from '../support/kiosk/shipped-policy.ts';
import { createCanary } from '../support/memory/canary.ts';

/** An invented applicant whose every field is a canary: words that stand nowhere else on the machine. */
export type CanaryPerson = Readonly<Record<InputName, string>> & TypedApplication;

/** Makes a person whose fields differ from everybody else's, whatever fields there are. */
export function createCanaryPerson(random: () => number): CanaryPerson {
  const digits = (count: number): string =>
    Array.from({ length: count }, () => String(1 + Math.floor(random() * 9))).join('');
  const number = (from: number, count: number): string => String(from + Math.floor(random() * count));
  const texts = Object.values(
    eachField<readonly string[], readonly string[], readonly string[], readonly string[], readonly string[]>({
      text: () => [createCanary(random)],
      digits: ({ maximum }) => [digits(maximum - 2)],
      date: () => [number(10, 18), number(10, 3), number(1940, 30)],
      contact: () => [createCanary(random), digits(11)],
      mark: () => [MARKED],
    }),
  ).flat();
  return {
    ...eachInput((input) => texts[inputNames.indexOf(input)] ?? ''),
    name: `${createCanary(random)} ${createCanary(random)}`,
  };
}

/** Somebody of this name who answers nothing that may be left out, born on a day like everybody's here. */
export function canaryNamed(name: string, random: () => number): CanaryPerson {
  const { birthDay, birthMonth, birthYear } = createCanaryPerson(random);
  return { ...eachInput(() => ''), birthDay, birthMonth, birthYear, name };
}

/** Their birth date as the shipped policy asks for it. */
export function typedBirthDate({ birthDay, birthMonth, birthYear }: CanaryPerson): string {
  return `${birthMonth}${birthDay}${birthYear}`;
}

/** The canaries that are searched for, by label: what was typed. A day or a year alone stands in every file, like a mark: see `birthDateForms`. */
export function canariesOf(person: CanaryPerson): readonly (readonly [label: string, value: string])[] {
  const asked = readShippedPolicy().fields.flatMap(({ field, use }) => (use === 'off' ? [] : [field]));
  return fieldNames.flatMap((name) => {
    const { kind, inputs } = fields[name];
    const isSought = kind !== 'date' && kind !== 'mark' && asked.includes(name);
    return isSought ? inputs.map((input): [string, string] => [input, person[input]]) : [];
  });
}

/**
 * The whole birth date in the forms that the product makes of it: in the autumn of a year before 1970, so none is a day of the
 * kiosk's own, or one that Chromium's table of time zones names. Those begin in 1970, and the table lies in the memory of all its
 * processes. Not in one piece: eight digits stand in the times that programs count.
 */
export function birthDateForms(person: CanaryPerson): readonly string[] {
  const date = {
    year: Number(person.birthYear),
    month: Number(person.birthMonth),
    day: Number(person.birthDay),
  };
  return formsOfDay(date).filter((form) => !/^\d+$/.test(form));
}
