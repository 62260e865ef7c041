import { expect, test } from 'vitest';
import { applicationStateKinds } from '../../shared/application/lifecycle.ts';
import { mayStay, opensAt, stepAfter, stepBefore, stepOf, wizardSteps } from './steps.ts';

const ADULT = wizardSteps(false);
const CHILD = wizardSteps(true);

test('the wizard may always stay at the step that a state waits for', () => {
  for (const state of applicationStateKinds) expect(mayStay(stepOf(state), state)).toBe(true);
});

test('a change of an answer leads back before the check, printing leaves no way back', () => {
  expect(mayStay('check', 'draft')).toBe(false);
  expect(mayStay('documents', 'photographed')).toBe(true);
  expect(mayStay('check', 'queued')).toBe(false);
});

test('Escape goes back as far as the state allows', () => {
  expect(stepBefore('answers', 'draft', ADULT)).toBe(null);
  expect(stepBefore('check', 'photographed', ADULT)).toBe('photo');
  expect(stepBefore('hand-over', 'printed', ADULT)).toBe(null);
});

test('the caretaker’s step stands between answers and documents, where there is one', () => {
  expect(ADULT).not.toContain('caretaker');
  expect([stepAfter('answers', ADULT), stepBefore('documents', 'draft', ADULT)]).toEqual([
    'documents',
    'answers',
  ]);
  expect([stepAfter('answers', CHILD), stepBefore('documents', 'draft', CHILD)]).toEqual([
    'caretaker',
    'caretaker',
  ]);
  expect(mayStay('caretaker', 'photographed')).toBe(true);
  expect(mayStay('caretaker', 'queued')).toBe(false);
});

test('behind the lock the step that was left waits, and so does the way back to the read-back', () => {
  const left = { step: 'answers', isReopened: true } as const;
  for (const state of ['photographed', 'draft'] as const)
    expect(opensAt(state, ADULT, left, false), state).toEqual(left);
  const goingOn = { step: 'documents', isReopened: false } as const;
  expect(opensAt('draft', ADULT, goingOn, false)).toEqual(goingOn);
});

test('a step that may not be left open any more leads nowhere back', () => {
  const left = { step: 'answers', isReopened: true } as const;
  expect(opensAt('printed', ADULT, left, false)).toEqual({ step: 'hand-over', isReopened: false });
  expect(opensAt('draft', CHILD, left, true)).toEqual({ step: 'caretaker', isReopened: false });
  expect(opensAt('checked', ADULT, null, false)).toEqual({ step: 'photo', isReopened: false });
});
