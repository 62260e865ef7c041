import { expect, test } from 'vitest';
import { keyboards, twoSwitches } from '../../../build/dev/fixtures/keyboards.ts';
import { residentStates } from '../../../build/dev/fixtures/residents.ts';
import { residentLanguages } from '../../../shared/residents/language.ts';
import { residentTextSizes } from '../../../shared/residents/text-height.ts';
import { residentThemes } from '../../../shared/residents/themes.ts';
import {
  asTheyBegin,
  fewest,
  firstOfEachKind,
  inEachOfOwnLanguage,
  inTurn,
  inTurnInOwnLanguage,
  pairs,
  type Way,
  ways,
} from './resident-ways.ts';

/** Pairs of two of the three that some of these ways have. */
function pairsIn(some: readonly Way[]): ReadonlySet<string> {
  return new Set(
    some.flatMap(({ language, theme, textSize }) => [
      `${language} in contrast ${theme}`,
      `${language} in size ${textSize}`,
      `contrast ${theme} in size ${textSize}`,
    ]),
  );
}

const ALL_PAIRS = 8 * 3 + 8 * 4 + 3 * 4;

test('there are 96 ways, and 32 of them have every pair of language, contrast and size', () => {
  expect([residentLanguages.length, residentThemes.length, residentTextSizes.length]).toEqual([8, 3, 4]);
  expect([ways.length, pairs.length, asTheyBegin.length]).toEqual([96, 32, 8]);
  expect(pairsIn(ways).size).toBe(ALL_PAIRS);
  expect(pairsIn(pairs).size).toBe(ALL_PAIRS);
  // It would be found: one way less has one pair less.
  expect(pairsIn(pairs.slice(1)).size).toBeLessThan(ALL_PAIRS);
});

test('12 of them have each contrast in each size, and every language', () => {
  expect(fewest).toHaveLength(12);
  expect(new Set(fewest.map(({ theme, textSize }) => `${theme} ${textSize}`)).size).toBe(12);
  expect(new Set(fewest.map(({ language }) => language))).toEqual(new Set(residentLanguages));
});

test('the sample looks once at each screen of residents and at each thing over one, in all of these', () => {
  const some = firstOfEachKind(residentStates);
  const looks = inTurn(some, fewest);
  expect(looks.map(({ state }) => state)).toEqual(some);
  expect(new Set(looks.map(({ way }) => way))).toEqual(new Set(fewest));
  expect(new Set(some.map(({ screen }) => screen))).toEqual(
    new Set(residentStates.map(({ screen }) => screen)),
  );
  for (const opens of ['language', 'text-size', 'contrast', 'keys', 'leave', 'start-over', 'staff'])
    expect(some.map(({ steps }) => steps[0])).toContain(`[data-opens="${opens}"]`);
});

test('a long run looks at every state once, and has every pair', () => {
  const looks = inTurn(residentStates, pairs);
  expect(looks.map(({ state }) => state)).toEqual(residentStates);
  expect(pairsIn(looks.map(({ way }) => way)).size).toBe(ALL_PAIRS);
});

test('states beside each other come in another language', () => {
  for (const looks of [inTurn(residentStates, pairs), inTurn(firstOfEachKind(residentStates), fewest)]) {
    const alike = looks.slice(1).filter(({ way }, place) => way.language === looks[place]?.way.language);
    expect(alike).toEqual([]);
  }
});

test('a keyboard is looked at in its own language alone', () => {
  const own = [...keyboards, ...twoSwitches];
  for (const looks of [inTurnInOwnLanguage(own), inEachOfOwnLanguage(own, ways)]) {
    expect(new Set(looks.map(({ state }) => state)).size).toBe(own.length);
    expect(looks.filter(({ state, way }) => way.language !== state.resident.language)).toEqual([]);
  }
  expect(inEachOfOwnLanguage(own, ways)).toHaveLength(own.length * 12);
});
