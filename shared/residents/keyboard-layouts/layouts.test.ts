import { expect, it, test } from 'vitest';
import { findInstalledFont } from '../../../electron/lib/drawing/font-catalogue.ts';
import { createFonts } from '../../../electron/lib/drawing/fonts.ts';
import { isAllowedCharacter } from '../../application/characters.ts';
import { arabic } from './ar.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { hindi } from './hi.ts';
import { heldForms, type KeyboardLayout, layOut } from './layout.ts';
import { keyboardLayouts } from './layouts.ts';
import { numeric } from './numeric.ts';
import { polish } from './pl.ts';
import { signs } from './signs.ts';
import { ukrainian } from './uk.ts';
import { pinyin } from './zh-hans.ts';

// CLDR 48, the main exemplar characters of each language (characters/exemplarCharacters). Pinyin is no language of CLDR: its
// letters are those of GB/T 16159.
const ALPHABETS: readonly (readonly [string, KeyboardLayout, string])[] = [
  ['English', english, 'a b c d e f g h i j k l m n o p q r s t u v w x y z'],
  ['Spanish', spanish, 'a á b c d e é f g h i í j k l m n ñ o ó p q r s t u ú ü v w x y z'],
  ['Polish', polish, 'a ą b c ć d e ę f g h i j k l ł m n ń o ó p r s ś t u w y z ź ż'],
  ['French', french, 'a à â æ b c ç d e é è ê ë f g h i î ï j k l m n o ô œ p q r s t u ù û ü v w x y ÿ z'],
  [
    'Pinyin',
    pinyin,
    'a b c d e f g h i j k l m n o p q r s t u ü w x y z ā á ǎ à ē é ě è ê ī í ǐ ì ō ó ǒ ò ū ú ǔ ù ǖ ǘ ǚ ǜ',
  ],
  ['Arabic', arabic, 'ً ٌ ٍ َ ُ ِ ّ ْ ٰ ء أ ؤ إ ئ ا آ ب ة ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ى ي'],
  ['Ukrainian', ukrainian, 'а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я ʼ'],
  [
    'Hindi',
    hindi,
    '़ ँ ं ः ॐ अ आ इ ई उ ऊ ऋ ऌ ऍ ए ऐ ऑ ओ औ क ख ग घ ङ च छ ज झ ञ ट ठ ड ढ ण त थ द ध न प फ ब भ म य र ल ळ व श ष स ह ऽ ा ि ी ु ू ृ ॅ े ै ॉ ो ौ ्',
  ],
];

/** What one press types, with or without the shift key, and what holding a key offers. */
function typedBy(layout: KeyboardLayout): ReadonlySet<string> {
  const pressed = layout.rows
    .flat()
    .flatMap(({ plain, shifted }) => (shifted === null ? [plain] : [plain, shifted]));
  return new Set(pressed.flatMap((each) => [each, ...heldForms(layout, each)]));
}

test.each(ALPHABETS)(
  '%s: every letter of the alphabet is typed by a key, the shift key or holding',
  (_name, layout, main) => {
    const typed = typedBy(layout);
    const letters = main.split(' ').map((letter) => letter.normalize('NFC'));
    expect(letters.filter((letter) => !typed.has(letter))).toEqual([]);
    if (layout.shift !== 'capitals') return;
    const capitals = letters.map((letter) => letter.toUpperCase());
    expect(capitals.filter((letter) => !typed.has(letter))).toEqual([]);
  },
);

it('would miss a letter that no key has', () => {
  expect(typedBy(english).has('ł')).toBe(false);
  expect(typedBy(polish).has('Ł')).toBe(true);
});

const EVERY = [...ALPHABETS.map(([, layout]) => layout), numeric, signs];

test.each(EVERY.map((layout) => [layout.lang, layout] as const))(
  '%s: all that it types can be printed on a card, and stands in a name as it is typed',
  (_lang, layout) => {
    const { isCovered } = createFonts(findInstalledFont);
    expect(isCovered(0x2fffe)).toBe(false);
    const characters = [...typedBy(layout)].flatMap((text) => [...text]);
    expect(characters.filter((each) => !isCovered(each.codePointAt(0) ?? 0))).toEqual([]);
    expect(isAllowedCharacter('#')).toBe(false);
    expect(characters.filter((each) => !isAllowedCharacter(each))).toEqual([]);
    // An answer is kept composed: a key that types it otherwise would be another text than it shows.
    expect([...typedBy(layout)].filter((text) => text !== text.normalize('NFC'))).toEqual([]);
  },
);

test.each(EVERY.map((layout) => [layout.lang, layout] as const))(
  '%s: no two keys are the same',
  (_lang, layout) => {
    const plain = layout.rows.flat().map((key) => key.plain);
    const shifted = layout.rows.flat().flatMap((key) => key.shifted ?? []);
    for (const layer of [plain, shifted])
      expect(layer.filter((each, at) => layer.indexOf(each) !== at)).toEqual([]);
  },
);

it('holds what some key types', () => {
  for (const layout of EVERY) {
    const keys = layout.rows.flat().flatMap(({ plain, shifted }) => [plain, shifted]);
    expect([...layout.held.keys()].filter((held) => !keys.includes(held))).toEqual([]);
  }
});

it('opens every language with Latin letters', () => {
  for (const { latin } of Object.values(keyboardLayouts)) expect(typedBy(latin).has('Q')).toBe(true);
});

it('offers in capitals what is held on a capital, and nothing that has none', () => {
  expect(heldForms(polish, 'Z')).toEqual(['Ż', 'Ź']);
  expect(heldForms(polish, 'z')).toEqual(['ż', 'ź']);
  expect(heldForms(hindi, 'श')).toEqual(['श्र']);
  expect(heldForms(english, 'q')).toEqual([]);
});

it('refuses rows that do not fit on each other', () => {
  expect(() => layOut({ lang: 'xx', rows: ['a b'], shifted: ['c'] })).toThrow('row 0');
});
