import type { CDPSession, Page } from '@playwright/test';
import type { ResidentParameters } from '../../build/dev/fixtures/resident-parameters.ts';
import { residentLanguages } from '../../shared/residents/language.ts';
import { residentTextSizes } from '../../shared/residents/text-height.ts';
import { CAPITALS, measuredInMillimeters } from '../support/accessibility/resident-millimeters.ts';
import { addressOf } from '../support/resident-address.ts';
import { expect, fontsLoaded, test } from './browser.ts';

const VIEWPORTS = [
  { width: 1024, height: 768 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
];

test.afterEach(({ page }) => page.setViewportSize({ width: 1280, height: 800 }));

async function open(page: Page, state: string, parameters: ResidentParameters = {}): Promise<void> {
  await page.goto(`${process.env.COUNTERFOIL_PARTS_SERVER}screen?${addressOf(state, parameters)}`);
  // It may be covered.
  await page.locator('[data-resident-screen]').waitFor({ state: 'attached' });
  await page.locator('html[data-done]').waitFor();
  await fontsLoaded(page);
}

const heading = (page: Page) => page.locator('#heading');
const onward = (page: Page) => page.locator('main [data-main="true"]');
const awake = async (page: Page) => {
  await expect(onward(page)).toHaveAttribute('aria-disabled', 'false');
};

for (const textSize of residentTextSizes)
  test(`text, targets and gaps in millimeters, at the size ${textSize}`, async ({ page }) => {
    for (const viewport of VIEWPORTS) {
      await page.setViewportSize(viewport);
      for (const state of [
        'resident-language',
        'resident-name-long',
        'resident-review',
        'resident-choice',
        'resident-leave',
      ]) {
        await open(page, state, { textSize });
        const at = `${state} at ${viewport.width} × ${viewport.height}`;
        const found = await measuredInMillimeters(page);
        expect(found.least, at).toBeGreaterThanOrEqual(CAPITALS[textSize][0]);
        expect(found.targets, at).toBeGreaterThan(1);
        expect([found.small, found.gaps, found.clipped, found.scrolls], at).toEqual([[], [], [], 0]);
      }
    }
    // It would be found: a target that is too small, beside another, with a text that runs out of it.
    await page.evaluate(() => {
      const small = document.createElement('button');
      small.textContent = 'Featherstonehaughfeatherstonehaugh';
      small.style.cssText =
        'display: block; inline-size: 20px; block-size: 20px; margin: calc(var(--mm) * -8); white-space: nowrap; font-size: 4px';
      document.querySelector('[role="dialog"] button')?.after(small);
    });
    const planted = await measuredInMillimeters(page);
    expect([planted.small.length > 0, planted.gaps.length > 0, planted.clipped.length > 0]).toEqual([
      true,
      true,
      true,
    ]);
    expect(planted.least).toBeLessThan(3.5);
  });

for (const language of ['en', 'ar', 'hi', 'zh-Hans'] as const)
  test(`the field, the way on and the keys are seen together at the largest text, in ${language}`, async ({
    page,
  }) => {
    for (const [state, field] of [
      ['resident-name', '#answer-name'],
      ['resident-birth-date', '#answer-birthMonth'],
      ['resident-contact', '#answer-emergencyName'],
    ] as const) {
      await open(page, state, { language, textSize: 'largest' });
      await expect(page.locator(field)).toBeFocused();
      for (const seen of [page.locator(field), onward(page), page.locator('[role="group"] button').last()])
        await expect(seen, state).toBeInViewport({ ratio: 1 });
    }
  });

/** Fingers on the glass. */
async function fingers(page: Page): Promise<{
  move(
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    points: readonly { x: number; y: number }[],
  ): Promise<void>;
  end(): Promise<void>;
}> {
  const session: CDPSession = await page.context().newCDPSession(page);
  return {
    async move(type, points) {
      const touchPoints = points.map(({ x, y }, id) => ({ x, y, id }));
      await session.send('Input.dispatchTouchEvent', { type, touchPoints });
    },
    end: () => session.detach(),
  };
}

async function middle(page: Page, selector: string) {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error('it is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, half: box.width / 2 };
}

test('a touch begins and ends on a button, however it trembles between', async ({ page }) => {
  await open(page, 'resident-route');
  await awake(page);
  const button = 'main [data-main="true"]';
  const at = await middle(page, button);
  const outside = { x: at.x, y: at.y - 200 };
  const touch = await fingers(page);
  const question = await heading(page).textContent();
  await touch.move('touchStart', [at]);
  await touch.move('touchMove', [outside]);
  await touch.move('touchEnd', []);
  await touch.move('touchStart', [outside]);
  await touch.move('touchMove', [at]);
  await touch.move('touchEnd', []);
  await expect(heading(page)).toHaveText(question ?? '');
  await touch.move('touchStart', [at]);
  for (const shift of [12, -14, 18, -9])
    await touch.move('touchMove', [{ x: at.x + shift, y: at.y + shift / 3 }]);
  await touch.move('touchEnd', []);
  await expect(heading(page)).not.toHaveText(question ?? '');
  await touch.end();
});

test('ten fingers at once press nothing, and one after them does', async ({ page }) => {
  await open(page, 'resident-name');
  await awake(page);
  const places = await Promise.all(
    ['[data-opens="leave"]', '[data-opens="language"]', '[data-opens="start-over"]'].map((each) =>
      middle(page, each),
    ),
  );
  const main = await middle(page, 'main [data-main="true"]');
  const palm = [...places, main, ...[20, 40, 60, 80, 100, 120].map((shift) => ({ x: shift, y: 400 }))];
  const touch = await fingers(page);
  for (let count = 1; count <= palm.length; count += 1) await touch.move('touchStart', palm.slice(0, count));
  await touch.move('touchEnd', []);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('[data-screen="resident-question"] [role="alert"]')).toHaveCount(0);
  await touch.move('touchStart', [main]);
  await touch.move('touchEnd', []);
  await expect(page.locator('[data-screen="resident-question"] [role="alert"]')).toBeFocused();
  await touch.end();
});

test('a held key goes one screen on, and a second tap at once none', async ({ page }) => {
  await open(page, 'resident-route');
  await awake(page);
  await onward(page).focus();
  const session = await page.context().newCDPSession(page);
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...enter });
  for (let count = 0; count < 30; count += 1)
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', autoRepeat: true, ...enter });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
  await session.detach();
  await expect(page.locator('main').getByText('Question 2 of')).toBeVisible();
  await expect(page.locator('[role="alert"]')).toHaveCount(0);
});

