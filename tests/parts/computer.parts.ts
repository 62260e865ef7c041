import { expect, fontsLoaded, test } from './browser.ts';

// What staff are told of the computer that the kiosk runs on, and how a kiosk goes live on it.

test('what is carried out is what was chosen: meanwhile neither a key nor a press chooses something else', async ({
  page,
  show,
}) => {
  const [memory, sealed] = ['memory', 'sealed'].map((value) => page.locator(`input[value="${value}"]`));
  if (memory === undefined || sealed === undefined) throw new Error('there are two');
  await show('go-live-examining');
  await page.locator('[data-examining="true"]').waitFor();
  await page.keyboard.press('2');
  await sealed.click({ force: true });
  await page.keyboard.press('ArrowDown');
  await expect(memory).toBeChecked();
  for (const choice of [memory, sealed]) await expect(choice).toHaveAttribute('aria-disabled', 'true');
  // The positive control.
  await show('go-live');
  await memory.waitFor();
  await page.keyboard.press('2');
  await expect(sealed).toBeChecked();
});

test('the question says what is under way while an approved go-live is carried out', async ({
  page,
  show,
}) => {
  await show('go-live-in-spite-under-way');
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('Checking this computer');
});

test('what nobody could know is told as what stops a go-live, and never as in order', async ({
  page,
  show,
}) => {
  await show('computer-unknown');
  const summary = page.locator('[data-examination="ran"]');
  await expect(summary).toContainText('1 result can’t be known, and stops a go-live.');
  await expect(summary).not.toContainText('nothing');
  const row = page.locator('[data-check="swap"]');
  await expect(row).toHaveAttribute('data-stops', 'true');
  await expect(row).toContainText('stops a go-live');
  await expect(page.locator('[data-check="network"]')).not.toContainText('stops a go-live');
  await show('computer-in-order');
  await expect(summary).toContainText('nothing is wrong');
});

test('where what was found can’t be read, that is said, and not that nobody has looked', async ({
  page,
  show,
}) => {
  await show('computer-not-read');
  await page.locator('[data-refusal="not-read"]').waitFor();
  await expect(page.locator('[data-examination]')).toHaveCount(0);
  await show('computer-never');
  await expect(page.locator('[data-examination="none"]')).toBeVisible();
});

test('what was found before is there when the screen comes up; nothing goes on before something is chosen', async ({
  page,
  show,
}) => {
  await show('go-live-found-before');
  await expect(page.locator('[data-stops-go-live="overridable"] [data-check="clock"]')).toBeVisible();
  await expect(page.locator('[data-found-before]')).toBeVisible();
  const anyway = page.getByRole('button', { name: 'Override failed checks…' });
  await expect(anyway).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('1');
  await expect(anyway).toHaveAttribute('aria-disabled', 'false');
});

test('a supervisor who was added, and has not signed in yet, is waited for by name', async ({
  page,
  show,
}) => {
  await show('go-live-awaited');
  await expect(page.locator('[data-awaited-supervisor]')).toContainText('must sign in once');
  const add = page.getByRole('button', { name: 'Add a supervisor under Staff' });
  await expect(add).toHaveCount(0);
  await show('go-live-stopped-alone');
  await expect(add).toBeVisible();
});

test('before a kiosk is live there is no way from its supervisor’s area that would hide the go-live', async ({
  page,
  show,
}) => {
  await show('computer-before-go-live');
  await expect(page.locator('[data-section="computer"]')).toBeVisible();
  await expect(page.locator('[data-tab]')).toHaveCount(2);
  await page.locator('[data-tab="staff"]').click();
  await expect(page.locator('[data-section="staff"]')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change passphrase' })).toHaveCount(0);
  await expect(page.locator('[data-recovery]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Return to start' }).click();
  await expect(page.locator('main[data-screen="go-live"]')).toBeVisible();
});

test('where there is little room the table scrolls in its frame, and no column has a letter in each line', async ({
  page,
  show,
}) => {
  await page.setViewportSize({ width: 640, height: 768 });
  try {
    await show('computer-out-of-order');
    const found = page.locator('[data-check="swap"] p[lang="en"]');
    await found.waitFor();
    await fontsLoaded(page);
    expect((await found.boundingBox())?.width ?? 0).toBeGreaterThan(200);
    const frame = page.getByRole('region', { name: 'Checks of this computer' });
    const beyond = await frame.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(beyond).toBeGreaterThan(0);
    await frame.focus();
    await expect(frame).toBeFocused();
  } finally {
    await page.setViewportSize({ width: 1280, height: 800 });
  }
});
