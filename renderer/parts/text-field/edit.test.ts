import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { deletingBackwards, type Edit, type Edited, typing } from './edit.ts';

function at(text: string, start = text.length, end = start): Edited {
  return { text, start, end };
}

function applied({ text }: Edited, edit: Edit | null): string {
  return edit === null ? text : text.slice(0, edit.from) + edit.typed + text.slice(edit.to);
}

it('types at the cursor, and over what is selected', () => {
  expect(applied(at('Anna', 2), typing('x', at('Anna', 2), null))).toBe('Anxna');
  expect(applied(at('Anna', 0, 4), typing('B', at('Anna', 0, 4), null))).toBe('B');
});

it('types no more than the field takes', () => {
  expect(typing('1', at('24'), 2)).toBeNull();
  expect(typing('1', at('24', 0, 1), 2)).toEqual({ from: 0, to: 1, typed: '1' });
  // Half of a key is not typed.
  expect(typing('क्ष', at('अ'), 3)).toBeNull();
});

test.each([
  ['a letter', 'Ana', 'An'],
  ['a letter with two marks', 'Ngọ́', 'Ng'],
  ['a consonant with its vowel', 'की', ''],
  ['a letter with a vowel mark', 'مُ', ''],
  ['a character beyond 16 bits', '𠮷', ''],
  ['a character with its variation', '葛\u{E0101}', ''],
])('deletes %s at once', (_what, before, after) => {
  expect(applied(at(before), deletingBackwards(at(before)))).toBe(after);
});

it('deletes what is selected, or before the cursor, or nothing', () => {
  expect(applied(at('Anna', 1, 3), deletingBackwards(at('Anna', 1, 3)))).toBe('Aa');
  expect(applied(at('Anna', 1), deletingBackwards(at('Anna', 1)))).toBe('nna');
  expect(deletingBackwards(at('Anna', 0))).toBeNull();
});

test('what was typed is deleted again by as many presses as there are characters', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'ł', 'ü', 'ж', '李'), { maxLength: 12 }), (keys) => {
      let text = keys.reduce((before, key) => applied(at(before), typing(key, at(before), null)), '');
      for (const _ of keys) text = applied(at(text), deletingBackwards(at(text)));
      expect(text).toBe('');
    }),
  );
});
