import { statisticsSection } from '../../build/dev/fixtures/statistics.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { expectState, test } from './browser.ts';
for (const state of statisticsSection) {
  test(`tmpdash ${state.name}`, async ({ page, show }) => {
    await show(state.name);
    await expectState(page, state);
    await page.screenshot({ path: `/work/scratch/s/dash-${state.name}.png`, fullPage: true });
    await expectAccessible(page, `dev-${state.name}`);
  });
}
test('tmpdash small', async ({ page, show }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await show('statistics-days');
  await expectState(page, statisticsSection[0]!);
  await page.evaluate(() => { document.documentElement.dataset.textSize = '200'; });
  await page.screenshot({ path: `/work/scratch/s/dash-200.png`, fullPage: true });
  console.log(await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]));
  await page.evaluate(() => { document.documentElement.dataset.textSize = '100'; });
  await page.emulateMedia({ forcedColors: 'active' });
  await page.screenshot({ path: `/work/scratch/s/dash-forced.png`, fullPage: true });
});
