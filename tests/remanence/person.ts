import type { TypedApplication } from '../../build/kiosk/clerk.ts';
import { createCanary } from '../support/memory/canary.ts';

/** An invented applicant whose every field is a canary: words that stand nowhere else on the machine. */
export type CanaryPerson = Required<TypedApplication>;

/** Makes a person whose fields differ from everybody else's. */
export function createCanaryPerson(random: () => number): CanaryPerson {
  const digits = (count: number): string =>
    Array.from({ length: count }, () => String(1 + Math.floor(random() * 9))).join('');
  return {
    name: `${createCanary(random)} ${createCanary(random)}`,
    chosenName: createCanary(random),
    birthDay: String(10 + Math.floor(random() * 18)),
    birthMonth: String(10 + Math.floor(random() * 3)),
    birthYear: String(1940 + Math.floor(random() * 60)),
    gender: createCanary(random),
    emergencyName: createCanary(random),
    emergencyPhone: digits(11),
    libraryNumber: digits(12),
  };
}

/** The canaries that are searched for, by label. A day or a year alone stands in every file. */
export function canariesOf(person: CanaryPerson): readonly (readonly [label: string, value: string])[] {
  return [
    ['name', person.name],
    ['chosen name', person.chosenName],
    ['gender', person.gender],
    ['emergency name', person.emergencyName],
    ['emergency phone', person.emergencyPhone],
    ['library number', person.libraryNumber],
  ];
}
