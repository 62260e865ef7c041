import type { Page } from '@playwright/test';
import { expect, test } from './browser.ts';
import { holdAsleep } from './hold-asleep.ts';

/**
 * Opens the dialog with the timer held that wakes its button, and presses the button; then lets the timer go. Answers what
 * was seen meanwhile.
 */
function pressWhileAsleep(page: Page): Promise<{ timers: number; asleep: string; heard: string }> {
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const danger = () => document.querySelector<HTMLElement>('[role="dialog"] [data-asleep]');
    const real = window.setTimeout.bind(window);
    const held: (() => void)[] = [];
    Object.assign(window, {
      setTimeout(run: () => void, milliseconds?: number) {
        if (milliseconds !== 350) return real(run, milliseconds);
        held.push(run);
        return 0;
      },
    });
    document.querySelector<HTMLElement>('main button')?.click();
    while (danger() === null) await frame();
    danger()?.click();
    await frame();
    const asleep = danger()?.dataset.asleep ?? 'no button';
    const heard = document.querySelector('[data-testid="heard"]')?.textContent ?? 'nothing is heard';
    Object.assign(window, { setTimeout: real });
    for (const wake of held) wake();
    return { timers: held.length, asleep, heard };
  });
}

test('its danger button sleeps when it opens, and wakes', async ({ page, stage }) => {
  await stage('dialog');
  await page.getByRole('button', { name: 'End it…' }).waitFor();
  const { timers, asleep, heard } = await pressWhileAsleep(page);
  expect(timers).toBeGreaterThan(0);
  expect([asleep, heard]).toEqual(['true', '']);
  await page.locator('[role="dialog"] [data-asleep="false"][class*="danger"]').waitFor();
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
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(end).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
  await expect(page.getByTestId('heard')).toHaveText('');
});

test('under a dialog that has closed, the button that prints sleeps for a moment', async ({ page, show }) => {
  await show('check-waive');
  await page.locator('html[data-done]').waitFor();
  await page.getByRole('dialog').waitFor();
  const wake = await holdAsleep(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  const print = page.getByRole('button', { name: 'Print card' });
  await expect(print).toBeFocused();
  await expect(print).toHaveAttribute('data-asleep', 'true');
  await wake();
  await expect(print).toHaveAttribute('data-asleep', 'false');
});

test('it gives the focus back on a machine that draws the next frame before it has cleared up', async ({
  page,
  stage,
}) => {
  await stage('dialog');
  const opener = page.getByRole('button', { name: 'End it…' });
  await opener.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).focus();
  // React Aria gives the focus back in that frame, and what is still inert takes none.
  await page.evaluate(() => {
    window.requestAnimationFrame = (frame) => {
      frame(performance.now());
      return 0;
    };
  });
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('after dialogs that led from one to the next, the focus is on what led to the first', async ({
  page,
  show,
}) => {
  await show('hold-lift');
  await page.locator('html[data-done]').waitFor();
  const lift = page.locator('[data-hold]').getByRole('button', { name: /^Lift…/, includeHidden: true });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await lift.focus();
  await page.keyboard.press('Enter');
  const danger = page.getByRole('dialog').getByRole('button', { name: 'Lift legal hold…' });
  await expect(danger).toHaveAttribute('data-asleep', 'false');
  await danger.click();
  await page.locator('[data-approval="liftHold"]').waitFor();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(lift).toBeFocused();
});
