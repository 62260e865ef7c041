import type { Page } from '@playwright/test';
import { waitForPrint } from '../../build/kiosk/clerk.ts';
import { scan } from '../support/kiosk/scanner.ts';
import { LONG } from '../support/long.ts';
import { expect, fontsLoaded, test } from './browser.ts';
import { holdAsleep } from './hold-asleep.ts';
import { rowsOf } from './rows.ts';

/**
 * What a scanner sends of a library card: no number of ours, so that no guard takes it away. Its first digit is no key of any
 * screen: where a machine stands still behind it, it would be one pressed by hand.
 */
const LIBRARY_CARD = '09041177';

/** A digit as on a French keyboard: with Shift, which comes a moment before it. */
async function pressWithShift(page: Page, digit: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const at = Date.now() / 1000;
  const send = (type: 'keyDown' | 'keyUp', key: object, later: number) =>
    devtools.send('Input.dispatchKeyEvent', { type, ...key, timestamp: at + later });
  const shift = { key: 'Shift', code: 'ShiftLeft', windowsVirtualKeyCode: 16 };
  await send('keyDown', { ...shift, modifiers: 8 }, 0);
  await send('keyDown', { key: digit, text: digit, modifiers: 8 }, 0.005);
  await send('keyUp', { key: digit, modifiers: 8 }, 0.05);
  await send('keyUp', shift, 0.06);
  await devtools.detach();
}

