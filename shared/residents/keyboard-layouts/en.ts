import { layOut } from './layout.ts';
import { HELD_SIGNS, QWERTY_ROWS } from './qwerty.ts';

/** American English (ANSI INCITS 154). Also the Latin letters of languages that have a script of their own. */
export const english = layOut({ lang: 'en', rows: QWERTY_ROWS, shifted: 'capitals', held: HELD_SIGNS });
