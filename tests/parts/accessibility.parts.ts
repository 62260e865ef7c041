import { engines } from '../support/accessibility/engines.ts';
import { expectViolationsFound } from '../support/accessibility/expect-violations-found.ts';
import { expect, test } from './browser.ts';

test('each engine finds a violation that is planted on a screen, and nothing once it is gone; so does the look at the layout', async ({
  page,
  show,
}) => {
  await show('start');
  await page.locator('main[data-screen="start"]').waitFor();
  await expectViolationsFound(page);
});

test('what has scrolled away under a bar is no target that is too small; what is seen of one is', async ({
  page,
  stage,
}) => {
  await stage('choice-list');
  // A place that scrolls, a button in the bar that stays in sight, and a field of which 12 pixels are left below the button.
  await page.evaluate(() => {
    const element = (name: string, style: string): HTMLElement => {
      const made = document.createElement(name);
      made.style.cssText = style;
      return made;
    };
    const place = element(
      'div',
      'position: fixed; inset: 100px auto auto 100px; inline-size: 300px; block-size: 140px; overflow: hidden',
    );
    const field = element(
      'input',
      'position: absolute; inset: 80px auto auto 0; inline-size: 300px; block-size: 44px',
    );
    field.ariaLabel = 'Field';
    const button = element(
      'button',
      'position: absolute; inset: 52px auto auto 0; inline-size: 300px; block-size: 60px',
    );
    button.textContent = 'Continue';
    place.id = 'place';
    place.append(field, button);
    document.body.append(place);
  });
  const found = async (): Promise<string> => (await engines.axe(page)).violations.join();
  expect(await found()).toContain('target-size');
  // The place ends where the button does.
  await page.evaluate(() => {
    const place = document.getElementById('place');
    if (place !== null) place.style.blockSize = '112px';
  });
  expect(await found()).not.toContain('target-size');
});
