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
  type ResidentLook,
  ways,
} from '../support/accessibility/resident-ways.ts';
import { textFaults } from '../support/accessibility/text-faults.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { addressOf } from '../support/resident-address.ts';
import { complaintsUntil, expect, expectState, fontsLoaded, test } from './browser.ts';

const allKeyboards = [...keyboards, ...twoSwitches];

/** Where that is asked for, every state in every way. */
function inEveryWay(): readonly ResidentLook[] {
  return [...inEach(residentStates, ways), ...inEachOfOwnLanguage(allKeyboards, ways)];
}

/** Every state, and every layout of the keyboard, in one way, with every pair of language, contrast and size. */
function inOneWayEach(): readonly ResidentLook[] {
  return [...inTurn(residentStates), ...inTurnInOwnLanguage(allKeyboards)];
}

/** Over the first states of all screens every pair of language, contrast and size; the keyboards in own scripts, and two switches. */
function sample(): readonly ResidentLook[] {
  return [
    ...inTurn(firstOrOverlaid(residentStates)),
    ...inTurnInOwnLanguage([...ownScripts, ...twoSwitches]),
  ];
}

function looks(): readonly ResidentLook[] {
  if (process.env.COUNTERFOIL_A11Y === 'all') return inEveryWay();
  return process.env.COUNTERFOIL_ALL === '1' ? inOneWayEach() : sample();
}

for (const { state, way } of looks()) {
  const name = `${state.name} in ${way.language}, ${way.theme}, ${way.textSize}`;
  test(`axe and Equal Access: ${name}`, async ({ page }) => {
    const complaints = await complaintsUntil(page, async () => {
      await page.goto(`${process.env.COUNTERFOIL_PARTS_SERVER}screen?${addressOf(state.name, way)}`);
      await expectState(page, state);
    });
    expect.soft(complaints).toEqual([]);
    await fontsLoaded(page);
    // Named so that the pictures of a screen lie beside each other.
    if (process.env.COUNTERFOIL_A11Y === 'all' && asTheyBegin.includes(way))
      await keepPicture(page, `applicant-${state.name.replace(/^resident-/, '')}-${way.language}`);
    await expectInMillimeters(page, way.textSize);
    expect.soft(await textFaults(page, way.theme)).toEqual([]);
    await expectAccessibleAtOneLook(page, `${state.name}-${way.language}-${way.theme}-${way.textSize}`);
  });
}
