import { expect, test } from 'vitest';
import { isDateSeparator, nextRequired, nextWhenFull, whereTypingStopped } from './answer-order.ts';

test('Enter goes through the required fields and then on', () => {
  expect(nextRequired('name')).toBe('birthDay');
  expect(nextRequired('gender')).toBe(null);
  expect(nextRequired('chosenName')).toBe(null);
  expect(nextRequired('birthMonth')).toBe('birthYear');
  expect(nextRequired('birthYear')).toBe(null);
  expect(nextRequired('emergencyPhone')).toBe(null);
});

test('day and month go on by themselves when full, in digits of any script; the year never does', () => {
  expect(nextWhenFull('birthDay', '2')).toBe(null);
  expect(nextWhenFull('birthDay', '24')).toBe('birthMonth');
  expect(nextWhenFull('birthMonth', '١١')).toBe('birthYear');
  expect(nextWhenFull('birthDay', 'xx')).toBe(null);
  expect(nextWhenFull('birthYear', '1990')).toBe(null);
});

test('what stands between the parts of a date', () => {
  expect(['/', '.', '-', ' '].every(isDateSeparator)).toBe(true);
  expect(isDateSeparator('1')).toBe(false);
});

test('typing goes on in the last field that holds something, and begins with the name', () => {
  expect(whereTypingStopped({})).toBe('name');
  expect(whereTypingStopped({ name: '', birthDay: '' })).toBe('name');
  expect(whereTypingStopped({ name: 'Wilhelmina Fea' })).toBe('name');
  expect(whereTypingStopped({ name: 'Wilhelmina Featherstone', birthDay: '2' })).toBe('birthDay');
  expect(whereTypingStopped({ name: 'Wilhelmina Featherstone', emergencyPhone: '555' })).toBe(
    'emergencyPhone',
  );
});

test('behind a full day or month, typing goes on where the focus went by itself', () => {
  expect(whereTypingStopped({ name: 'Wilhelmina Featherstone', birthDay: '24' })).toBe('birthMonth');
  expect(whereTypingStopped({ birthDay: '24', birthMonth: '11' })).toBe('birthYear');
});
