import { LONG } from '../support/long.ts';
import { expect, fontsLoaded, test } from './browser.ts';
import { holdFromTheStart } from './hold-asleep.ts';
import { rowsOf } from './rows.ts';

/** So long an ending stands out. */
const EMPHASIS_MILLISECONDS = 4000;

const GREEN = 'rgb(228, 241, 231)';
const AMBER = 'rgb(251, 240, 217)';

test('an ending stands in green where a clean search shows it, and else in amber', async ({ page, show }) => {
  const last = page.locator('[data-last-ending="ended"]');
  // It is green for seconds, and a look may take longer.
  const goOn = await holdFromTheStart(page, EMPHASIS_MILLISECONDS);
  await show('start-ended');
  await expect(last).toHaveCSS('background-color', GREEN);
  await goOn();
  for (const state of rowsOf(['start-not-searched', 'ended-denied', 'ended-expired-unsearched'], 1)) {
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
  for (const state of rowsOf(['paper-none', 'paper-doubt', 'paper-no-printer'], 1)) {
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

// `renderer/start/first-thing.test.ts` says what comes first.
test('while a refusal stands below Start, nobody is told to press it again', LONG, async ({ page, show }) => {
  const first = page.getByRole('region', { name: 'What to do next' });
  await show('start');
  await expect(first).toContainText('Press Enter');
  for (const state of rowsOf(['start-not-read', 'start-self-service-intake-held', 'day-begin-refused'], 1)) {
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
  for (const state of rowsOf(['use-codes-wrong', 'use-codes-too-many-recovery-codes'], 1)) {
    await show(state);
    await expect(page.getByRole('alert'), state).toBeInViewport({ ratio: 1 });
  }
});

test('under a suspension staff read since when, and what they can still do, above the notice for residents', async ({
  page,
  show,
}) => {
  await show('suspension-start-order');
  const told = page.locator('[data-notices] [data-notice="suspension"]');
  await expect(told).toContainText('Order 4 from your program suspended new applications on');
  await expect(told).toBeInViewport({ ratio: 1 });
  const row = page.locator('[data-ticket="37"]');
  await expect(row).toBeInViewport({ ratio: 1 });
  const notice = page.locator('[data-for-residents="ar"]');
  await expect(notice).toBeVisible();
  await fontsLoaded(page);
  const [list, below] = [await row.boundingBox(), await notice.boundingBox()];
  expect(list).not.toBeNull();
  expect(below?.y ?? 0).toBeGreaterThan((list?.y ?? 0) + (list?.height ?? 0));
  // Side by side over the whole screen: below one another most of the languages would be out of sight.
  const english = await page.locator('[data-for-residents="en"]').boundingBox();
  const spanish = await page.locator('[data-for-residents="es"]').boundingBox();
  expect(english).not.toBeNull();
  expect(spanish?.y).toBe(english?.y);
  expect(spanish?.x).toBeGreaterThan(english?.x ?? Number.NaN);
});

test('where Start is off, the field for a scanned card has the focus', async ({ page, show }) => {
  const field = page.locator('#find-card');
  for (const state of rowsOf(
    ['start-held', 'suspension-start-order', 'start-disk-fails', 'start-date-question'],
    1,
  )) {
    await show(state);
    await expect(field, state).toBeFocused();
  }
  await show('start');
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeFocused();
});

test('once Start is on again Enter belongs to it, unless a card number is being typed', async ({
  page,
  show,
}) => {
  const start = page.getByRole('button', { name: 'Start', exact: true });
  const field = page.locator('#find-card');
  for (const typed of ['', 'MX']) {
    await show('start-date-question');
    await expect(field).toBeFocused();
    await field.fill(typed);
    await page.locator('[aria-keyshortcuts="F12"][data-asleep="false"]').waitFor();
    await page.keyboard.press('F12');
    await expect(start).toHaveAttribute('aria-disabled', 'false');
    await expect(typed === '' ? start : field).toBeFocused();
  }
});

test('why nobody new can start is said once, and the notice of a legal hold says what still can be done', async ({
  page,
  show,
}) => {
  await show('start-held');
  await expect(page.locator('#start-note')).toContainText('A legal hold has stopped new applications.');
  const notice = page.locator('[data-notice="intake-held"]');
  await expect(notice).toContainText('You can still open applications that aren’t on legal hold.');
  await expect(notice).not.toContainText('new applications');
});

test('where a legal hold and a suspension stop new applications, both are named', async ({ page, show }) => {
  await show('suspension-start-hand');
  await expect(page.locator('#start-note')).toContainText('A legal hold and a suspension have stopped');
  const notices = page.locator('[data-notices] > *');
  await expect(notices.nth(0)).toHaveAttribute('data-notice', 'intake-held');
  await expect(notices.nth(1)).toHaveAttribute('data-notice', 'suspension');
  await show('start-held');
  await expect(page.locator('#start-note')).not.toContainText('suspension');
});

test('a clerk is sent to nothing that a clerk does not have', async ({ page, show }) => {
  const note = page.locator('#start-note');
  await show('suspension-start-missing-order');
  await expect(note).toContainText('order 4 is missing on this kiosk. Call your supervisor.');
  await expect(note).not.toContainText('F4');
  await show('suspension-start-order-missing');
  await expect(note).not.toContainText('F4');
  // The positive control: a supervisor has the key, and the sections.
  await show('suspension-start-missing-order-supervisor');
  await expect(note).toContainText('Press F4, then open Suspension to carry out the order again.');
  await show('suspension-start-hand-supervisor');
  await expect(note).toContainText('Press F4, then open Legal hold and Suspension.');
});

// `renderer/start/first-thing.test.ts` says what comes first.
test('what comes first agrees with the rows and notices that it is about', LONG, async ({ page, show }) => {
  const first = page.getByRole('region', { name: 'What to do next' });
  for (const [state, words] of rowsOf(
    [
      ['start-every-state', 'Open ticket 46 first: it expires now.'],
      ['start-card-expires-now', 'Ticket 37 expires now. Scan its card first.'],
      ['start-rules-unknown', 'A supervisor must look at ticket 31: it expires soon.'],
      ['start-no-camera', 'Plug in the camera first.'],
    ] as const,
    2,
  )) {
    await show(state);
    await expect(first, state).toContainText(words);
  }
});

test('what is told at Start stands right below it, and what gives the screen to applicants below that', async ({
  page,
  show,
}) => {
  const note = page.locator('#start-note');
  // On any other day the button says it.
  await show('start-self-service');
  await expect(page.getByRole('button', { name: 'Open for applicants' })).toBeVisible();
  await expect(note).toHaveText('');
  await show('start-self-service-intake-held');
  await expect(note.getByRole('alert')).toBeVisible();
  await fontsLoaded(page);
  const [told, button] = [
    await note.boundingBox(),
    await page.getByRole('button', { name: 'Open for applicants' }).boundingBox(),
  ];
  expect(told).not.toBeNull();
  expect(button?.y ?? 0).toBeGreaterThanOrEqual((told?.y ?? 0) + (told?.height ?? 0));
});

test('what is not proven stands apart from how long erasing took', async ({ page, show }) => {
  await show('start-not-searched');
  const apart = page.locator('[data-not-proven]');
  await expect(apart).toContainText('until it’s destroyed');
  await expect(apart).not.toContainText('Not checked here');
});

test('how the last application ended is two lines, wholly seen', async ({ page, show }) => {
  await show('start-ended');
  await fontsLoaded(page);
  await expect(page.locator('[data-last-ending="ended"]')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('[data-erasure-done]')).toBeHidden();
  const lines = await page.locator('[data-search]').evaluate((told) => {
    const { lineHeight } = getComputedStyle(told);
    return Math.round(told.getBoundingClientRect().height / Number.parseFloat(lineHeight));
  });
  expect(lines).toBeLessThanOrEqual(2);
});

test('a key opens the rest of how the last application ended, and then nothing grows calm', async ({
  page,
  show,
}) => {
  const goOn = await holdFromTheStart(page, EMPHASIS_MILLISECONDS);
  await show('start-ended');
  await expect(page.locator('[data-main="true"]')).toBeFocused();
  await page.keyboard.press('F3');
  const last = page.locator('[data-last-ending="ended"]');
  const done = page.locator('[data-erasure-done]');
  await expect(done).toBeVisible();
  await expect(done).toContainText('is destroyed.');
  await expect(page.locator('[data-proof]')).toContainText('Not checked here');
  // The one that was held is cleared by now. By a timer that is set later, and so comes after one that would end it.
  await goOn();
  await page.evaluate(
    (longer) => new Promise((passed) => setTimeout(passed, longer)),
    EMPHASIS_MILLISECONDS + 200,
  );
  await expect(last).toHaveAttribute('data-emphasised', 'true');
  // The positive control: it goes on once nobody reads.
  await page.keyboard.press('F3');
  await expect(done).toBeHidden();
  await expect(last).toHaveAttribute('data-emphasised', 'false');
});

test('what is short of a clean search is open from the beginning', async ({ page, show }) => {
  await show('start-not-searched');
  await expect(page.locator('[data-erasure-done]')).toBeVisible();
  await expect(page.locator('[data-not-proven]')).toBeVisible();
  await show('start-ended');
  await expect(page.locator('[data-erasure-done]')).toBeHidden();
});
