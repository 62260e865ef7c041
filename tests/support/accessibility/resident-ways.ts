import type { Fixture } from '../../../build/dev/fixtures/fixture.ts';
import type { ResidentParameters } from '../../../build/dev/fixtures/resident-parameters.ts';
import { residentLanguages } from '../../../shared/residents/language.ts';
import { residentTextSizes } from '../../../shared/residents/text-height.ts';
import { residentThemes } from '../../../shared/residents/themes.ts';

/** A way to look at a resident's screen. */
export type Way = Required<Pick<ResidentParameters, 'language' | 'theme' | 'textSize'>>;

/** A state of a resident's screen, and how it is looked at. */
export interface ResidentLook {
  readonly state: Fixture;
  readonly way: Way;
}

/** Every way there is. */
export const ways: readonly Way[] = residentLanguages.flatMap((language) =>
  residentThemes.flatMap((theme) => residentTextSizes.map((textSize) => ({ language, theme, textSize }))),
);

/** Each language in each size, the contrast rotating: of any two of the three every pair, in as few ways as can be. */
export const pairs: readonly Way[] = ways.filter(
  ({ language, theme, textSize }) =>
    residentThemes.indexOf(theme) ===
    (residentLanguages.indexOf(language) + residentTextSizes.indexOf(textSize)) % residentThemes.length,
);

/** Each contrast in each size, and each language once at least: enough for a run that has no time for all pairs. */
export const fewest: readonly Way[] = ways.filter(
  ({ language, theme, textSize }) =>
    residentLanguages.indexOf(language) ===
    (residentThemes.indexOf(theme) * residentTextSizes.length + residentTextSizes.indexOf(textSize)) %
      residentLanguages.length,
);

/** As a screen begins, in every language: what pictures are taken of. */
export const asTheyBegin: readonly Way[] = ways.filter(
  ({ theme, textSize }) => theme === 'normal' && textSize === 'normal',
);

/** Has no divisor in common with the number of `pairs` or `fewest`: states beside each other come in other languages. */
const STRIDE = 5;

/** What lies over the screen, by the button that opens it; a screen by itself. */
function kindOf({ screen, steps }: Fixture): string {
  const opening = steps.find((step) => typeof step === 'string' && step.startsWith('[data-opens='));
  return typeof opening === 'string' ? opening : screen;
}

/** The first state of each screen, and of each thing that lies over one: of a run that has no time for all. */
export function firstOfEachKind(states: readonly Fixture[]): readonly Fixture[] {
  return states.filter(
    (state, place) => states.findIndex((each) => kindOf(each) === kindOf(state)) === place,
  );
}

/** By turns until each of the ways and every state has been there: each way once at least, each state in one way at least. */
export function inTurn(states: readonly Fixture[], of: readonly Way[]): readonly ResidentLook[] {
  return Array.from({ length: Math.max(of.length, states.length) }, (_, place) => place).flatMap((place) => {
    const state = states[place % states.length];
    const way = of[(place * STRIDE) % of.length];
    return state === undefined || way === undefined ? [] : [{ state, way }];
  });
}

/** Each of these states, which are of one language alone, in one way of that language, and by turns in all its pairs. */
export function inTurnInOwnLanguage(states: readonly Fixture[]): readonly ResidentLook[] {
  return states.flatMap((state, place) =>
    inTurnIn(state, place, ({ language }) => language === state.resident.language),
  );
}

function inTurnIn(state: Fixture, place: number, of: (way: Way) => boolean): readonly ResidentLook[] {
  const own = pairs.filter(of);
  const way = own[place % own.length];
  return way === undefined ? [] : [{ state, way }];
}

/** Each state in each way. */
export function inEach(states: readonly Fixture[], of: readonly Way[]): readonly ResidentLook[] {
  return states.flatMap((state) => of.map((way) => ({ state, way })));
}

/** Each of these states, which are of one language alone, in each way that is of that language. */
export function inEachOfOwnLanguage(states: readonly Fixture[], of: readonly Way[]): readonly ResidentLook[] {
  return inEach(states, of).filter(({ state, way }) => way.language === state.resident.language);
}
