import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { youngestOfGroups } from '../contradictions/in-ages.ts';
import { harborCity } from '../harbor-city.test-support.ts';
import { offeredRoutes } from '../routes.ts';
import { isEnoughForSomebody } from './enough-for-somebody.ts';
import { documentsFor, evaluateDocuments } from './evaluate-documents.ts';
import { OLD_CARD_TAKEN_IN } from './shown-documents.ts';

describe('what is enough for somebody', () => {
  it.each([
    [['passport', 'utility-bill'], true],
    // For a renewal.
    [[OLD_CARD_TAKEN_IN, 'utility-bill'], true],
    [['utility-bill'], false],
    [['passport'], false],
    [[OLD_CARD_TAKEN_IN], false],
    [['no-such-kind'], false],
    [[], false],
    // For a correction.
    [[OLD_CARD_TAKEN_IN, 'passport', 'utility-bill'], true],
    // More than enough.
    [['passport', 'lease-or-rent-receipt', 'utility-bill'], false],
    [[OLD_CARD_TAKEN_IN, 'lease-or-rent-receipt', 'utility-bill'], false],
  ])('%j: %s', (shown, isEnough) => {
    expect(isEnoughForSomebody(harborCity, shown)).toBe(isEnough);
  });

  it('is every way that the kiosk itself tells of, at every age and on every route', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(null, ...youngestOfGroups(harborCity), 16, 40, 90),
        fc.constantFrom(...offeredRoutes(harborCity)),
        (age, route) => {
          const asked = documentsFor(harborCity, age, route);
          const oldCard = asked.takesOldCardIn === true ? [OLD_CARD_TAKEN_IN] : [];
          for (const way of evaluateDocuments(asked, []).ways)
            expect(isEnoughForSomebody(harborCity, [...oldCard, ...way]), way.join()).toBe(true);
        },
      ),
    );
  });
});
