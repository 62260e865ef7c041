import { beforeAll, expect, test } from 'vitest';
import { spoiledCardInWords } from './application/promises.ts';
import { speakEnglish } from './english.test-support.ts';
import { cardInTheWayInWords } from './printing/card-in-the-way.ts';
import { missingCardInWords } from './printing/missing-card.ts';
import { suspendingInWords } from './suspension/suspension.ts';

beforeAll(speakEnglish);

/** Each text that has a card destroyed while no legal hold is in force. */
const TEXTS: readonly (readonly [string, (cardsAreKept: boolean) => string])[] = [
  ['of a card reported missing', missingCardInWords],
  ['of a card in the way of an end', (kept) => cardInTheWayInWords('printed', kept)],
  ['of a spoiled card', (kept) => spoiledCardInWords(kept)],
  ['of a spoiled card whose applicant has left', (kept) => spoiledCardInWords(kept, true)],
  [
    'of a card that is printing when intake is suspended',
    (kept) => suspendingInWords('wipe', { count: 2, held: 1, cardsAreKept: kept }).join(' '),
  ],
];

test.each(TEXTS)(
  'while any legal hold is in force, the text %s has none destroyed without counsel',
  (_of, say) => {
    // The control: this is how it is found.
    expect(say(false)).toMatch(/destroy it/i);
    const told = say(true).replaceAll(/ask counsel before you destroy it/gi, '');
    expect(told).not.toMatch(/destroy/i);
    expect(say(true)).toMatch(/ask (counsel|your supervisor)/i);
  },
);
