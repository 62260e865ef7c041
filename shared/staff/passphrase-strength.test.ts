import { dictionary } from '@zxcvbn-ts/language-common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEEDED_STRENGTH } from './passphrase.ts';
import { passphraseStrength } from './passphrase-strength.ts';

const words = dictionary['diceware-common'];

describe('the strength of a passphrase', () => {
  it.each([
    '',
    ' \r\n ',
    'password',
    '12345678901234567890',
    'qwertyuiop',
    'x'.repeat(200),
    'a1@'.repeat(34),
    'aaaaaaaaaaaaaaaaaaaaaaaa',
    'Anselm',
    'anselm anselm',
    'Anselm, Harbour Counter',
    'HARBOUR counter anselm\n',
  ])('is too low for %j', (passphrase) => {
    expect(passphraseStrength(passphrase, ['Anselm', 'Harbour Counter'])).toBeLessThan(NEEDED_STRENGTH);
  });

  it('knows names for what they are', () => {
    const passphrase = 'wendelgard schifferklavier';
    expect(passphraseStrength(passphrase, ['Anselm'])).toBeGreaterThanOrEqual(NEEDED_STRENGTH);
    expect(passphraseStrength(passphrase, ['Wendelgard', 'Schifferklavier'])).toBeLessThan(NEEDED_STRENGTH);
  });

  it('is the highest for any four words of the list, whatever the names are', () => {
    const word = fc.constantFrom(...words);
    fc.assert(
      fc.property(fc.tuple(word, word, word, word), (four) => {
        // Four times the same word is as likely as any other four, and rightly told to be weak.
        fc.pre(new Set(four).size === 4);
        expect(passphraseStrength(four.join(' '), ['Anselm', 'Counter 3'])).toBe(4);
      }),
    );
  });

  it('is judged for anything that can be typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.array(fc.string(), { maxLength: 3 }),
        (typed, names) => {
          expect([0, 1, 2, 3, 4]).toContain(passphraseStrength(typed, names));
        },
      ),
      { numRuns: 50 },
    );
  });
});
