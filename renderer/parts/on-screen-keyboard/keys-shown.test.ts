import { expect, it } from 'vitest';
import { keyboardLayouts } from '../../../shared/residents/keyboard-layouts/layouts.ts';
import { FIRST_STATE } from './keyboard-state.ts';
import { keysShown } from './keys-shown.ts';

const polish = keyboardLayouts.pl.latin;
const texts = (rows: ReturnType<typeof keysShown>) => rows.flat().map(({ text }) => text);

it('shows capitals where they are offered, and letters of a script without capitals as they are', () => {
  expect(texts(keysShown(polish, FIRST_STATE, false)).slice(0, 3)).toEqual(['q', 'w', 'e']);
  expect(texts(keysShown(polish, FIRST_STATE, true)).slice(0, 3)).toEqual(['Q', 'W', 'E']);
  const arabic = keyboardLayouts.ar.own;
  if (arabic === null) throw new Error('Arabic has letters of its own');
  expect(texts(keysShown(arabic, FIRST_STATE, false))[0]).toBe('ض');
  expect(texts(keysShown(arabic, { ...FIRST_STATE, shift: 'once' }, false))[0]).toBe('َ');
});

it('offers the accents of the language first, and then those of all names', () => {
  const [, , e] = keysShown(polish, FIRST_STATE, false)[0] ?? [];
  expect(e?.accents.slice(0, 2)).toEqual(['ę', 'é']);
  expect(e?.accents).toContain('ẹ́');
  expect(new Set(e?.accents).size).toBe(e?.accents.length);
});

it('shows the accents of one letter with the letter itself, ten in a row', () => {
  const rows = keysShown(polish, { ...FIRST_STATE, page: { kind: 'accents', of: 'A' } }, false);
  expect(texts(rows).slice(0, 3)).toEqual(['A', 'Ą', 'Á']);
  expect(rows[0]).toHaveLength(10);
});

it('has room for all accents of a letter where its letters stood', () => {
  const latin = Object.values(keyboardLayouts).map((each) => each.latin);
  const keys = latin.flatMap((layout) =>
    keysShown(layout, FIRST_STATE, false)
      .flat()
      .map(({ text }) => keysShown(layout, { ...FIRST_STATE, page: { kind: 'accents', of: text } }, false)),
  );
  expect(Math.max(...keys.map((rows) => rows.length))).toBe(3);
});

it('shows digits and signs', () => {
  expect(texts(keysShown(polish, { ...FIRST_STATE, page: { kind: 'signs' } }, true))).toContain('1');
});
