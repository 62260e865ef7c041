import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { passphraseOf, type Strength } from './passphrase.ts';

// Import this file where it is needed and no sooner (`await import`): its dictionaries are 240,000 words.

/**
 * What comes after so many characters is not looked at: the work grows with the square of the length, and
 * 64 characters that are hard to guess need no more. Four words of the list have at most 39.
 */
const MAXIMUM_JUDGED = 64;

/** Shorter parts of names are parts of many other words. */
const SHORTEST_NAME_PART = 3;

const judge = new ZxcvbnFactory({
  dictionary: { ...common, ...english },
  graphs: adjacencyGraphs,
  maxLength: MAXIMUM_JUDGED,
});

/**
 * How hard the passphrase is to guess for somebody who also knows these names (who it belongs to, what the
 * kiosk is called). The estimate is zxcvbn's; what remains of the passphrase without the names is judged as
 * well and the lower figure counts, because zxcvbn takes a known name that stands there twice for a good one.
 */
export function passphraseStrength(typed: string, names: readonly string[]): Strength {
  const passphrase = passphraseOf(typed);
  const parts = [...new Set(names.flatMap(partsOf))];
  const rest = parts.reduce((text, part) => text.replaceAll(part, ''), passphrase.toLowerCase());
  const known = [...names.map((name) => passphraseOf(name)), ...parts];
  return lower(judge.check(passphrase, known).score, judge.check(rest).score);
}

function partsOf(name: string): readonly string[] {
  const parts = passphraseOf(name)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u);
  return parts.filter((part) => part.length >= SHORTEST_NAME_PART);
}

function lower(one: Strength, other: Strength): Strength {
  return one < other ? one : other;
}
