import type { Page } from '@playwright/test';
import { scan } from '../support/kiosk/scanner.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './browser.ts';
import { hearCalls } from './hear-calls.ts';
import { holdAsleep } from './hold-asleep.ts';
import { rowsOf } from './rows.ts';

/** No number of ours, so that no guard takes it away; its first digit is no key of any screen. */
const LIBRARY_CARD = '09041177';

/** An Enter that is held since some screen before: only its repeats come here. */
async function repeatEnter(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 };
  for (let times = 0; times < 3; times += 1)
    await devtools.send('Input.dispatchKeyEvent', {
      ...{ type: 'keyDown', ...enter, text: '\r', autoRepeat: true },
    });
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
  await devtools.detach();
}

/** Counts from now on how often the page calls for this. */
async function countCalls(page: Page, name: string): Promise<() => Promise<number>> {
  const heard = await hearCalls(page, name);
  return async () => (await heard()).length;
}

/** Everything that is no fresh press of a hand, where the focus is. */
async function hammer(page: Page): Promise<void> {
  for (const waits of [0, 60, 200]) await scan(page, LIBRARY_CARD, ['Enter'], waits);
  await repeatEnter(page);
}

test('a form that can’t be undone sleeps when it comes up, and takes no scanner’s Enter and no held one', async ({
  page,
  stage,
}) => {
  await stage('irreversible');
  const heard = page.getByTestId('heard');
  await page.getByRole('button', { name: 'Open' }).and(page.locator(':focus')).waitFor();
  const wake = await holdAsleep(page);
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Count' });
  await expect(field).toBeFocused();
  // The habit's second press.
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-irreversible="true"]')).toHaveAttribute('data-asleep', 'true');
  await expect(heard).toHaveText('');
  await wake();
  await page.locator('[data-irreversible="true"][data-asleep="false"]').waitFor();
  await hammer(page);
  await expect(field).toHaveValue(LIBRARY_CARD.repeat(3));
  await expect(heard).toHaveText('');
  // The positive control: a fresh press of a hand.
  await page.keyboard.press('Enter');
  await expect(heard).toHaveText('done');
});

const ACTS = [
  { state: 'hand-over-spoil', call: 'spoil', chosen: ['[name="spoil-reason"]'], at: null },
  { state: 'go-live', call: 'decideCustody', chosen: ['[name="custody"]'], at: null },
  { state: 'recovery-declined', call: 'declineRecoveryCodes', chosen: [], at: null },
  { state: 'use-codes-wrong', call: 'recoverStaff', chosen: [], at: '#second-name' },
  // The focus is on a reason: a number that is scanned into a field would be another count.
  {
    ...{ state: 'day-differs', call: 'closeDay', at: null },
    chosen: ['[name="blanks-reason"]', '[name="drawer-reason"]'],
  },
] as const;

for (const { state, call, chosen, at } of rowsOf(ACTS, 1))
  test(`${state}: no scanner and no held key comes as far as ${call}, and a hand does`, async ({
    page,
    show,
  }) => {
    await show(state);
    await page.locator('html[data-done]').waitFor();
    for (const choice of chosen) await page.locator(choice).first().press('Space');
    if (at !== null) await page.locator(at).focus();
    const button = page.locator('[data-irreversible="true"][data-main="true"]');
    await expect(button).toHaveAttribute('aria-disabled', 'false');
    const calls = await countCalls(page, call);
    await hammer(page);
    expect(await calls()).toBe(0);
    await page.keyboard.press('Enter');
    await expect.poll(calls).toBe(1);
  });

test('the key that opened the question counts no card as spoiled, however fast a reason is chosen', async ({
  page,
  show,
}) => {
  await show('hand-over-named');
  await page.locator('[data-enabled="true"]').waitFor();
  const calls = await countCalls(page, 'spoil');
  const wake = await holdAsleep(page);
  await page.keyboard.press('F8');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press('1');
  await dialog.locator('input:checked').waitFor();
  await page.keyboard.press('Enter');
  await expect(dialog.locator('[data-irreversible="true"]')).toHaveAttribute('data-asleep', 'true');
  expect(await calls()).toBe(0);
  await wake();
  await dialog.locator('[data-irreversible="true"][data-asleep="false"]').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(calls).toBe(1);
});

// The same sleep as of the question above.
test(
  'the key that opened the decision about recovery codes decides nothing',
  LONG,
  async ({ page, show }) => {
    await show('recovery-declined');
    await page.locator('html[data-done]').waitFor();
    await page.keyboard.press('Escape');
    const calls = await countCalls(page, 'declineRecoveryCodes');
    const opener = page.locator('[data-recovery] button');
    await opener.waitFor();
    const wake = await holdAsleep(page);
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.locator('main[data-screen="recovery-decision"]').waitFor();
    await page.keyboard.press('2');
    await page.locator('input[value="none"]:checked').waitFor();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-irreversible="true"]')).toHaveAttribute('data-asleep', 'true');
    expect(await calls()).toBe(0);
    await wake();
    await page.locator('[data-irreversible="true"][data-asleep="false"]').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(calls).toBe(1);
  },
);
