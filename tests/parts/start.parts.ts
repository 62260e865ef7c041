import { expect, fontsLoaded, test } from './browser.ts';

const GREEN = 'rgb(228, 241, 231)';
const AMBER = 'rgb(251, 240, 217)';

test('an ending stands in green where a clean search shows it, and else in amber', async ({ page, show }) => {
  const last = page.locator('[data-last-ending="ended"]');
  await show('start-ended');
  await expect(last).toHaveCSS('background-color', GREEN);
  for (const state of ['start-not-searched', 'ended-denied', 'ended-expired-unsearched']) {
    await show(state);
    await expect(last, state).toHaveCSS('background-color', AMBER);
  }
});

test('why an application is not opened stands in its row, with its ticket, in sight', async ({
  page,
  show,
}) => {
  await show('open-held');
  const why = page.locator('li[data-ticket="41"] [data-refusal="held"]');
  await expect(why).toContainText('Ticket 41: ');
  await expect(why).toBeInViewport({ ratio: 1 });
  // What was refused is not advised beside it; the rows that were not asked for still say what is next.
  await expect(page.locator('li[data-ticket="41"]')).not.toContainText('Open it to');
  await expect(page.locator('li[data-ticket="35"]')).toContainText('Open it to');
});

test('a receipt that was not printed is not said as quietly as one that was', async ({ page, show }) => {
  const line = page.locator('[data-paper]');
  const weight = () => line.evaluate((at) => getComputedStyle(at).fontWeight);
  for (const state of ['paper-none', 'paper-doubt', 'paper-no-printer']) {
    await show(state);
    await page.locator('html[data-done]').waitFor();
    await expect(line, state).toContainText('! ');
    expect(await weight(), state).toBe('600');
  }
  await show('paper-sent');
  await page.locator('html[data-done]').waitFor();
  await expect(line).toContainText('Sent');
  expect(await weight()).toBe('400');
});

test('how far a receipt has come moves nothing below it', async ({ page, show }) => {
  await show('start-fee-on-paper');
  const below = page.locator('[data-search]');
  await expect(below).toBeVisible();
  await fontsLoaded(page);
  const place = await below.boundingBox();
  expect(place).not.toBeNull();
  const line = page.locator('[data-paper]');
  await page.keyboard.press('F8');
  await expect(line).toContainText('Printed.');
  expect(await below.boundingBox()).toEqual(place);
  // Nor the longest that is told of one.
  await line.evaluate((at) =>
    at.replaceChildren(
      'The kiosk can’t tell whether the page came out. Check the printer’s tray, then print it again if you need to.',
    ),
  );
  expect(await below.boundingBox()).toEqual(place);
});

test('a disk that takes no writes stops Start, and the note below says why', async ({ page, show }) => {
  await show('start-disk-fails');
  await expect(page.locator('main [data-main="true"]')).toHaveAttribute('aria-disabled', 'true');
  await expect(page.locator('#start-note')).toContainText('can save to its disk');
});

test('a date that was called wrong is not asked about any more, until it is compared again', async ({
  page,
  show,
}) => {
  const question = page.locator('[data-notice="date-question"]').getByRole('heading', { level: 2 });
  await show('start-date-question');
  await expect(question).toHaveText('Is today’s date right?');
  await page.keyboard.press('F9');
  await expect(question).toHaveText('This computer’s date is wrong');
  await page.keyboard.press('F9');
  await expect(question).toHaveText('Is today’s date right?');
});

test('while a refusal stands below Start, nobody is told to press it again', async ({ page, show }) => {
  const first = page.getByRole('region', { name: 'What to do next' });
  await show('start');
  await expect(first).toContainText('Press Enter');
  for (const state of ['start-not-read', 'start-self-service-intake-held', 'day-begin-refused']) {
    await show(state);
    await expect(page.getByRole('alert').first(), state).toBeVisible();
    await expect(first, state).toContainText('First read the message below the Start button.');
  }
});

test('who is signed in is not told to call themselves', async ({ page, show }) => {
  await show('start-broken');
  await expect(page.locator('#start-note')).toContainText('call your supervisor');
  await expect(page.locator('#start-note')).not.toContainText('typed');
  await show('statistics-refused');
  const refused = page.locator('[data-refusal="broken"]');
  await expect(refused).toContainText('call your IT staff');
  await expect(refused).not.toContainText('typed');
});

test('why two recovery codes were refused comes into sight, above what was typed', async ({ page, show }) => {
  for (const state of ['use-codes-wrong', 'use-codes-too-many-recovery-codes']) {
    await show(state);
    await expect(page.getByRole('alert'), state).toBeInViewport({ ratio: 1 });
  }
});
