import { randomInt } from 'node:crypto';
import { suggestedWords } from './suggested-words.ts';

/** Each drawn evenly and independently: 4 × log2(6254) = 50.4 bits. */
const SUGGESTED_WORDS = 4;

/** Words with spaces between them. */
export function suggestPassphrase(): string {
  const drawn = Array.from(
    { length: SUGGESTED_WORDS },
    () => suggestedWords[randomInt(suggestedWords.length)],
  );
  return drawn.join(' ');
}
