import { expect, test } from 'vitest';
import { inGroupsOfFour } from './hex-groups.ts';

test('every digit is kept, four by four, the rest last', () => {
  expect(inGroupsOfFour('0123456789abcdef')).toBe('0123 4567 89ab cdef');
  expect(inGroupsOfFour('01234')).toBe('0123 4');
  expect(inGroupsOfFour('')).toBe('');
});
