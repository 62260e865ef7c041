import type { Page } from '@playwright/test';
import { expect, test } from './browser.ts';

/** Opens the dialog and presses Enter at once, all within the page; then waits until the button is awake. */
function openAndPressAtOnce(page: Page): Promise<{ asleepMilliseconds: number; heardMeanwhile: string }> {
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const danger = () => document.querySelector<HTMLElement>('[role="dialog"] [data-asleep]');
    document.querySelector<HTMLElement>('main button')?.click();
    while (danger() === null) await frame();
    const seen = performance.now();
    danger()?.click();
    while (danger()?.dataset.asleep === 'true') await frame();
    const heard = document.querySelector('[data-testid="heard"]')?.textContent ?? 'nothing is heard';
    return { asleepMilliseconds: performance.now() - seen, heardMeanwhile: heard };
  });
}

test('its danger button sleeps when it opens, and wakes', async ({ page, stage }) => {
  await stage('dialog');
  await page.getByRole('button', { name: 'End it…' }).waitFor();
  const { asleepMilliseconds, heardMeanwhile } = await openAndPressAtOnce(page);
  expect(heardMeanwhile).toBe('');
  // From its first frame, which comes a moment after the timer began.
  expect(asleepMilliseconds).toBeGreaterThan(250);
  await expect(page.getByRole('button', { name: 'End', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('heard')).toHaveText('ended');
});

test('it has a name, holds the focus, and gives it back', async ({ page, stage }) => {
  await stage('dialog');
  const opener = page.getByRole('button', { name: 'End it…' });
  await expect(opener).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'End it?' });
  const end = dialog.getByRole('button', { name: 'End', exact: true });
  await expect(end).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Back' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(end).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
  await expect(page.getByTestId('heard')).toHaveText('');
});
