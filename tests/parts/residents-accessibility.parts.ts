import type { ResidentParameters } from '../../build/dev/fixtures/resident-parameters.ts';
import { residentStates, residentsOnTheWay } from '../../build/dev/fixtures/residents.ts';
import { residentLanguages } from '../../shared/residents/language.ts';
import { residentTextSizes } from '../../shared/residents/text-height.ts';
import { residentThemes } from '../../shared/residents/themes.ts';
import { expectAccessibleAtOneLook } from '../support/accessibility/expect-accessible.ts';
import { CAPITALS, measuredInMillimeters } from '../support/accessibility/resident-millimeters.ts';
import { addressOf } from '../support/resident-address.ts';
import { expect, expectState, fontsLoaded, test } from './browser.ts';

/** Every way to look at a screen. */
const ways: readonly Required<ResidentParameters>[] = residentLanguages.flatMap((language) =>
  residentThemes.flatMap((theme) => residentTextSizes.map((textSize) => ({ language, theme, textSize }))),
);

/** Each language in each size, the contrast rotating: of any two of the three every pair. */
const pairs = ways.filter(
  ({ language, theme, textSize }) =>
    residentThemes.indexOf(theme) ===
    (residentLanguages.indexOf(language) + residentTextSizes.indexOf(textSize)) % residentThemes.length,
);

function waysOfAll(): typeof ways {
  return process.env.COUNTERFOIL_A11Y === 'all' ? ways : pairs;
}

const looked =
  process.env.COUNTERFOIL_ALL === '1' || process.env.COUNTERFOIL_A11Y === 'all'
    ? residentStates.flatMap((state) => waysOfAll().map((way) => ({ state, way })))
    : // The steps have no common divisor with 96: of any two screens each comes in another language, contrast and size.
      residentsOnTheWay.flatMap((state, place) => {
        const way = ways[(place * 29) % ways.length];
        return way === undefined ? [] : [{ state, way }];
      });

for (const { state, way } of looked) {
  const name = `${state.name} in ${way.language}, ${way.theme}, ${way.textSize}`;
  test(`axe and Equal Access: ${name}`, async ({ page }) => {
    await page.goto(`${process.env.COUNTERFOIL_PARTS_SERVER}screen?${addressOf(state.name, way)}`);
    await expectState(page, state);
    await fontsLoaded(page);
    const found = await measuredInMillimeters(page);
    expect.soft(found.least).toBeGreaterThanOrEqual(CAPITALS[way.textSize][0]);
    expect.soft([found.small, found.gaps, found.clipped, found.scrolls]).toEqual([[], [], [], 0]);
    await expectAccessibleAtOneLook(page, `${state.name}-${way.language}-${way.theme}-${way.textSize}`);
  });
}