// The same sleep as of F12 at the handoff, below.
test(
  'the Enter that counted a card as spoiled, pressed twice, prints no second one',
  LONG,
  async ({ page, show }) => {
    await show('hand-over-spoil');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('1');
    await page.locator('[role="dialog"] [aria-keyshortcuts="Enter"][aria-disabled="false"]').waitFor();
    const wake = await holdAsleep(page);
    await page.keyboard.press('Enter');
    const spoiled = page.getByRole('heading', { name: 'The card was counted as spoiled' });
    await spoiled.waitFor();
    await page.getByRole('button', { name: 'Reprint same card' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    await expect(spoiled).toBeVisible();
    // The positive control: once it is awake, the same key prints.
    await wake();
    await page.locator(':focus:not([data-asleep="true"])').waitFor();
    await page.keyboard.press('Enter');
    await expect(spoiled).toHaveCount(0);
  },
);

test('digits and the Enter of a scanner print no card at the read-back, and a hand’s Enter does', async ({
  page,
  show,
}) => {
  await show('check');
  const print = page.getByRole('button', { name: 'Print card' });
  await expect(print).toBeFocused();
  await page.locator('button[aria-keyshortcuts="Enter"]:not([aria-disabled="true"])').waitFor();
  for (const waits of [0, 60, 200]) {
    await scan(page, LIBRARY_CARD, ['Enter'], waits);
    await expect(print, `Enter ${waits} ms behind`).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await waitForPrint(page);
});

test('digits and the Enter of a scanner choose nothing in a dialog, and confirm nothing', async ({
  page,
  show,
}) => {
  await show('hand-over-spoil');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await scan(page, LIBRARY_CARD, ['Enter']);
  await expect(dialog.locator('input:checked')).toHaveCount(0);
  // A hand chose before, and what is scanned then changes and confirms nothing either.
  await page.keyboard.press('1');
  await expect(dialog.locator('input').first()).toBeChecked();
  for (const waits of [0, 60, 200]) {
    await scan(page, LIBRARY_CARD, ['Enter'], waits);
    await expect(dialog.locator('input').first(), `Enter ${waits} ms behind`).toBeChecked();
  }
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('heading', { name: 'The card was counted as spoiled' }).waitFor();
});

// `renderer/parts/keys/key-watch.test.ts` says which digit is a hand’s.
test(
  'a digit that needs Shift chooses in a dialog, and opens an answer at the read-back',
  LONG,
  async ({ page, show }) => {
    await show('hand-over-spoil');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await pressWithShift(page, '2');
    await expect(dialog.locator('input').nth(1)).toBeChecked();
    await show('check');
    await expect(page.getByRole('button', { name: 'Print card' })).toBeFocused();
    await pressWithShift(page, '1');
    await page.locator('main[data-screen="answers"]').waitFor();
  },
);

// The same form with another field is in irreversible.parts.ts.
test(
  'a library card in the field of a form that can’t be undone submits nothing, and a hand’s Enter does',
  LONG,
  async ({ page, show }) => {
    await show('hold-resume');
    const reference = page.locator('#counsel-reference');
    await expect(reference).toBeFocused();
    await page.locator('form[data-act="resume-intake"] button[type="submit"][data-asleep="false"]').waitFor();
    for (const waits of [0, 60, 200]) {
      await scan(page, LIBRARY_CARD, ['Enter'], waits);
      await expect(reference, `Enter ${waits} ms behind`).toBeFocused();
      await expect(page.locator('[data-entry-made]')).toHaveCount(0);
    }
    // The positive control: it was all that the form asks for.
    await expect(reference).toHaveValue(LIBRARY_CARD.repeat(3));
    await page.keyboard.press('Enter');
    await page.locator('[data-entry-made="intake-resumed"]').waitFor();
  },
);

test('F12 in the first moment of the handoff is told at the button, and no missing card is reported in it', async ({
  page,
  show,
}) => {
  await show('hand-over-named');
  await page.locator('[data-enabled="true"]').waitFor();
  await page.keyboard.press('F8');
  await page.getByRole('dialog').waitFor();
  const wake = await holdAsleep(page);
  await page.keyboard.press('Escape');
  const missing = page.getByRole('button', { name: 'Report missing card' });
  await expect(missing).toHaveAttribute('data-asleep', 'true');
  const early = page.getByRole('status').filter({ hasText: 'Look at the card first, then press F12 again.' });
  await expect(early).toHaveCount(0);
  await page.keyboard.press('F12');
  await expect(early).toHaveCount(1);
  await missing.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toHaveAttribute('data-screen', 'hand-over');
  await wake();
  await expect(missing).toHaveAttribute('data-asleep', 'false');
  await page.keyboard.press('F12');
  await expect(page.locator('[data-enabled="true"]')).toHaveCount(0);
});

/** Each comes up anew by two presses of one key or button, and holds its key back then. */
const EARLY = [
  { state: 'denial-slip', key: 'F12', anew: ['F9', 'F9'] },
  { state: 'print-unknown', key: 'F12', anew: ['F9', 'F9'] },
  { state: 'print-unknown', key: 'F8', anew: ['F9', 'F9'] },
  { state: 'print-none-seen', key: 'F12', anew: ['F9', 'F9'] },
  { state: 'print-none-seen', key: 'F7', anew: ['F9', 'F9'] },
  { state: 'print-no-card-earlier', key: 'F12', anew: ['F9', 'F9'] },
  { state: 'start-date-question', key: 'F12', anew: ['F9', 'F9'] },
  { state: 'hand-over-old-card', key: 'F2', anew: ['F9', 'F9'] },
  // Back to the reasons, whose one is still chosen, and on again.
  { state: 'close-without-proof', key: 'F12', anew: ['Enter', 'Enter'] },
] as const;

for (const { state, key, anew } of rowsOf(EARLY, 1))
  test(`${state}: ${key} in its first moment is told beside its button, moves nothing, and acts when it is awake`, async ({
    page,
    show,
  }) => {
    await show(state);
    await page.locator('html[data-done]').waitFor();
    await fontsLoaded(page);
    const button = page.locator(`[aria-keyshortcuts="${key}"]`);
    const told = page.locator('[data-too-early]');
    await expect(button).toHaveAttribute('data-asleep', 'false');
    const wake = await holdAsleep(page);
    for (const each of anew) {
      if (each === 'Enter') await page.locator('[role="dialog"] :focus').waitFor();
      await page.keyboard.press(each);
    }
    await expect(button).toHaveAttribute('data-asleep', 'true');
    await expect(told).toHaveCount(0);
    const place = await button.boundingBox();
    await page.keyboard.press(key);
    await expect(told).toHaveText(`Too early. Look first, then press ${key} again.`);
    expect(await button.boundingBox(), 'nothing moves').toEqual(place);
    await wake();
    await expect(button).toHaveAttribute('data-asleep', 'false');
    await page.keyboard.press(key);
    await expect(told).toHaveCount(0);
  });

test('F2 behind a dialog destroys no old card, and by a hand it does', async ({ page, show }) => {
  await show('hand-over-old-card');
  const toDestroy = page.locator('[data-old-card="to-destroy"]');
  await toDestroy.waitFor();
  await page.keyboard.press('F8');
  await page.getByRole('dialog').waitFor();
  const wake = await holdAsleep(page);
  await page.keyboard.press('Escape');
  await toDestroy.locator('[data-asleep="true"]').waitFor();
  await page.keyboard.press('F2');
  await toDestroy.getByRole('button').click({ force: true });
  await expect(toDestroy).toHaveCount(1);
  await wake();
  await toDestroy.locator('[data-asleep="false"]').waitFor();
  await page.keyboard.press('F2');
  await page.locator('[data-old-card="destroyed"]').waitFor();
});

// The same sleep as of F12 at the handoff, above.
test(
  'the Enter that shows a recovery code, pressed twice, does not hide it',
  LONG,
  async ({ page, show }) => {
    await show('recovery-codes');
    await page.getByRole('button', { name: 'Show first code' }).and(page.locator(':focus')).waitFor();
    const wake = await holdAsleep(page);
    await page.keyboard.press('Enter');
    const code = page.locator('[data-recovery-code]');
    await page.getByRole('button', { name: 'I wrote it down' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    await expect(code).toHaveCount(1);
    await wake();
    await page.locator(':focus:not([data-asleep="true"])').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('#recovery-code').waitFor();
  },
);

// The same guard as at the read-back, above.
test('a scanner confirms no documents and ticks none, and a hand does', LONG, async ({ page, show }) => {
  await show('documents-proven');
  const boxes = page.locator('[data-document]');
  await boxes.first().and(page.locator(':focus')).waitFor();
  const ticked = await page.locator('[data-document]:checked').count();
  expect(ticked).toBeGreaterThan(0);
  // Letters find a document, and the Space of a scanner comes right behind them.
  await scan(page, 'passp ');
  await expect(page.locator('[data-document]:checked')).toHaveCount(ticked);
  for (const waits of [0, 60, 200]) {
    await scan(page, LIBRARY_CARD, ['Enter'], waits);
    await expect(page.locator('[data-document]:focus'), `Enter ${waits} ms behind`).toHaveCount(1);
  }
  await page.keyboard.press(' ');
  await expect(page.locator('[data-document]:checked')).not.toHaveCount(ticked);
  await page.keyboard.press(' ');
  await expect(page.locator('[data-document]:checked')).toHaveCount(ticked);
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).not.toHaveAttribute('data-screen', 'documents');
});

// The same guard as at the read-back, above.
test(
  'a scanner’s Space takes no photo where no button has the focus, and a hand’s does',
  LONG,
  async ({ page, show }) => {
    await show('photo');
    await page.locator('button[aria-keyshortcuts="Space"]:not([aria-disabled="true"])').waitFor();
    await page.locator('main h1').evaluate((heading: HTMLElement) => {
      heading.tabIndex = -1;
      heading.focus();
    });
    await scan(page, `${LIBRARY_CARD} `);
    await expect(page.locator('main h1')).toBeFocused();
    await page.keyboard.press(' ');
    await page.locator('main[data-screen="check"]').waitFor();
  },
);