test('what is missing is told at the field and above it, with a way there', async ({ page }) => {
  await open(page, 'resident-name');
  await onward(page).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(page.locator('#answer-name')).toHaveAttribute('aria-invalid', 'true');
  await summary.getByRole('button').click();
  await expect(page.locator('#answer-name')).toBeFocused();
  await page.keyboard.type('Ottilie Marrowfield');
  await page.keyboard.press('Enter');
  await expect(page.locator('main').getByText('Question 3 of')).toBeVisible();
});

test('a change leads back to the review, by its button and by Back', async ({ page }) => {
  await open(page, 'resident-review');
  for (const leave of ['Save the change', 'Back']) {
    await page.getByRole('button', { name: 'Change: Name on the card' }).click();
    await expect(page.locator('#answer-name')).toBeFocused();
    await page.getByRole('button', { name: leave }).click();
    await expect(page.locator('[data-screen="resident-review"]')).toBeVisible();
  }
  await page.getByRole('button', { name: 'Change: Name on the card' }).click();
  await page.locator('#answer-name').fill('Ottilie Marrowfield');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-line="name"]')).toContainText('Ottilie Marrowfield');
});

test('F9 covers everything; what was typed is under it, and nothing reaches it', async ({ page }) => {
  await open(page, 'resident-name-digit');
  await page.locator('#answer-name').focus();
  await page.keyboard.press('F9');
  await expect(page.locator('[data-privacy-cover]')).toBeVisible();
  await expect(page.locator('#answer-name')).toBeHidden();
  await page.keyboard.type('unseen');
  await page.locator('[data-privacy-cover] button').click();
  await expect(page.locator('[data-privacy-cover]')).toHaveCount(0);
  await expect(page.locator('#answer-name')).toHaveValue('Wilhelmina 0konkwo');
  await expect(page.locator('#answer-name')).toBeFocused();
});

