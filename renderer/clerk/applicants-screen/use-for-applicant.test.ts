import { expect, it } from 'vitest';
import { applicationStateKinds } from '../../../shared/application/lifecycle.ts';
import { mayGiveScreen } from './use-for-applicant.ts';

it('gives an applicant the screen only where theirs has something to show', () => {
  const given = applicationStateKinds.filter((state) => mayGiveScreen('answers', state, 'counter'));
  expect(given).toEqual(['draft', 'checked']);
});

it.each([
  ['documents', 'counter'],
  ['answers', 'off'],
  ['answers', 'self-service'],
] as const)(
  'does not give it from the step %s, or where applicants use the kiosk as in “%s”',
  (step, setting) => {
    expect(mayGiveScreen(step, 'draft', setting)).toBe(false);
  },
);
