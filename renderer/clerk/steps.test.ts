import { expect, test } from 'vitest';
import { applicationStateKinds } from '../../shared/application/lifecycle.ts';
import { mayStay, stepBefore, stepOf } from './steps.ts';

test('the wizard may always stay at the step that a state waits for', () => {
  for (const state of applicationStateKinds) expect(mayStay(stepOf(state), state)).toBe(true);
});

test('a change of an answer leads back before the check, printing leaves no way back', () => {
  expect(mayStay('check', 'draft')).toBe(false);
  expect(mayStay('documents', 'photographed')).toBe(true);
  expect(mayStay('check', 'queued')).toBe(false);
});

test('Escape goes back as far as the state allows', () => {
  expect(stepBefore('answers', 'draft')).toBe(null);
  expect(stepBefore('check', 'photographed')).toBe('photo');
  expect(stepBefore('hand-over', 'printed')).toBe(null);
});
