import { keyboards, ownScripts, twoSwitches } from '../../build/dev/fixtures/keyboards.ts';
import { residentStates } from '../../build/dev/fixtures/residents.ts';
import { expectAccessibleAtOneLook } from '../support/accessibility/expect-accessible.ts';
import { expectInMillimeters } from '../support/accessibility/resident-millimeters.ts';
import {
  asTheyBegin,
  firstOrOverlaid,
  inEach,
  inEachOfOwnLanguage,
  inTurn,
  inTurnInOwnLanguage,
  pairs,
  type ResidentLook,
  ways,
} from '../support/accessibility/resident-ways.ts';
import { textFaults } from '../support/accessibility/text-faults.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { addressOf } from '../support/resident-address.ts';
import { complaintsUntil, expect, expectState, fontsLoaded, test } from './browser.ts';

const isInEveryWay = process.env.COUNTERFOIL_A11Y === 'all';
const isLong = isInEveryWay || process.env.COUNTERFOIL_ALL === '1';

const allKeyboards = [...keyboards, ...twoSwitches];

/** In every way where that is asked for; before a release by all pairs of them, and as each screen begins. */
function allLooks(): readonly ResidentLook[] {
  const asked = isInEveryWay ? ways : [...new Set([...pairs, ...asTheyBegin])];
  return [...inEach(residentStates, asked), ...inEachOfOwnLanguage(allKeyboards, asked)];
}

/** Over the first states of all screens every pair of language, contrast and size; and the keyboards in own scripts. */
function sample(): readonly ResidentLook[] {
  return [...inTurn(firstOrOverlaid(residentStates)), ...inTurnInOwnLanguage(ownScripts)];
}

for (const { state, way } of isLong ? allLooks() : sample()) {
  const name = `${state.name} in ${way.language}, ${way.theme}, ${way.textSize}`;
  test(`axe and Equal Access: ${name}`, async ({ page }) => {
    const complaints = await complaintsUntil(page, async () => {
      await page.goto(`${process.env.COUNTERFOIL_PARTS_SERVER}screen?${addressOf(state.name, way)}`);
      await expectState(page, state);
    });
    expect.soft(complaints).toEqual([]);
    await fontsLoaded(page);
    // Named so that the pictures of a screen lie beside each other.
    if (isLong && asTheyBegin.includes(way))
      await keepPicture(page, `applicant-${state.name.replace(/^resident-/, '')}-${way.language}`);
    await expectInMillimeters(page, way.textSize);
    expect.soft(await textFaults(page, way.theme)).toEqual([]);
    await expectAccessibleAtOneLook(page, `${state.name}-${way.language}-${way.theme}-${way.textSize}`);
  });
}
