import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** Words, without what is no word: keys, signs, figures, names of the ledger's kinds. */
function wordsOf(line: string): readonly string[] {
  return line.match(/\p{L}[\p{L}’'-]+/gu) ?? [];
}

/** How hard a text of the screens is to read. */
export interface ReadingGrade {
  readonly words: number;
  /** The years at an American school that it takes (Flesch-Kincaid); zero for a text without words. */
  readonly grade: number;
}

/** Each line of a screen stands for itself: a label ends like a sentence. `names`: words that nobody chose, left out. */
export function readingGradeOf(text: string, names: readonly string[] = []): ReadingGrade {
  const sentences = text
    .split(/\n|(?<=[.?:!])\s/)
    .map((line) => wordsOf(line).filter((word) => !names.includes(word)))
    .filter((line) => line.length > 0);
  const words = sentences.flat();
  if (words.length === 0) return { words: 0, grade: 0 };
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return {
    words: words.length,
    grade: fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables }),
  };
}
