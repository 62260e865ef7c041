import { expect, it } from 'vitest';
import { FIRST_NOTICE } from '../flow/flow.ts';
import { isAsFound } from './as-found.ts';
import { FIRST_PAGE } from './resident-page.ts';

const EMPTY = { hasSomething: false, hasDialog: false };

it('a page is as it was found until somebody chose something on it, or it has something of theirs', () => {
  expect(isAsFound(FIRST_PAGE, EMPTY)).toBe(true);
  // So it begins anew.
  expect(isAsFound({ ...FIRST_PAGE, language: 'en' }, EMPTY)).toBe(true);
  const chosen = [
    { language: 'ar' },
    { settings: { textSize: 'largest' } },
    { settings: { switchKeys: 'one-two' } },
    // Whoever reads what comes before the questions in English has gone a step.
    { flow: FIRST_NOTICE },
  ] as const;
  for (const each of chosen) expect(isAsFound({ ...FIRST_PAGE, ...each }, EMPTY)).toBe(false);
  expect(isAsFound(FIRST_PAGE, { ...EMPTY, hasSomething: true })).toBe(false);
  expect(isAsFound(FIRST_PAGE, { ...EMPTY, hasDialog: true })).toBe(false);
});
