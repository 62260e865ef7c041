const STRONG_LETTER = /[\p{L}\p{Nl}]/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** The direction of a text by its first letter (rules P2 and P3 of the Unicode bidirectional algorithm). */
export function directionOf(text: string): 'ltr' | 'rtl' {
  for (const character of text) {
    if (STRONG_LETTER.test(character)) return RIGHT_TO_LEFT.test(character) ? 'rtl' : 'ltr';
  }
  return 'ltr';
}

/**
 * The direction of a paragraph on a paper. On one that begins at the right, a text with any letter of such a script is the
 * paper's; a code, an amount or a line in another language keeps its own order and only begins at the right.
 */
export function directionOnPaper(text: string, paper: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
  return paper === 'rtl' && RIGHT_TO_LEFT.test(text) ? 'rtl' : directionOf(text);
}
