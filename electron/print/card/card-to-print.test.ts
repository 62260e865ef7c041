import { expect, it } from 'vitest';
import { describeFaces } from '../../../shared/card/faces.ts';
import { SAMPLE_CARD } from '../../../shared/card/sample-card.ts';
import { SAMPLE_PROGRAMME } from '../../../shared/card/sample-programme.test-support.ts';
import { testCard } from './card-to-print.ts';

it('a test card is of an invented person, without a photo, and nothing of it is kept', () => {
  const card = testCard(SAMPLE_PROGRAMME);
  expect(card.faces).toEqual(describeFaces(SAMPLE_CARD, SAMPLE_PROGRAMME));
  expect(card.photo).toBeNull();
  expect(card.seal({ front: new Uint8Array(1), back: new Uint8Array(1) })).toBeNull();
});
