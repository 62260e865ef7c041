import type { Page } from '@playwright/test';
import type { Fixture } from '../../build/dev/fixtures/fixture.ts';
import { fixtures } from '../../build/dev/fixtures/fixtures.ts';
import { isEnding } from '../../shared/application/is-ending.ts';
import { expect, expectState, fontsLoaded, test } from './browser.ts';
import { isLong, rowsOf } from './rows.ts';

/** Those of the clerk, and the slip of a denial. */
const STEPS: readonly string[] = [
  ...['answers', 'caretaker', 'documents', 'photo', 'check', 'print', 'hand-over', 'denial-slip'],
];

/** An application that ends has no step any more. */
const clerks = fixtures.filter(
  ({ name, screen, application }) =>
    application !== null &&
    !isEnding(application.state) &&
    STEPS.includes(screen) &&
    !name.startsWith('help-'),
);

/** One of each screen, and in long runs all of them. */
const looked = isLong
  ? clerks
  : clerks.filter((each, place) => clerks.findIndex(({ screen }) => screen === each.screen) === place);

/** What would tell of the applicant: each long word of their names and numbers, and the code of their slip. */
function tellsOf({ application }: Fixture): RegExp | null {
  if (application === null) return null;
  const { name, chosenName, emergencyName, emergencyPhone, libraryNumber } = application.answers;
  const words = [name, chosenName, emergencyName, emergencyPhone, libraryNumber, application.denial?.code]
    .flatMap((text) => text?.split(/[^\p{L}\p{N}]+/u) ?? [])
    .filter((word) => word.length > 3);
  return words.length === 0 ? null : new RegExp(words.join('|'), 'i');
}

/** Whatever shows a face or a card: a live picture, a kept one, a drawing of the card. */
const PICTURES = 'img:visible, video:visible, canvas:visible, main svg:visible';

/** All words and values that somebody at the counter can see. */
function seen(page: Page): Promise<string> {
  return page.locator('body').ariaSnapshot();
}

test('under the cover the column of steps tells neither the applicant’s language, nor what they came for, nor that a child came', async ({
  page,
  show,
}) => {
  for (const [state, told] of rowsOf(
    [
      ['documents-shown', /Arabic/],
      ['answers-renewal', /Renewal/],
      ['caretaker', /Caretaker/],
    ] as const,
    1,
  )) {
    await show(state);
    await page.locator('html[data-done]').waitFor();
    await fontsLoaded(page);
    const column = page.getByRole('navigation', { name: 'Steps' });
    // What is for the applicant to read lies over it in the first one.
    await expect.poll(() => column.textContent(), state).toMatch(told);
    const steps = await page.locator('nav ol').boundingBox();
    await page.keyboard.press('F9');
    await page.locator('[data-covered]').waitFor();
    expect(await seen(page), state).not.toMatch(told);
    expect(await page.locator('nav ol').boundingBox(), 'nothing moves').toEqual(steps);
    await page.keyboard.press('F9');
    await expect(page.locator('[data-covered]')).toHaveCount(0);
    // The positive control.
    expect(await seen(page), state).toMatch(told);
  }
});

test('under the cover no step shows a name, a number or a picture, in whatever state it is', async ({
  page,
  show,
}) => {
  test.setTimeout(30_000 + looked.length * 15_000);
  expect(new Set(looked.map(({ screen }) => screen))).toEqual(new Set(STEPS));
  for (const state of looked)
    await test.step(state.name, async () => {
      await show(state.name);
      await expectState(page, state);
      const covered = page.getByText(/^Covered\. Press F9/);
      const tells = tellsOf(state);
      const isTold = async (): Promise<boolean> => tells?.test(await seen(page)) ?? false;
      const pictures = page.locator(PICTURES);
      if ((await covered.count()) === 0) {
        // The positive control: uncovered, it shows one or the other. Of some there is no picture, and a step without a name.
        if (state.preview === 'drawn')
          await expect.poll(async () => (await isTold()) || (await pictures.count()) > 0).toBe(true);
        await page.keyboard.press('F9');
      }
      await expect(covered).toBeVisible();
      await expect(pictures).toHaveCount(0);
      expect(await isTold()).toBe(false);
      await expect(page).toHaveTitle('Counterfoil');
    });
});

