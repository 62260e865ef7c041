import { layOut } from './layout.ts';
import { HELD_SIGNS } from './qwerty.ts';

/** Spanish, as sold in Spain and Latin America: ñ has a key, the accents are held. */
export const spanish = layOut({
  lang: 'es',
  rows: ['q w e r t y u i o p', 'a s d f g h j k l ñ', "z x c v b n m ' -"],
  shifted: 'capitals',
  held: { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú ü', n: 'ñ', ...HELD_SIGNS },
});
