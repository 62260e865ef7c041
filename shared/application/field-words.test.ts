import { expect, it } from 'vitest';
import { declaredFieldInWords } from './field-words.ts';
import { fieldNames } from './fields.ts';

it('makes words of the name of a declaration', () => {
  expect(declaredFieldInWords('name')).toBe('name');
  expect(declaredFieldInWords('eyeColor')).toBe('eye color');
  expect(declaredFieldInWords('emergencyContact')).toBe('emergency contact');
});

it('calls every field by words of its own, in small letters', () => {
  const words = fieldNames.map(declaredFieldInWords);
  expect(new Set(words).size).toBe(fieldNames.length);
  expect(words.filter((each) => !/^[a-z]+( [a-z]+)*$/.test(each))).toEqual([]);
});
