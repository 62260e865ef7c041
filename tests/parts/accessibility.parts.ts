import { fixtures, ordinaryDay } from '../../build/dev/fixtures/fixtures.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { expectViolationsFound } from '../support/accessibility/expect-violations-found.ts';
import { expectState, test } from './browser.ts';

/** Refusals and help are told in the parts of these states: they are looked at in long runs. */
const looked = process.env.COUNTERFOIL_ALL === '1' ? fixtures : ordinaryDay;

for (const state of looked) {
  test(`axe and Equal Access: the state ${state.name} of npm run dev`, async ({ page, show }) => {
    await show(state.name);
    await expectState(page, state);
    await expectAccessible(page, `dev-${state.name}`);
  });
}

test('each engine finds a violation that is planted on a screen, and nothing once it is gone; so does the look at the layout', async ({
  page,
  show,
}) => {
  await show('start');
  await page.locator('main[data-screen="start"]').waitFor();
  await expectViolationsFound(page);
});