test('F9 covers nothing where nothing of anybody is open: it would say that it is still there', async ({
  page,
}) => {
  for (const state of [
    'resident-language',
    'resident-ticket',
    'resident-left-erased',
    'resident-locked',
    'resident-idle-locked',
  ]) {
    await open(page, state);
    await page.keyboard.press('F9');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    await expect(page.locator('[data-privacy-cover]'), state).toHaveCount(0);
  }
});

test('a number that nobody has taken asks who is there; the press that answers shows how long it waits', async ({
  page,
}) => {
  await open(page, 'resident-ticket-left-behind');
  await expect(page.locator('[data-still-there="erased"]')).toBeVisible();
  await expect(page.locator('[data-waits]')).toHaveCount(0);
  await awake(page);
  // Pressing it takes the number, and another button comes under the hand: `click` would go on to press that one.
  const at = await middle(page, 'main [data-main="true"]');
  await page.mouse.click(at.x, at.y);
  await expect(page.locator('[data-waits]').first()).toBeVisible();
  await expect(page.locator('[data-still-there]')).toHaveCount(0);
  await expect(page.locator('[data-screen="resident-ticket"]')).toBeVisible();
});

test('a page that finds an application open names nothing of it, and leads to what comes before the questions', async ({
  page,
}) => {
  await open(page, 'resident-reopened');
  await expect(page.locator('[data-still-there="erased"]')).toBeVisible();
  expect(await page.locator('main').textContent()).not.toMatch(/Featherstone/);
  await awake(page);
  await onward(page).click();
  await expect(page.locator('[data-screen="resident-notice"]')).toBeVisible();
  await open(page, 'resident-reopened-counter');
  await expect(page.locator('[data-still-there="locked"]')).toBeVisible();
});

test('who is asked while it can’t be opened again reads what ends then', async ({ page }) => {
  await open(page, 'resident-waiting-idle');
  await expect(page.locator('[data-idle-end="erased"]')).toBeVisible();
});

test('whoever changes their mind before their number can leave, and is told what became of it', async ({
  page,
}) => {
  await open(page, 'resident-ticket');
  await page.locator('[data-opens="leave-with-ticket"]').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('[data-leaving="erased"]')).toBeVisible();
  await dialog.getByRole('button', { name: 'Stay here' }).click();
  await expect(page.locator('[data-screen="resident-ticket"]')).toBeVisible();
  await page.locator('[data-opens="leave-with-ticket"]').click();
  await dialog.getByRole('button', { name: 'Leave now' }).click();
  await expect(page.locator('[data-became="erasing"][data-outcome="withdrawn"]')).toBeVisible();
  // A number that nobody has taken is nobody's to end.
  await open(page, 'resident-ticket-left-behind');
  await expect(page.locator('[data-opens="leave-with-ticket"]')).toHaveCount(0);
});

