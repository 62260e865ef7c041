// Letters that are written like another one and do not decompose into it. Small ones; their capitals follow.
const ALIKE: Readonly<Record<string, string>> = {
  a: 'æɑ',
  b: 'ɓƀ',
  d: 'đðɖɗ',
  e: 'əɛǝ',
  f: 'ƒ',
  g: 'ɣɠǥ',
  h: 'ħ',
  i: 'ıɩɨ',
  k: 'ƙ',
  l: 'ł',
  n: 'ŋɲ',
  o: 'øœɔɵ',
  p: 'ƥ',
  s: 'ß',
  t: 'þŧƭ',
  u: 'ʉʊ',
  v: 'ʋ',
  y: 'ƴ',
  z: 'ʒƶ',
};

/** The plain letter that each of them is looked for by. */
export const letterBases: ReadonlyMap<string, string> = new Map(
  Object.entries(ALIKE).flatMap(([base, letters]) =>
    Array.from(letters, (letter) => [letter, base] as const),
  ),
);
