import type { SearchPattern } from '../../../shared/remanence/patterns.ts';
import { patternsOfValue } from '../../../shared/remanence/patterns.ts';

/** Letters that join on both sides, so that a font draws other shapes for them: U+FExx, if anything wrote those. */
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
 * in addresses, as references of HTML, in the Chinese that Windows wrote, in reverse (an Arabic line as it is seen).
 */
export function patternsInOwnScript(label: string, value: string): readonly SearchPattern[] {
  const units = value.split('').map((unit) => unit.charCodeAt(0));
  const points = [...value].map((character) => character.codePointAt(0) ?? 0);
  const hex = (unit: number): string => unit.toString(16).padStart(4, '0');
  const written = [
    units.map((unit) => `\\u${hex(unit)}`).join(''),
    units.map((unit) => `\\u${hex(unit).toUpperCase()}`).join(''),
    encodeURIComponent(value),
    points.map((point) => `&#${point};`).join(''),
    [...value].toReversed().join(''),
  ];
  return [value, ...written].flatMap((form) => patternsOfValue(label, form));
}
