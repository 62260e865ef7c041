/** Letters that are written like others and do not decompose into them. Small ones: capitals are folded before. */
const ALIKE: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  þ: 'th',
  ς: 'σ',
};

/**
 * Marks that only colour a letter, in scripts whose names are often written without them. In others (Devanagari, Thai)
 * a mark is a vowel, and another name without it.
 */
const ACCENTS =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]\p{Mn}*)\p{Mn}/gu;

/** Joiners, marks of direction, soft hyphens, the Arabic lengthening stroke: nothing that a name is told apart by. */
const INVISIBLE = /[\p{Cf}\u0640]/gu;

/** Apostrophes that Unicode counts among letters: of Hawaiian, Armenian, transcribed Arabic. */
const LETTER_APOSTROPHES = /[\u02B9-\u02BF]/gu;

/** Whatever is no letter, mark or figure stands between words. Also * and ?, which stand for nothing else. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** A name without what spellings differ in: accents, capitals, widths of letters, invisible characters. */
function folded(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(LETTER_APOSTROPHES, "'")
    .replace(ACCENTS, '');
  // Capitals first: some letters have only one capital for two small forms (ß, ſ, ı).
  const small = plain.toUpperCase().toLowerCase().normalize('NFKD').replace(ACCENTS, '');
  const alike = [...small].map((letter) => ALIKE[letter] ?? letter);
  return alike.join('').normalize('NFC');
}

/** The words of a name, folded, in their order. Hyphens, apostrophes, dots and spaces stand between words. */
export function wordsOfName(name: string): readonly string[] {
  return folded(name).match(WORD) ?? [];
}
