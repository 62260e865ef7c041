import { findForbiddenCharacter } from '../application/characters.ts';
import { err, ok, type Result } from '../result.ts';

/**
 * What the name of a person, or of a kiosk, may have at most, in UTF-16 code units: screens and papers have room for so much, whether it was
 * typed at the kiosk or came with a provisioning.
 */
export const STAFF_NAME_MAXIMUM = 60;

/**
 * The name of somebody who works here, as it is kept: composed letters (NFC), one space where several were
 * typed, none at the ends. It holds at least one letter or digit, and no character that an applicant's name
 * may not hold either: an invisible one would make two people look alike on the sign-in screen.
 */
export function staffNameOf(typed: string): Result<string, { readonly kind: 'unusable-name' }> {
  const name = typed
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
  const usable = /[\p{L}\p{N}]/u.test(name) && findForbiddenCharacter(name) === null;
  return usable ? ok(name) : err({ kind: 'unusable-name' });
}

/** Names with the same key are the same name: upper and lower case and the way it was typed do not count. */
export function staffNameKey(typed: string): string {
  // Twice, so that letters with two small forms (σ and ς) meet.
  return typed
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim()
    .toUpperCase()
    .toLowerCase();
}