test('under the cover nothing stands any more of what a screen reader was told', async ({ page, show }) => {
  await show('answers-renewal');
  const told = page.locator('[data-live-announcer]');
  await page.locator('html[data-done]').waitFor();
  await page.keyboard.press('F2');
  // The positive control.
  await expect(told).toHaveText(/Replacement/);
  await page.keyboard.press('F9');
  await page.locator('[data-covered]').waitFor();
  await expect(told).toBeEmpty();
  expect(await seen(page)).not.toContain('Replacement');
});

test('a step that changes by itself under the cover is said by no screen reader and stands in no title until it is seen', async ({
  page,
  show,
}) => {
  await show('caretaker');
  await page.locator('html[data-done]').waitFor();
  // The positive control.
  await expect(page).toHaveTitle(/^Caretaker/);
  await page.keyboard.press('F9');
  await page.locator('[data-covered]').waitFor();
  await expect(page).toHaveTitle('Counterfoil');
  await show('hand-over');
  const told = page.locator('[data-live-announcer]');
  await expect(told).toHaveText(/^Step \d of \d\. Handoff/);
  await page.keyboard.press('F9');
  await page.locator('[data-covered]').waitFor();
  await page.evaluate(() => window.counterfoil.call('spoil', { reason: 'smudged' }));
  await page.locator('main[data-screen="print"]').waitFor({ state: 'attached' });
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await expect(told).toBeEmpty();
  await expect(page).toHaveTitle('Counterfoil');
  await page.keyboard.press('F9');
  await expect(told).toHaveText(/^Step \d of \d\. The card was counted as spoiled/);
  await expect(page).toHaveTitle(/^The card was counted as spoiled/);
});

test('under the cover stands no button that the step alone has', async ({ page, show }) => {
  for (const [state, name] of rowsOf(
    [
      ['documents-shown', 'Show applicant'],
      ['answers-renewal', 'Letters…'],
    ] as const,
    1,
  )) {
    await show(state);
    await page.locator('html[data-done]').waitFor();
    await page.keyboard.press('Escape');
    const own = page.getByRole('region', { name: 'On every step' }).getByRole('button', { name });
    await expect(own, 'the positive control').toBeVisible();
    await page.keyboard.press('F9');
    await page.locator('[data-covered]').waitFor();
    await expect(own).toHaveCount(0);
  }
});