test('the warning lies over a covered screen, and the press that answers it uncovers nothing', async ({
  page,
}) => {
  await open(page, 'resident-covered-idle');
  const goOn = page.getByRole('dialog').getByRole('button', { name: 'Yes, go on' });
  await expect(page.locator('[data-idle-end="erased"]')).toBeVisible();
  await expect(page.locator('[data-privacy-cover]')).toBeVisible();
  await goOn.waitFor();
  // The press answers before it ends, which `click` takes for a failure.
  const at = await middle(page, '[role="dialog"] button');
  const top = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.textContent, at);
  expect(top, 'what lies over everything').toBe('Yes, go on');
  await page.mouse.click(at.x, at.y);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('[data-privacy-cover]')).toBeVisible();
  await expect(heading(page)).toBeHidden();
  await page.locator('[data-privacy-cover] button').click();
  await expect(heading(page)).toBeVisible();
});

test('the first screen invites nobody while intake is suspended: it says so in each language of the notice', async ({
  page,
}) => {
  await open(page, 'resident-language');
  await expect(page.locator('[data-invites]')).toBeVisible();
  await open(page, 'resident-language-suspended');
  await expect(page.locator('[data-invites]')).toHaveCount(0);
  for (const language of ['en', 'es'])
    await expect(page.locator(`[data-for-residents="${language}"]`)).toBeVisible();
  // They may still read on in their language.
  await expect(page.locator('li[data-language]')).toHaveCount(residentLanguages.length);
});

test('a lock of staff over an application tells its applicant in their language that it is still there', async ({
  page,
  show,
}) => {
  await show('screen-locked-paused');
  const told = page.locator('[data-paused="ar"]');
  await expect(told).toHaveText(/\p{Script=Arabic}/u);
  await expect(told).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  // Where clerks type it is between them and their own lock.
  await show('screen-locked-open');
  await expect(page.locator('[data-ticket]')).toBeVisible();
  await expect(page.locator('[data-paused]')).toHaveCount(0);
});

test('what can’t be opened again says so, with a way to staff', async ({ page }) => {
  await open(page, 'resident-waiting-refused');
  await expect(page.getByText('Ask a clerk.')).toBeVisible();
  await expect(page.getByText('The next screen comes by itself')).toHaveCount(0);
  await expect(page.locator('[data-opens="staff"]')).toBeVisible();
});

test('without a keyboard a button covers everything, on questions and on the review', async ({ page }) => {
  for (const state of ['resident-name-digit', 'resident-review']) {
    for (const textSize of ['normal', 'largest'] as const) {
      await open(page, state, { textSize });
      await page.getByRole('button', { name: 'Cover the screen' }).click();
      await expect(page.locator('[data-privacy-cover]')).toBeVisible();
      await expect(heading(page)).toBeHidden();
      await page.locator('[data-privacy-cover] button').click();
      await expect(heading(page)).toBeVisible();
    }
  }
});

test('leaving asks once, and its first choice changes nothing', async ({ page }) => {
  await open(page, 'resident-leave');
  await expect(page.locator('[data-leaving="erased"]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.locator('[data-opens="leave"]').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.locator('[data-opens="leave"]').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave now' }).click();
  await expect(page.locator('[data-became="erasing"]')).toBeVisible();
});

