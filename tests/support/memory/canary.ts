/** Without c, q, w and y, whose sound depends on the language: a tester may have to read the word aloud. */
const CONSONANTS = 'bdfghjklmnprstvxz';
const VOWELS = 'aeiou';
const SYLLABLES = 7;

/**
 * An invented word that stands nowhere in the runtime's own files, to be typed as if it were a name: 14 Latin
 * letters, the first a capital, pronounceable, every one on a US keyboard without a modifier but shift.
 *
 * Ordinary names give false alarms: 12 of 14 stand in the files of Electron itself. `random` gives numbers
 * from 0 up to but without 1; pass a seeded one to repeat a run.
 */
export function createCanary(random: () => number): string {
  let word = '';
  for (let syllable = 0; syllable < SYLLABLES; syllable += 1)
    word += pick(CONSONANTS, random) + pick(VOWELS, random);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function pick(letters: string, random: () => number): string {
  return letters.charAt(Math.floor(random() * letters.length));
}
