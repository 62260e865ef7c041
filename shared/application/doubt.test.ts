import { expect, it } from 'vitest';
import type { ValidAnswers } from './answers.ts';
import { doubtsOf } from './doubt.ts';
import { noValues } from './fields.ts';

const today = { year: 2026, month: 11, day: 24 };
const ordinary: ValidAnswers = {
  ...noValues,
  name: 'Wilhelmina Featherstone',
  birthDate: { year: 1990, month: 3, day: 4 },
  libraryNumber: '23456789',
  emergencyContact: { name: 'Barnaby Quillfeather', phone: '555 0142' },
  documents: [],
};
const about = (changes: Partial<ValidAnswers>) =>
  doubtsOf({ ...ordinary, ...changes }, today).map(({ field, doubt }) => [field, doubt]);

it('an ordinary answer is never asked about', () => {
  expect(about({})).toEqual([]);
  expect(about({ birthDate: { ...today, day: 23 } })).toEqual([]);
  expect(about({ birthDate: { year: 1915, month: 11, day: 25 } })).toEqual([]);
});

it('an age over 110 is, and a birth today', () => {
  expect(about({ birthDate: { year: 1915, month: 11, day: 24 } })).toEqual([
    ['birthDate', { kind: 'very-old', age: 111 }],
  ]);
  expect(about({ birthDate: today })).toEqual([['birthDate', { kind: 'born-today' }]]);
});

it('a digit of any script in a name is, wherever a name stands', () => {
  expect(about({ name: 'Wilhelmina 2' })).toEqual([['name', { kind: 'digit-in-name', digit: '2' }]]);
  expect(about({ chosenName: 'Mina٣' })).toEqual([['chosenName', { kind: 'digit-in-name', digit: '٣' }]]);
  expect(about({ emergencyContact: { name: 'B0b', phone: '555 0142' } })).toEqual([
    ['emergencyContact', { kind: 'digit-in-name', digit: '0' }],
  ]);
});

it('is another doubt when the answer is another one', () => {
  const first = doubtsOf({ ...ordinary, name: 'A1' }, today)[0]?.value;
  expect(doubtsOf({ ...ordinary, name: 'A2' }, today)[0]?.value).not.toBe(first);
});
