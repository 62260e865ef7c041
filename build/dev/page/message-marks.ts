// Around the words of a message stands its id, in characters that no font draws and no sorting sees: a message is found
// again wherever its words go, also inside of another message, and whatever else has the same words.

const TAGS = 0xe0000;
const START = '\u{e0001}';
const END_OF_ID = '\u{e0020}';
const END = '\u{e007f}';

/** The words of a message between its marks. */
export function markedWords(id: string, words: string): string {
  const tags = [...id].map((character) => String.fromCodePoint(TAGS + (character.codePointAt(0) ?? 0)));
  return `${START}${tags.join('')}${END_OF_ID}${words}${END}`;
}

/** A mark in a text; `at`: where the words begin, or have ended. */
export type Mark =
  | { readonly kind: 'start'; readonly id: string; readonly at: number }
  | { readonly kind: 'end'; readonly at: number };

const MARK = new RegExp(`${START}([^${END_OF_ID}${END}]*)${END_OF_ID}|${END}`, 'gu');

/** The marks in a text, in order. */
export function marksIn(text: string): readonly Mark[] {
  return [...text.matchAll(MARK)].map((match) => {
    const [whole, tags] = match;
    if (tags === undefined) return { kind: 'end', at: match.index };
    const id = [...tags].map((tag) => String.fromCodePoint((tag.codePointAt(0) ?? 0) - TAGS)).join('');
    return { kind: 'start', id, at: match.index + whole.length };
  });
}

/** A text as it is read. */
export function withoutMarks(text: string): string {
  return text.replaceAll(MARK, '');
}
