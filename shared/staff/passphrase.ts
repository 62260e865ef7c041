/** How hard a passphrase is to guess: from 0, guessed at once, to 4, hopeless. */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** What a new passphrase must reach: "safely unguessable" behind a slow hash, in the words of zxcvbn. */
export const NEEDED_STRENGTH: Strength = 3;

/**
 * The passphrase that a typed or pasted text stands for. White space and line ends at both ends do not
 * count: a paste often brings some, and nobody sees it in a masked field. Inside, every character counts,
 * case and spaces too. Letters that can be written in two ways become one (NFC), because keyboards differ in
 * it. Used alike when a passphrase is chosen, when it is judged and when it is tried.
 */
export function passphraseOf(typed: string): string {
  return typed.normalize('NFC').trim();
}
