import { expect, test } from 'vitest';
import { isDateSeparator, nextRequired, nextWhenFull } from './answer-order.ts';

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
