import { expect, it } from 'vitest';
import { applicationStateKinds } from '../../../shared/application/lifecycle.ts';
import { mayGiveScreen } from './use-for-applicant.ts';

it('gives an applicant the screen only where theirs has something to show', () => {
  // In self-service too: staff who took it back, to pause or to help, bring its applicant back.
  for (const setting of ['counter', 'self-service'] as const) {
    const given = applicationStateKinds.filter((state) => mayGiveScreen('answers', state, setting));
    expect(given).toEqual(['draft', 'checked']);
  }
});

it.each([
  ['documents', 'counter'],
  ['answers', 'off'],
] as const)(
  'does not give it from the step %s, where applicants use the kiosk as in “%s”',
  (step, setting) => {
    expect(mayGiveScreen(step, 'draft', setting)).toBe(false);
  },
);
