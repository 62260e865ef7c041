import type { Page } from '@playwright/test';
import { keyboards, ownScripts, twoSwitches } from '../../build/dev/fixtures/keyboards.ts';
import { residentStates } from '../../build/dev/fixtures/residents.ts';
import { expectAccessibleAtOneLook } from '../support/accessibility/expect-accessible.ts';
import { expectInMillimeters } from '../support/accessibility/resident-millimeters.ts';
import {
  asTheyBegin,
  fewest,
  firstOfEachKind,
  inEach,
  inEachOfOwnLanguage,
  inTurn,
  inTurnInOwnLanguage,
  pairs,
  type ResidentLook,
  type Way,
  ways,
} from '../support/accessibility/resident-ways.ts';
import { textFaults } from '../support/accessibility/text-faults.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { complaintsUntil, expect, expectState, fontsLoaded, test } from './browser.ts';
import { openResident } from './open-resident.ts';
import { isLong } from './rows.ts';

const allKeyboards = [...keyboards, ...twoSwitches];

/** Where that is asked for, every state in every way. */
function inEveryWay(): readonly ResidentLook[] {
  return [...inEach(residentStates, ways), ...inEachOfOwnLanguage(allKeyboards, ways)];
}

/** Every state, and every layout of the keyboard, in one way, with every pair of language, contrast and size. */
function inOneWayEach(): readonly ResidentLook[] {
  return [...inTurn(residentStates, pairs), ...inTurnInOwnLanguage(allKeyboards)];
}

/**
 * Over the first states of all screens each contrast in each size, and every language; a keyboard in each own script, and one
 * with two switches. Shifted, it has the same keys.
 */
function sample(): readonly ResidentLook[] {
  const own = ownScripts.filter(
    ({ resident }, place) =>
      ownScripts.findIndex((each) => each.resident.language === resident.language) === place,
  );
  return [
    ...inTurn(firstOfEachKind(residentStates), fewest),
    ...inTurnInOwnLanguage([...own, ...twoSwitches.slice(0, 1)]),
  ];
}

function looks(): readonly ResidentLook[] {
  if (process.env.COUNTERFOIL_A11Y === 'all') return inEveryWay();
  return isLong ? inOneWayEach() : sample();
}

/** What is looked at on one page: a state in one language. To open it costs more than to look at it. */
function pagesOf(looks: readonly ResidentLook[]): readonly (readonly [ResidentLook, ...ResidentLook[]])[] {
  const pages = new Map<string, [ResidentLook, ...ResidentLook[]]>();
  for (const look of looks) {
    const page = `${look.state.name} in ${look.way.language}`;
    const before = pages.get(page);
    if (before === undefined) pages.set(page, [look]);
    else before.push(look);
  }
  return [...pages.values()];
}

async function open(page: Page, { state, way }: ResidentLook): Promise<void> {
  await openResident(page, state.name, way);
  await expectState(page, state);
}

/** The page at hand in another contrast and size. */
async function change(page: Page, { theme, textSize }: Way): Promise<void> {
  await page.evaluate((hash) => location.replace(hash), `#${new URLSearchParams({ theme, size: textSize })}`);
  await page.locator(`html[data-resident="${textSize}"][data-resident-theme="${theme}"]`).waitFor();
}

async function look(page: Page, { state, way }: ResidentLook): Promise<void> {
  await fontsLoaded(page);
  // Named so that the pictures of a screen lie beside each other.
  if (process.env.COUNTERFOIL_A11Y === 'all' && asTheyBegin.includes(way))
    await keepPicture(page, `applicant-${state.name.replace(/^resident-/, '')}-${way.language}`);
  await expectInMillimeters(page, way.textSize);
  expect.soft(await textFaults(page, way.theme)).toEqual([]);
  await expectAccessibleAtOneLook(page, `${state.name}-${way.language}-${way.theme}-${way.textSize}`);
}

for (const [first, ...others] of pagesOf(looks())) {
  const { state, way } = first;
  const also = others.length === 0 ? `${way.theme}, ${way.textSize}` : `${1 + others.length} ways`;
  test(`axe and Equal Access: ${state.name} in ${way.language}, ${also}`, async ({ page }) => {
    const complaints = await complaintsUntil(page, async () => {
      await open(page, first);
      await look(page, first);
      for (const other of others) {
        await change(page, other.way);
        await look(page, other);
        // Some states last for seconds: what was looked at was still it.
        await expectState(page, state);
      }
    });
    expect.soft(complaints).toEqual([]);
  });
}
