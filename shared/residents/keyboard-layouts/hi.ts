import { layOut } from './layout.ts';

/**
 * Hindi: Devanagari by InScript (IS 13194, IS 16350), vowels at the left, consonants at the right. What InScript has in the
 * row of digits ends the rows, or is held on the letter that it begins with; so are the letters with a nukta.
 */
export const hindi = layOut({
  lang: 'hi',
  rows: ['ौ ै ा ी ू ब ह ग द ज ड ़', 'ो े ् ि ु प र क त च ट ॉ', 'ृ ं म न व ल स , . य ः ॅ'],
  shifted: ['औ ऐ आ ई ऊ भ ङ घ ध झ ढ ञ', 'ओ ए अ इ उ फ ऱ ख थ छ ठ ऑ', 'ऋ ँ ण ऩ ऴ ळ श ष _ य़ _ ऍ'],
  held: {
    ...{ क: 'क्ष क़', ख: 'ख़', ग: 'ग़', ज: 'ज्ञ ज़', ड: 'ड़', ढ: 'ढ़', फ: 'फ़', त: 'त्र', श: 'श्र', र: '्र र्' },
    ...{ ऋ: 'ऌ', ओ: 'ॐ', '.': '॰ ऽ' },
  },
});
