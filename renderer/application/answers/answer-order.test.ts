import { expect, test } from 'vitest';
import type { DateOrder, FieldUse } from '../../../shared/application/fields.ts';
import { isDateSeparator, nextRequired, nextWhenFull, whereTypingStopped } from './answer-order.ts';

const USES: readonly FieldUse[] = [
  { field: 'name', use: 'required' },
  { field: 'birthDate', use: 'required' },
  { field: 'gender', use: 'optional' },
  { field: 'chosenName', use: 'optional' },
  { field: 'libraryNumber', use: 'off' },
  { field: 'emergencyContact', use: 'optional' },
];

test('Enter goes through the required fields and then on', () => {
  expect(nextRequired(USES, 'name')).toBe('birthMonth');
  expect(nextRequired(USES, 'gender')).toBe(null);
  expect(nextRequired(USES, 'chosenName')).toBe(null);
  expect(nextRequired(USES, 'birthMonth')).toBe('birthDay');
  expect(nextRequired(USES, 'birthDay')).toBe('birthYear');
  expect(nextRequired(USES, 'birthYear')).toBe(null);
  expect(nextRequired(USES, 'emergencyPhone')).toBe(null);
});

/** The same with the parts of the date in another order. */
const ordered = (order: DateOrder): readonly FieldUse[] =>
  USES.map((each) => (each.field === 'birthDate' ? { ...each, order } : each));

test('the parts of a date go on by themselves when full, in digits of any script; the last never does', () => {
  expect(nextWhenFull(USES, 'birthMonth', '1')).toBe(null);
  expect(nextWhenFull(USES, 'birthMonth', '١١')).toBe('birthDay');
  expect(nextWhenFull(USES, 'birthDay', '24')).toBe('birthYear');
  expect(nextWhenFull(USES, 'birthDay', 'xx')).toBe(null);
  expect(nextWhenFull(USES, 'birthYear', '1990')).toBe(null);
  expect(nextWhenFull(USES, 'libraryNumber', '12')).toBe(null);
});

test('and in the order of the programme', () => {
  const dayFirst = ordered('day-month-year');
  expect(nextRequired(dayFirst, 'name')).toBe('birthDay');
  expect(nextWhenFull(dayFirst, 'birthDay', '24')).toBe('birthMonth');
  expect(nextWhenFull(dayFirst, 'birthMonth', '11')).toBe('birthYear');
  const yearFirst = ordered('year-month-day');
  expect(nextRequired(yearFirst, 'name')).toBe('birthYear');
  expect(nextWhenFull(yearFirst, 'birthYear', '19')).toBe(null);
  expect(nextWhenFull(yearFirst, 'birthYear', '1990')).toBe('birthMonth');
  expect(nextWhenFull(yearFirst, 'birthDay', '24')).toBe(null);
});

test('Enter follows the order of the programme', () => {
  const others = [...USES].reverse();
  expect(nextRequired(others, 'gender')).toBe('birthMonth');
  expect(nextRequired(others, 'birthYear')).toBe('name');
  expect(nextRequired(others, 'name')).toBe(null);
  expect(whereTypingStopped(others, {})).toBe('emergencyName');
});

test('what stands between the parts of a date', () => {
  expect(['/', '.', '-', ' '].every(isDateSeparator)).toBe(true);
  expect(isDateSeparator('1')).toBe(false);
});

test('typing goes on in the last field that holds something, and begins with the name', () => {
  expect(whereTypingStopped(USES, {})).toBe('name');
  expect(whereTypingStopped(USES, { name: '', birthMonth: '' })).toBe('name');
  expect(whereTypingStopped(USES, { name: 'Wilhelmina Fea' })).toBe('name');
  expect(whereTypingStopped(USES, { name: 'Wilhelmina Featherstone', birthMonth: '2' })).toBe('birthMonth');
  expect(whereTypingStopped(USES, { name: 'Wilhelmina Featherstone', emergencyPhone: '555' })).toBe(
    'emergencyPhone',
  );
});

test('behind a full day or month, typing goes on where the focus went by itself', () => {
  expect(whereTypingStopped(USES, { name: 'Wilhelmina Featherstone', birthMonth: '11' })).toBe('birthDay');
  expect(whereTypingStopped(USES, { birthDay: '24', birthMonth: '11' })).toBe('birthYear');
});
