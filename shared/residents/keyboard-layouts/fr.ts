import { layOut } from './layout.ts';
import { HELD_SIGNS } from './qwerty.ts';

/** French: AZERTY (NF Z71-300), with the two letters of its row of digits that names have most. */
export const french = layOut({
  lang: 'fr',
  rows: ['a z e r t y u i o p', 'q s d f g h j k l m', "w x c v b n é è ' -"],
  shifted: 'capitals',
  held: {
    ...{ a: 'à â æ', c: 'ç', e: 'é è ê ë', i: 'î ï', o: 'ô œ', u: 'ù û ü', y: 'ÿ' },
    ...HELD_SIGNS,
  },
});
