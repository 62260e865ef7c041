import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Looks at the screen with axe. `moreThan`: how many rules it must at least have found something to check for. Soft: one run tells of every state, not only of the first that fails. */
export async function expectAccessible(page: Page, state: string, moreThan = 8): Promise<void> {
  // Legacy mode: the other one opens a page of its own, which a kiosk does not allow.
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  expect.soft(found, `axe, ${state}`).toEqual([]);
  // A run that checked nothing would pass as well.
  expect(passes.length, `rules that axe could check, ${state}`).toBeGreaterThan(moreThan);
}

/** Text at 200 %: the page itself must not scroll sideways, and the main button can be brought into view. */
export async function expectUsableAtDoubleText(
  page: Page,
  screen: string,
  mainButton: string,
): Promise<void> {
  await page.evaluate(() => {
    const root = document.documentElement;
    root.style.fontSize = `${2 * Number.parseFloat(getComputedStyle(root).fontSize)}px`;
  });
  const widths = await page.evaluate(() => {
    const middle = document.querySelector('main');
    return {
      page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      body: document.body.scrollWidth - document.body.clientWidth,
      main: middle === null ? 0 : middle.scrollWidth - middle.clientWidth,
    };
  });
  expect.soft(widths, `sideways scroll at 200 %, ${screen}`).toEqual({ page: 0, body: 0, main: 0 });
  const button = page.getByRole('button', { name: mainButton });
  await button.scrollIntoViewIfNeeded();
  await expect.soft(button, `main button at 200 %, ${screen}`).toBeInViewport({ ratio: 0.95 });
  const onTop = await button.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });
  expect.soft(onTop, `nothing lies over the main button at 200 %, ${screen}`).toBe(true);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
}
