import { patternsOfBytes, patternsOfValue, type SearchPattern } from '../../../shared/remanence/patterns.ts';

/** Letters that join on both sides, so that a font draws other shapes for them in a word. */
const ARABIC = ['بتثجحخسشصضطظعغفقكلمنهي', 14] as const;
/** Characters that are seldom beside each other. */
const CHINESE = ['霁垚翀槿澍珺羲暄瀚沅珩晗曦岚弈熠祎钰璟煜', 7] as const;

/** An invented word in a script, which stands nowhere else on the machine. */
export function createCanaryIn(script: 'ar' | 'zh-Hans', random: () => number): string {
  const [letters, length] = script === 'ar' ? ARABIC : CHINESE;
  return Array.from({ length }, () => letters.charAt(Math.floor(random() * letters.length))).join('');
}

/**
 * What the product itself searches for, and the forms in which programs write letters that are not Latin: escaped in JSON and
 * in addresses, as references of HTML, in the Chinese that Windows wrote (GBK, which GB 18030 goes on with), as the shapes
 * that an Arabic font draws, and in reverse (an Arabic line as it is seen).
 */
export function patternsInOwnScript(label: string, value: string): readonly SearchPattern[] {
  const units = value.split('').map((unit) => unit.charCodeAt(0));
  const points = [...value].map((character) => character.codePointAt(0) ?? 0);
  const hex = (unit: number): string => unit.toString(16).padStart(4, '0');
  const shaped = shapedArabic(value);
  const written = [
    units.map((unit) => `\\u${hex(unit)}`).join(''),
    units.map((unit) => `\\u${hex(unit).toUpperCase()}`).join(''),
    encodeURIComponent(value),
    points.map((point) => `&#${point};`).join(''),
    reversed(value),
    ...(shaped === null ? [] : [shaped, reversed(shaped)]),
  ];
  const gbk = inGbk(value);
  return [
    ...[value, ...written].flatMap((form) => patternsOfValue(label, form)),
    ...(gbk === null ? [] : patternsOfBytes(label, gbk)),
  ];
}

function reversed(text: string): string {
  return [...text].toReversed().join('');
}

/** The two bytes of each Chinese character, read out of the platform's own decoder: there is no encoder. */
function readGbk(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (/^\p{Script=Han}$/u.test(character)) bytes.set(character, [lead, trail]);
    }
  return bytes;
}

let gbk: ReturnType<typeof readGbk> | null = null;

/** Null: not of Chinese characters alone. */
function inGbk(value: string): Uint8Array | null {
  if (!/^\p{Script=Han}+$/u.test(value)) return null;
  gbk ??= readGbk();
  const pairs = [...value].map((character) => gbk?.get(character));
  return pairs.includes(undefined) ? null : Uint8Array.from(pairs.flatMap((pair) => pair ?? []));
}

/** By letter, its shapes in U+FE80 to U+FEF4, each equivalent to the letter: alone, last, and where it joins on first and inside. */
function readShapes(): ReadonlyMap<string, readonly string[]> {
  const shapes = new Map<string, string[]>();
  for (let point = 0xfe80; point <= 0xfef4; point += 1) {
    const shape = String.fromCharCode(point);
    const letter = shape.normalize('NFKC');
    shapes.set(letter, [...(shapes.get(letter) ?? []), shape]);
  }
  return shapes;
}

const shapesOfLetters = readShapes();

/** A word in the shapes that its letters have beside each other. Null: not of letters that join on both sides. */
function shapedArabic(word: string): string | null {
  const letters = [...word];
  const shaped = letters.map((letter, index) => {
    const [, last, first, inside] = shapesOfLetters.get(letter) ?? [];
    if (index === 0) return first ?? null;
    return (index === letters.length - 1 ? last : inside) ?? null;
  });
  return shaped.includes(null) ? null : shaped.join('');
}
