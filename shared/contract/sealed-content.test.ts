import { expect, it } from 'vitest';
import { sealedAnswers, sealedCard } from './sealed-content.ts';

// No kiosk keeps a document's number or image, a status such as that of immigration, a criminal record, or a template of a
// face. A program can only tell that nothing is called so.

/** Words that have no place in the name of anything that is kept of a person. */
const NEVER_KEPT =
  /passport|licen[cs]e|visa|immigra|citizen|national|status|criminal|convict|arrest|record|image|scan|template|biometric/i;

const kept = [...Object.keys(sealedAnswers.shape), ...Object.keys(sealedCard.shape.card.shape)];

it('keeps nothing of a person that is called like what no kiosk may have', () => {
  expect(kept).toContain('birthYear');
  expect(kept.filter((name) => NEVER_KEPT.test(name))).toEqual([]);
});

const FORBIDDEN = ['passportNumber', 'documentImage', 'immigrationStatus', 'criminalRecord', 'faceTemplate'];

it.each(FORBIDDEN)('would find %s', (name) => {
  expect(name).toMatch(NEVER_KEPT);
});
