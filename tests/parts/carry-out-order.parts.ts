import { expect, test } from './browser.ts';

test('an order that passes no more when it is carried out is told with its check, where one looks again', async ({
  page,
  show,
}) => {
  const fault = page.locator('[data-order-fault]');
  await show('suspension-order-at-once');
  await expect(page.locator('[data-order-ready]')).toBeVisible();
  await expect(fault).toHaveCount(0);
  await show('suspension-order-expired-meanwhile');
  await expect(fault).toHaveAttribute('data-order-fault', 'expired');
  await expect(fault).toContainText('Nothing on this kiosk changed.');
  await expect(page.locator('[data-order-ready]')).toHaveCount(0);
  const look = page.getByRole('button', { name: 'Look for an order on the USB drive' });
  await expect(look).toBeFocused();
  // The preview had scrolled it away.
  await expect(look).toBeInViewport({ ratio: 1 });
  await expect(fault).toBeInViewport({ ratio: 1 });
});

test('an order that changed before it was carried out is looked for again with a button that is in sight', async ({
  page,
  show,
}) => {
  await show('suspension-order-refused-order-changed');
  await expect(page.locator('[data-refusal="order-changed"]')).toBeInViewport({ ratio: 1 });
  const look = page.getByRole('button', { name: 'Look for an order on the USB drive' });
  await expect(look).toBeFocused();
  await expect(look).toBeInViewport({ ratio: 1 });
});

test('whoever decides on a notice reads each language in its own direction', async ({ page, show }) => {
  for (const state of ['suspension-order-at-once', 'suspension-approval']) {
    await show(state);
    if (state === 'suspension-approval') {
      // Folded: in eight languages it would take what is approved out of sight.
      await expect(page.getByRole('heading', { name: 'Supervisor approval' })).toBeInViewport({ ratio: 1 });
      await expect(page.locator('#approval-passphrase')).toBeInViewport({ ratio: 1 });
      await page.getByText('Notice in 8 languages').click();
    }
    for (const [language, direction] of [
      ['ar', 'rtl'],
      ['zh-Hans', 'ltr'],
    ] as const) {
      const text = page.locator(`[data-notice-text="${language}"]`);
      await expect(text, state).toBeVisible();
      await expect(text, state).toHaveAttribute('lang', language);
      await expect(text, state).toHaveCSS('direction', direction);
    }
  }
});
