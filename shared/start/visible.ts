/** Control, format and unassigned characters, and what ends a line or a paragraph. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * A path or a value out of the environment as it may be shown: in a log a line break or an escape sequence in it would
 * forge a line, and on a page a character that turns the direction would make it read as another path.
 */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
