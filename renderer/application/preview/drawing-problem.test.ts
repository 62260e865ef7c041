import { expect, test } from 'vitest';
import { answerOf } from './drawing-problem.ts';

test('what the card cannot draw is told at the answer it came from', () => {
  expect(answerOf({ kind: 'does-not-fit', field: 'name' })).toBe('name');
  expect(answerOf({ kind: 'uncovered', field: 'emergencyName', character: 'ა' })).toBe('emergencyName');
  expect(answerOf({ kind: 'does-not-fit', field: 'number' })).toBe(null);
});
