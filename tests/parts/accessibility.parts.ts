import { fixtures, ordinaryDay } from '../../build/dev/fixtures/fixtures.ts';
import { type EngineName, engineNames, engines } from '../support/accessibility/engines.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { layoutFaults } from '../support/accessibility/layout-faults.ts';
import { expect, test } from './browser.ts';

/** Refusals and help are told in the parts of these states: they are looked at in long runs. */
const looked = process.env.COUNTERFOIL_ALL === '1' ? fixtures : ordinaryDay;

for (const { name, screen, steps } of looked) {
  test(`axe and Equal Access: the state ${name} of npm run dev`, async ({ page, show }) => {
    await show(name);
    await expect(page.locator(`main[data-screen="${screen}"]`)).toHaveCount(1);
    // Some states come of themselves after a while.
    await expect(page.locator('html')).toHaveAttribute('data-done', String(steps.length), {
      timeout: 30_000,
    });
    await expectAccessible(page, `dev-${name}`);
  });
}

test('each engine finds a violation that is planted on a screen, and nothing once it is gone; so does the look at the layout', async ({
  page,
  show,
}) => {
  await show('start');
  await page.locator('main[data-screen="start"]').waitFor();
  const found = async (name: EngineName): Promise<number> => (await engines[name](page)).violations.length;
  for (const name of engineNames) expect(await found(name), `${name}, before`).toBe(0);
  expect(await layoutFaults(page)).toEqual([]);

  await page.evaluate(() => {
    const planted = document.createElement('div');
    planted.id = 'planted';
    const field = document.createElement('input');
    const low = document.createElement('button');
    low.textContent = 'Low';
    planted.append(field, low);
    document.querySelector('main')?.append(planted);
  });
  for (const name of engineNames) expect(await found(name), `${name}, planted`).toBeGreaterThan(0);
  expect((await layoutFaults(page)).join()).toContain('Low');

  await page.evaluate(() => document.getElementById('planted')?.remove());
  for (const name of engineNames) expect(await found(name), `${name}, afterwards`).toBe(0);
  expect(await layoutFaults(page)).toEqual([]);
});
