import { expect, test } from 'vitest';
import { cardCharacters, mayNameCard } from './card-characters.ts';

test('four characters or all ten name a card, however they are grouped', () => {
  for (const typed of ['WQ2T', 'H4K9M-7WQ2T', 'h4k9m 7wq2t', 'H4K9M7WQ2T', ' H4K9M–7WQ2T\n']) {
    expect(mayNameCard(cardCharacters(typed)), typed).toBe(true);
  }
  for (const typed of ['', 'WQ2', 'H4K9M', 'H4K9M-7WQ2TT']) {
    expect(mayNameCard(cardCharacters(typed)), typed).toBe(false);
  }
});
