import type { Paper } from '../../shared/contract/paper.ts';

/** All that is written on a paper, text by text. */
export function wordsOnPaper(paper: Paper): readonly string[] {
  const words: string[] = [];
  // Whatever kind of paper it is: its texts are all the texts it has.
  JSON.stringify(paper, (name, value: unknown) => {
    if (typeof value === 'string' && name !== 'kind') words.push(value);
    return value;
  });
  return words;
}