test('under the cover a denied application looks like every other: its bar has the same buttons, and its card is covered', async ({
  page,
  show,
}) => {
  const bar = page.getByRole('region', { name: 'On every step' }).getByRole('button');
  const hint = page.getByText('opens a step');
  await show('denial-slip');
  await page.locator('html[data-done]').waitFor();
  // The positive control.
  await expect(bar).toHaveText([/^Cover/]);
  await page.keyboard.press('F9');
  await expect(page.locator('aside [data-covered]')).toBeVisible();
  const denied = await bar.allTextContents();
  await page.keyboard.press('F4');
  await bar.filter({ hasText: 'End without a card' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(hint).toHaveCount(0);
  await show('documents');
  await page.locator('html[data-done]').waitFor();
  await expect(hint).toBeVisible();
  await page.keyboard.press('F9');
  await expect(page.locator('aside [data-covered]')).toBeVisible();
  await expect(hint).toBeHidden();
  expect(await bar.allTextContents()).toEqual(denied);
});

test('the focus comes back from the cover to the button that had it, in the step, beside it, or below it', async ({
  page,
  show,
}) => {
  await show('check');
  await expect(page.getByRole('button', { name: 'Print card' })).toBeFocused();
  for (const name of [/^Change/, /Documents/, 'Set aside']) {
    const button = page.getByRole('button', { name }).first();
    await button.focus();
    await page.keyboard.press('F9');
    await page.locator('[data-covered]').waitFor();
    await page.keyboard.press('F9');
    await expect(page.locator('[data-covered]')).toHaveCount(0);
    await expect(button, String(name)).toBeFocused();
  }
});

test('the help, which names the step, is not seen over the cover, and is there again after it', async ({
  page,
  show,
}) => {
  await show('caretaker');
  await page.locator('html[data-done]').waitFor();
  await page.keyboard.press('F1');
  const help = page.locator('[data-help="caretaker"]');
  await expect(help).toBeVisible();
  await page.keyboard.press('F9');
  await page.locator('[data-covered]').waitFor();
  await expect(help).toHaveCount(0);
  await page.keyboard.press('F9');
  await expect(help).toBeVisible();
});

test('F9 takes a dialog away with what was chosen in it, and covers what was under it', async ({
  page,
  show,
}) => {
  await show('hand-over-spoil');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press('2');
  await page.locator('[role="dialog"] input:checked').waitFor();
  await expect(page.locator('img:visible')).not.toHaveCount(0);
  await page.keyboard.press('F9');
  await page.locator('[data-covered]').waitFor();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('img:visible')).toHaveCount(0);
  // A key of the dialog that is gone, and of the step below, does nothing.
  await page.keyboard.press('Enter');
  await page.keyboard.press('F8');
  await expect(page.locator('[data-covered]')).toBeVisible();
  await page.keyboard.press('F9');
  await expect(page.locator('[data-covered]')).toHaveCount(0);
  await page.keyboard.press('F8');
  await dialog.waitFor();
  await expect(dialog.locator('input:checked')).toHaveCount(0);
});

test('the act of a dialog that F9 took away closes no dialog that was opened since', async ({
  page,
  show,
}) => {
  await show('hand-over-spoil');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press('2');
  await page.locator('[role="dialog"] input:checked').waitFor();
  await page.locator('[role="dialog"] [aria-keyshortcuts="Enter"][aria-disabled="false"]').waitFor();
  await page.evaluate(() => {
    const { call } = window.counterfoil;
    const isLetGo = new Promise<void>((letGo) => Object.assign(window, { letGo }));
    Object.assign(window.counterfoil, {
      call: async (name: string, input: unknown) => {
        if (name === 'spoil') await isLetGo;
        return call(name, input);
      },
    });
  });
  await page.keyboard.press('Enter');
  await page.keyboard.press('F9');
  await page.locator('[data-covered]').waitFor();
  await page.keyboard.press('F9');
  await expect(page.locator('[data-covered]')).toHaveCount(0);
  await page.keyboard.press('F4');
  await dialog.waitFor();
  await page.evaluate('letGo()');
  // What lies under it is out of a screen reader’s sight.
  await page.locator('h1', { hasText: 'The card was counted as spoiled' }).waitFor();
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await expect(dialog).toBeVisible();
});

test('a tenth line of the read-back has the key 0, in the order of the keyboard', async ({ page, show }) => {
  await show('check-ten-lines');
  const changes = page.getByRole('button', { name: /^Change/ });
  await expect(changes).toHaveCount(10);
  await expect(changes.nth(8)).toHaveAttribute('aria-keyshortcuts', '9');
  await expect(changes.nth(9)).toHaveAttribute('aria-keyshortcuts', '0');
  await page.keyboard.press('0');
  await page.locator('main[data-screen="answers"] #answer-emergencyName').waitFor();
});

test('under the cover the figures beside it stay where they are, and that it is covered is told once', async ({
  page,
  show,
}) => {
  await show('check');
  const side = page.locator('aside');
  await expect(side.locator('img')).toHaveCount(2);
  await fontsLoaded(page);
  const figures = side.locator('dl');
  const place = await figures.boundingBox();
  expect(place).not.toBeNull();
  await page.keyboard.press('F9');
  const cover = page.locator('[data-covered]');
  await cover.waitFor();
  expect(await figures.boundingBox(), 'nothing moves').toEqual(place);
  await expect(page.getByText(/covered/i)).toHaveCount(1);
  // It would be found.
  await cover.evaluate((at) => Object.assign(at.style, { paddingBlock: '7px' }));
  expect(await figures.boundingBox()).not.toEqual(place);
});
