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
  await expect(page.getByRole('button', { name: 'Look for an order on the USB drive' })).toBeFocused();
});
