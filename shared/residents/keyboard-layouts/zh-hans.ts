import { layOut } from './layout.ts';
import { HELD_SIGNS, QWERTY_ROWS } from './qwerty.ts';

/** Hanyu pinyin (GB/T 16159): ü on u and on v, as input methods have it, and the four tones of each vowel. */
export const pinyin = layOut({
  lang: 'zh-Latn',
  rows: QWERTY_ROWS,
  shifted: 'capitals',
  held: {
    ...{ a: 'ā á ǎ à', e: 'ē é ě è ê', i: 'ī í ǐ ì', o: 'ō ó ǒ ò', u: 'ü ū ú ǔ ù ǖ ǘ ǚ ǜ', v: 'ü' },
    ...HELD_SIGNS,
  },
});
