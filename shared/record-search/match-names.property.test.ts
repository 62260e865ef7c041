import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchNames } from './match-names.ts';

/** Words of several scripts, none of which holds another. */
const WORDS = [
  'Zephyrina',
  'Vandersloot',
  'Łódźka',
  'Gößwein',
  'Ñuflo',
  'Ковалёв',
  'أحمد',
  '王小明',
  'देवेन्द्र',
];
const words = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 });
const separator = fc.constantFrom(' ', '  ', '-', '‐', "'", '’', '. ', ', ', '\u00A0', '');

it('every name is the nearest match of itself', () => {
  fc.assert(
    fc.property(words, (name) => {
      expect(matchNames(name.join(' '), name.join(' '))).toBe('as-typed');
    }),
  );
});

it('capitals, accents, and whatever stands between words make no difference', () => {
  const spelled = fc.tuple(
    words,
    fc.array(separator, { minLength: 5, maxLength: 5 }),
    fc.constantFrom('as it is', 'upper', 'lower', 'decomposed', 'without accents'),
  );
  fc.assert(
    fc.property(spelled, ([name, separators, how]) => {
      const joined = name.map((word, place) => `${word}${separators[place] ?? ''}`).join('');
      expect(matchNames(respelled(joined, how), name.join(' '))).toBeOneOf(['as-typed', 'other-spelling']);
    }),
  );
});

function respelled(name: string, how: string): string {
  switch (how) {
    case 'upper':
      return name.toUpperCase();
    case 'lower':
      return name.toLowerCase();
    case 'decomposed':
      return name.normalize('NFD');
    case 'without accents':
      return name.replace('Łódźka', 'Lodzka').replace('Gößwein', 'Gosswein').replace('Ñuflo', 'Nuflo');
    default:
      return name;
  }
}

it('the order of words makes no difference', () => {
  const shuffled = words.chain((name) =>
    fc.tuple(fc.constant(name), fc.shuffledSubarray(name, { minLength: name.length })),
  );
  fc.assert(
    fc.property(shuffled, ([name, other]) => {
      expect(matchNames(other.join(' '), name.join(' '))).toBe(
        other.join() === name.join() ? 'as-typed' : 'other-order',
      );
    }),
  );
});

it('a name of which a word is missing in the other, on both sides, is another name', () => {
  const two = fc.shuffledSubarray(WORDS, { minLength: 3, maxLength: 5 });
  fc.assert(
    fc.property(two, ([first = '', second = '', ...both]) => {
      expect(matchNames([first, ...both].join(' '), [second, ...both].join(' '))).toBeNull();
    }),
  );
});

it('nothing that is typed stands for anything else, and no text takes long', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 120 });
  fc.assert(
    fc.property(anything, fc.constantFrom('*', '?', '%', '_', '.*', '(.+)'), (held, wild) => {
      expect(matchNames(wild, held)).toBe(null);
      matchNames(held, 'Zephyrina Vandersloot');
    }),
  );
  const [long, other] = [Array(60).fill('a').join(' '), `${Array(59).fill('a').join(' ')} b`];
  expect(matchNames(other, long)).toBe('more-or-fewer-words');
});
