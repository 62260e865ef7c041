import { expect, test } from 'vitest';
import type { FieldUse } from '../../../shared/application/fields.ts';
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
  expect(nextRequired(USES, 'name')).toBe('birthDay');
  expect(nextRequired(USES, 'gender')).toBe(null);
  expect(nextRequired(USES, 'chosenName')).toBe(null);
  expect(nextRequired(USES, 'birthMonth')).toBe('birthYear');
  expect(nextRequired(USES, 'birthYear')).toBe(null);
  expect(nextRequired(USES, 'emergencyPhone')).toBe(null);
});

test('day and month go on by themselves when full, in digits of any script; the year never does', () => {
  expect(nextWhenFull('birthDay', '2')).toBe(null);
  expect(nextWhenFull('birthDay', '24')).toBe('birthMonth');
  expect(nextWhenFull('birthMonth', '١١')).toBe('birthYear');
  expect(nextWhenFull('birthDay', 'xx')).toBe(null);
  expect(nextWhenFull('birthYear', '1990')).toBe(null);
});

test('Enter follows the order of the programme', () => {
  const others = [...USES].reverse();
  expect(nextRequired(others, 'gender')).toBe('birthDay');
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
  expect(whereTypingStopped(USES, { name: '', birthDay: '' })).toBe('name');
  expect(whereTypingStopped(USES, { name: 'Wilhelmina Fea' })).toBe('name');
  expect(whereTypingStopped(USES, { name: 'Wilhelmina Featherstone', birthDay: '2' })).toBe('birthDay');
  expect(whereTypingStopped(USES, { name: 'Wilhelmina Featherstone', emergencyPhone: '555' })).toBe(
    'emergencyPhone',
  );
});

test('behind a full day or month, typing goes on where the focus went by itself', () => {
  expect(whereTypingStopped(USES, { name: 'Wilhelmina Featherstone', birthDay: '24' })).toBe('birthMonth');
  expect(whereTypingStopped(USES, { birthDay: '24', birthMonth: '11' })).toBe('birthYear');
});
