import { layOut } from './layout.ts';

/** Digits, and the signs that an answer may have (shared/application/characters.ts), behind one key of every keyboard. */
export const signs = layOut({ lang: 'en', rows: ['1 2 3 4 5 6 7 8 9 0', "- ' ’ . , / · –"] });
