import { LONG } from '../support/long.ts';
import { expect, test } from './browser.ts';

// `suspension-draft.test.ts` names the fields; that such a field has the focus is seen of a language that is missing.
test(
  'a day and a time that are none are marked each at its own field, which gets the focus',
  LONG,
  async ({ page, show }) => {
    await show('suspension-no-time');
    const day = page.locator('#suspend-when-day');
    const time = page.locator('#suspend-when-time');
    await expect(day).toBeFocused();
    await expect(day).toHaveAccessibleDescription('Enter the day like 11/28/2026.');
    await expect(time).toHaveAccessibleDescription('Enter the time like 5:30 PM.');
    await show('suspension-time-over');
    await expect(day).toBeFocused();
    await expect(day).toHaveAccessibleDescription(
      'That day and time have passed. Enter a later day or time.',
    );
    await show('suspension-time-skipped');
    await expect(time).toBeFocused();
    await expect(time).toHaveAccessibleDescription(/^The clocks change on that day/);
    await expect(day).toHaveAttribute('aria-invalid', 'false');
  },
);

test('a time that passed before the kiosk heard of it is told at its field, and nowhere else', async ({
  page,
  show,
}) => {
  await show('suspension-refused-moment-over');
  const day = page.locator('#suspend-when-day');
  await expect(day).toBeFocused();
  await expect(day).toBeInViewport({ ratio: 1 });
  await expect(day).toHaveAccessibleDescription('That day and time have passed. Enter a later day or time.');
  await expect(page.locator('[data-refusal]')).toHaveCount(0);
});

test('a language of the policy that the notice lacks is named at its field, which gets the focus', async ({
  page,
  show,
}) => {
  for (const [state, language, name] of [
    ['suspension-no-notice', 'es', 'Spanish'],
    ['suspension-no-notice-of-policy', 'pl', 'Polish'],
  ] as const) {
    await show(state);
    const field = page.locator(`#notice-${language}`);
    await expect(field, state).toBeFocused();
    await expect(field, state).toBeInViewport({ ratio: 1 });
    await expect(field, state).toHaveAccessibleDescription(`Write the notice in ${name} too.`);
  }
});

test('what erases nothing says nothing of erasing', async ({ page, show }) => {
  const question = page.getByRole('dialog');
  await show('suspension-wipes-held');
  await expect(page.getByRole('heading', { name: 'Suspend new applications?' })).toBeVisible();
  await expect(question.getByRole('button', { name: 'Suspend new applications' })).toBeVisible();
  await show('suspension-wipes-asked');
  await expect(question.getByRole('button', { name: 'Suspend and erase' })).toBeVisible();
});

test('what ends a suspension says which of two it ends, and calls off what has not begun', async ({
  page,
  show,
}) => {
  const end = page.locator('[data-act="end-suspension"]');
  await show('suspension-both');
  await expect(end).toContainText('This doesn’t end the suspension by order 4.');
  // The other suspension erases them.
  await expect(page.locator('[data-suspension="order"]')).not.toContainText('can be finished');
  await expect(page.locator('[data-suspension="staff"]')).toContainText('ended and erased');
  await show('suspension-announced');
  await expect(end.getByRole('button', { name: 'Call off suspension' })).toBeVisible();
  await show('suspension-announced-end');
  await expect(end.getByRole('button', { name: 'Set its end' })).toBeVisible();
  await expect(end.locator('[data-order-goes-on]')).toHaveCount(0);
});
