import { dictionary } from '@zxcvbn-ts/language-common';
import { unsaidWords } from './unsaid-words.ts';

/** The EFF's long list of 7,776 words (the diceware list of zxcvbn's own dictionaries), without the unsaid ones. */
export const suggestedWords: readonly string[] = dictionary['diceware-common'].filter(
  (word) => !unsaidWords.has(word),
);
