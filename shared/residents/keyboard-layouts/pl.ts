import { layOut } from './layout.ts';
import { HELD_SIGNS, QWERTY_ROWS } from './qwerty.ts';

/** Polish, programmer's: QWERTY, and a letter with its mark on the key of the letter (ź also on x, as with AltGr). */
export const polish = layOut({
  lang: 'pl',
  rows: QWERTY_ROWS,
  shifted: 'capitals',
  held: { a: 'ą', c: 'ć', e: 'ę', l: 'ł', n: 'ń', o: 'ó', s: 'ś', x: 'ź', z: 'ż ź', ...HELD_SIGNS },
});
