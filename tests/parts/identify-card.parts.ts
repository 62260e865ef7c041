import { createCardNumber } from '../../shared/card/number/card-number.ts';
import { scan } from '../support/kiosk/scanner.ts';
import { expect, fontsLoaded, test } from './browser.ts';
import { hearCalls } from './hear-calls.ts';

/** The card of the state's own application. */
const OWN = 'K7Q29MXT6K';
const another = createCardNumber((count) => new Uint8Array(count).fill(7));

test('another card that is scanned after the right one takes that back, and the same one changes nothing', async ({
  page,
  show,
}) => {
  await show('hand-over-named');
  const enabled = page.locator('[data-enabled="true"]');
  const note = page.locator('#card-characters-note');
  await enabled.waitFor();
  await fontsLoaded(page);
  for (const sent of [OWN, `]C1${OWN}`, OWN.toLowerCase()]) {
    await scan(page, sent, ['Tab', 'Enter']);
    await expect(note, sent).toContainText('This is the applicant’s card');
    await expect(enabled, sent).toHaveCount(1);
  }
  const place = await page.locator('#question').boundingBox();
  await scan(page, another, ['Tab', 'Enter']);
  await expect(note).toContainText('isn’t the card for this application');
  await expect(enabled).toHaveCount(0);
  expect(await page.locator('#question').boundingBox(), 'nothing moves').toEqual(place);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('F12');
  await expect(page.locator('[data-live-announcer]')).toContainText('First scan the card.');
  // The right one again, into the field that asks for it.
  await expect(page.locator('#card-characters')).toBeFocused();
  await scan(page, OWN, ['Enter']);
  await enabled.waitFor();
  await page.keyboard.press('F12');
  await expect(page.locator('main')).toHaveAttribute('data-screen', 'start');
});

test('the right card that was scanned before another one is not asked for again', async ({ page, show }) => {
  await show('hand-over');
  await expect(page.locator('#card-characters')).toBeFocused();
  await scan(page, OWN, ['Enter']);
  await page.locator('[data-enabled="true"]').waitFor();
  const heard = await hearCalls(page, 'identifyCard');
  await scan(page, another, ['Tab', 'Enter']);
  await expect(page.locator('#card-characters-note')).toContainText('isn’t the card for this application');
  await expect(page.locator('[data-enabled="true"]')).toHaveCount(0);
  const asked = JSON.stringify(await heard());
  expect(asked).toContain(another);
  expect(asked).not.toContain(OWN);
});

test('four characters that may become the right number are no other card, however long the hand waits there', async ({
  page,
  show,
}) => {
  await show('hand-over');
  const field = page.locator('#card-characters');
  const note = page.locator('#card-characters-note');
  await expect(field).toBeFocused();
  await page.keyboard.type(OWN.slice(0, 4), { delay: 80 });
  await expect(note).toContainText('Keep going');
  await expect(field).toHaveAttribute('aria-invalid', 'false');
  await page.keyboard.type(OWN.slice(4), { delay: 80 });
  await expect(note).toContainText('This is the applicant’s card');
});

test('four characters that can’t become it are told at once, and the next ones take their place', async ({
  page,
  show,
}) => {
  await show('hand-over');
  const field = page.locator('#card-characters');
  await expect(field).toBeFocused();
  await page.keyboard.type('AAAA', { delay: 80 });
  await expect(page.locator('#card-characters-note')).toContainText('isn’t the card for this application');
  await expect
    .poll(() =>
      field.evaluate((input: HTMLInputElement) => input.selectionEnd === 4 && input.selectionStart === 0),
    )
    .toBe(true);
  await page.keyboard.type(OWN.slice(-4), { delay: 80 });
  await page.locator('[data-enabled="true"]').waitFor();
});
