import type { Fixture } from '../../build/dev/fixtures/fixture.ts';
import { fixtures, ordinaryDay } from '../../build/dev/fixtures/fixtures.ts';
import { keyboards, twoSwitches } from '../../build/dev/fixtures/keyboards.ts';
import { residentStates } from '../../build/dev/fixtures/residents.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { complaintsUntil, expect, expectState, test } from './browser.ts';

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

/** Beyond these a screen shows hardly anything that it has not shown. Each section of the supervisor's is as good as a screen. */
const MOST_OF_A_SCREEN = 6;

function firstOfTheirScreen(states: readonly Fixture[]): readonly Fixture[] {
  const seen = new Map<string, number>();
  return states.filter(({ screen }) => {
    const number = (seen.get(screen) ?? 0) + 1;
    seen.set(screen, number);
    return screen === 'supervisor' || number <= MOST_OF_A_SCREEN;
  });
}

/**
 * What refusals, help, troubles and the supervisor's sections beyond the first are made of stands in these as well: all
 * others are visited in long runs.
 */
const visited = new Set([...(isLong ? ordinaryDay : firstOfTheirScreen(ordinaryDay)), ...pictured]);

for (const state of visited) {
  // One visit for all that is looked at: to open a state costs as much as an engine.
  test(`the state ${state.name} of npm run dev: on the screen ${state.screen}, without complaints; axe and Equal Access`, async ({
    page,
    show,
  }) => {
    const complaints = await complaintsUntil(page, async () => {
      await show(state.name);
      await expectState(page, state);
    });
    expect.soft(complaints).toEqual([]);
    if (pictured.has(state)) await keepPicture(page, `dev-${state.name}`);
    await expectAccessible(page, `dev-${state.name}`);
  });
}

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
