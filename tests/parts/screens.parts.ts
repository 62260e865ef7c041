import type { Page } from '@playwright/test';
import type { Fixture } from '../../build/dev/fixtures/fixture.ts';
import { fixtures, ordinaryDay } from '../../build/dev/fixtures/fixtures.ts';
import { keyboards, twoSwitches } from '../../build/dev/fixtures/keyboards.ts';
import { residentStates } from '../../build/dev/fixtures/residents.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { hiddenStops } from '../support/accessibility/hidden-focus.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { buttonsAlike } from '../support/words/buttons-alike.ts';
import { complaintsUntil, expect, expectState, test } from './browser.ts';

/** The usual screen of a clerk, and it magnified to 200 %. */
const USUAL = { width: 1280, height: 800 };
const MAGNIFIED = { width: 640, height: 400 };

const isLong = process.env.COUNTERFOIL_ALL === '1' || process.env.COUNTERFOIL_A11Y === 'all';

/** Those of residents are looked at in their languages, contrasts and sizes: residents-accessibility.parts.ts. */
const residents = new Set([...residentStates, ...keyboards, ...twoSwitches]);
const staffs = fixtures.filter((state) => !residents.has(state));

/** The first state of each screen, and in long runs all of them. */
const pictured = new Set(
  staffs.filter(
    ({ screen }, place) => isLong || staffs.findIndex((each) => each.screen === screen) === place,
  ),
);

/** Beyond these a screen shows hardly anything that it has not shown. */
const MOST_OF_A_SCREEN = 2;

/** Each section of the supervisor's is as good as a screen; its first state is looked at. */
function placeOf({ screen, steps }: Fixture): string {
  const tab = steps.find((step) => typeof step === 'string' && step.startsWith('[data-tab='));
  return `${screen} ${String(tab ?? '')}`;
}

function firstOfTheirScreen(states: readonly Fixture[]): readonly Fixture[] {
  const seen = new Map<string, number>();
  return states.filter((state) => {
    const number = (seen.get(placeOf(state)) ?? 0) + 1;
    seen.set(placeOf(state), number);
    return number <= (state.screen === 'supervisor' ? 1 : MOST_OF_A_SCREEN);
  });
}

/**
 * What refusals, help, troubles and further states of an ordinary day are made of stands in these as well: all others are
 * visited in long runs.
 */
const visited = new Set([...(isLong ? ordinaryDay : firstOfTheirScreen(ordinaryDay)), ...pictured]);

for (const state of visited) {
  // One visit for all that is looked at: to open a state costs as much as an engine.
  test(`the state ${state.name} of npm run dev: on the screen ${state.screen}, without complaints, no two buttons alike; axe and Equal Access`, async ({
    page,
    show,
  }) => {
    const complaints = await complaintsUntil(page, async () => {
      await show(state.name);
      await expectState(page, state);
    });
    expect.soft(complaints).toEqual([]);
    expect.soft(await buttonsAlike(page)).toEqual([]);
    if (pictured.has(state)) await keepPicture(page, `dev-${state.name}`);
    await expectAccessible(page, `dev-${state.name}`);
    if (isLong) await expectFocusSeen(page);
  });
}

/** WCAG 2.4.11, where it is hardest. The last thing that is looked at: the focus is elsewhere after it. */
async function expectFocusSeen(page: Page): Promise<void> {
  await page.setViewportSize(MAGNIFIED);
  try {
    expect.soft(await hiddenStops(page), 'what has the focus is seen at 640 × 400').toEqual([]);
  } finally {
    await page.setViewportSize(USUAL);
  }
}

test('two buttons that begin with the same word are found, and a stop of the focus that something lies over', async ({
  page,
  show,
}) => {
  await show('check');
  await expect(page.getByRole('button', { name: 'Print card' })).toBeFocused();
  expect(await buttonsAlike(page)).toEqual([]);
  expect(await hiddenStops(page)).toEqual([]);
  await page.locator('main').evaluate((main) => {
    const other = document.createElement('button');
    other.textContent = 'Print slip';
    const over = document.createElement('p');
    over.style.cssText = 'position: fixed; inset: 0; background: white';
    main.append(other, over);
  });
  expect(await buttonsAlike(page)).toEqual(['Print card', 'Print slip']);
  expect(await hiddenStops(page)).not.toEqual([]);
});

test('the list leads to a state, and its address names it', async ({ page, list }) => {
  await list('#sign-in');
  const screen = page.frameLocator('#screen');
  await expect(screen.locator('main[data-screen="sign-in"]')).toBeVisible();
  await page.getByRole('link', { name: 'Nothing ticked yet' }).click();
  await expect(screen.locator('main[data-screen="documents"]')).toBeVisible();
  await expect(page).toHaveURL(/#documents$/);
  await expect(page.locator('nav [aria-current]')).toHaveText('Nothing ticked yet');
  await keepPicture(page, 'dev-list');
});
