import { NOT_ON_A_LINE } from '../contract/paper.ts';

/**
 * A text that somebody else has written (the policy, a printer) without what no line of a paper carries: soft hyphens, marks
 * that turn what follows around, signs of a font of one's own. What ends a line there is a space. Empty: nothing is left.
 */
export function printable(text: string): string {
  return text
    .replace(/[\p{Zl}\p{Zp}\n\t]/gu, ' ')
    .replace(NOT_ON_A_LINE, '')
    .trim();
}
