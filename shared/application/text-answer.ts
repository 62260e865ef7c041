import { err, ok, type Result } from '../result.ts';
import { type ForbiddenCharacter, findForbiddenCharacter } from './characters.ts';

/** More than fits. `limit` and `length` in letters as people count them (grapheme clusters). */
export interface TooLong {
  readonly kind: 'too-long';
  readonly limit: number;
  readonly length: number;
}

/** What can be wrong with a free text that is not empty. */
export type TextProblem = TooLong | { readonly kind: 'no-letter' } | ForbiddenCharacter;

/** Made when the first text is counted: it takes 8 ms, for which a core would come up later (measured). */
let segmenter: Intl.Segmenter | null = null;

/** The length of a text in grapheme clusters: what a person calls letters, in every script. */
export function countGraphemes(text: string): number {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return [...segmenter.segment(text)].length;
}

/**
 * The text as it will be printed: composed (NFC), without spaces around it, and every run of spaces of any
 * kind as one ordinary space. Nothing else is changed: no capitals, no transliteration.
 */
export function tidy(typed: string): string {
  return typed
    .normalize('NFC')
    .trim()
    .replace(/\p{Zs}+/gu, ' ');
}

/**
 * Checks a name or a similar free text. `null` when nothing was typed: whether that is a problem is the
 * field's own business. Single names and every script are valid; see `characters.ts` for what is not.
 * Errors: a character that may not stand there (told before the length, because it is the more useful
 * news), more than `limit` letters, or no letter at all.
 */
export function checkText(typed: string, limit: number): Result<string | null, TextProblem> {
  const text = tidy(typed);
  if (text === '') {
    return ok(null);
  }
  const forbidden = findForbiddenCharacter(text);
  if (forbidden !== null) {
    return err(forbidden);
  }
  const length = countGraphemes(text);
  if (length > limit) {
    return err({ kind: 'too-long', limit, length });
  }
  return /\p{L}/u.test(text) ? ok(text) : err({ kind: 'no-letter' });
}