test('a language that is not kept is said, and said no more when the list is opened again', async ({
  page,
}) => {
  await open(page, 'resident-language-refused');
  const list = page.getByRole('dialog', { name: 'Language' });
  await expect(list.getByRole('alert')).toContainText('couldn’t do this. Press again');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.locator('[data-opens="language"]').click();
  await expect(list).toBeVisible();
  await expect(list.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Escape');
});

test('that the kiosk tries again is said of what is typed, and of no press', async ({ page }) => {
  await open(page, 'resident-not-saved');
  await expect(page.getByRole('alert')).toContainText('It tries again.');
  for (const state of ['resident-leave-refused', 'resident-route-refused', 'resident-review-refused']) {
    await open(page, state);
    await expect(page.getByRole('alert'), state).toContainText('couldn’t do this. Press again');
    await expect(page.getByRole('alert'), state).not.toContainText('tries again');
  }
});

test('whoever left reads all that the receipt leaves open', async ({ page }) => {
  await open(page, 'resident-left-erased-qualified');
  await expect(page.locator('[data-became="ended"]')).toContainText('too short to search for alone');
  await expect(page.locator('[data-became="ended"]')).toContainText('this kiosk’s own files');
  await expect(page.locator('[data-not-proven] li')).toHaveCount(4);
  await open(page, 'resident-left-print-side');
  await expect(page.locator('[data-became="print-side-open"]')).toContainText('A printer must still confirm');
  await expect(page.locator('[data-became="print-side-open"]')).not.toContainText('kiosk erased');
});

test('a ticket says until when, and what ends it sooner', async ({ page }) => {
  await open(page, 'resident-ticket');
  await expect(page.locator('[data-waits]')).toHaveCount(2);
  await expect(page.locator('[data-waits]').first()).toContainText(/3:30\sPM today/);
  await open(page, 'resident-ticket-sealed');
  await expect(page.locator('[data-waits]').first()).toContainText('November 25');
  await expect(page.locator('[data-waits]').last()).not.toContainText('power');
});

test('a screen that is locked says that something is kept only where an application is open', async ({
  page,
}) => {
  await open(page, 'resident-idle-locked');
  await expect(page.locator('[data-reason="idle"]')).toContainText('is kept');
  await open(page, 'resident-ending-locked');
  await expect(page.locator('[data-reason]')).toHaveAttribute('data-reason', 'locked');
  await open(page, 'resident-locked');
  await expect(page.locator('[data-reason="locked"]')).toBeVisible();
  await expect(page.locator('main')).not.toContainText('kept');
});

test('starting over clears every field', async ({ page }) => {
  await open(page, 'resident-start-over');
  await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click();
  await expect(page.locator('main').getByText('Question 1 of')).toBeVisible();
  await onward(page).click();
  await expect(page.locator('#answer-name')).toHaveValue('');
});

test('Arabic is read from the right, and a Latin name in it from the left', async ({ page }) => {
  await open(page, 'resident-review', { language: 'ar' });
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  const name = page.locator('[data-line="name"] dd bdi');
  expect(await name.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  const label = await page.locator('[data-line="name"] dt').boundingBox();
  const change = await page.locator('[data-line="name"] button').boundingBox();
  expect(change?.x ?? 0).toBeLessThan(label?.x ?? 0);
});

test('a text that the city has in English alone says so, and keeps its direction', async ({ page }) => {
  await open(page, 'resident-choice', { language: 'ar' });
  const label = heading(page).locator('bdi');
  await expect(label).toHaveAttribute('lang', 'en');
  expect(await label.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  // The control: where the city has it in the language of the screen.
  await open(page, 'resident-name', { language: 'ar' });
  await expect(heading(page).locator('bdi')).not.toHaveAttribute('lang');
});

for (const language of residentLanguages)
  test(`the settings of keys are seen at once, in ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await open(page, 'resident-settings-keys', { language });
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    const hidden = await dialog.evaluate((element) => {
      const port = element.parentElement ?? element;
      return [port.scrollHeight - port.clientHeight, port.scrollWidth - port.clientWidth];
    });
    expect(hidden).toEqual([0, 0]);
  });

test('the next resident finds the screen as everybody does', async ({ page }) => {
  await open(page, 'resident-ticket', { language: 'ar', theme: 'high', textSize: 'largest' });
  await expect(page.locator('html')).toHaveAttribute('data-resident', 'largest');
  await onward(page).click();
  await expect(page.locator('[data-screen="resident-language"]')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-resident', 'normal');
  await expect(page.locator('html')).toHaveAttribute('data-resident-theme', 'normal');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a resident who presses the key of staff goes back to where they were', async ({ page }) => {
  await open(page, 'resident-name-digit');
  for (const key of ['F11', 'F6', 'F10']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toContainText('This is for staff');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await expect(page.locator('#answer-name')).toHaveValue('Wilhelmina 0konkwo');
});
