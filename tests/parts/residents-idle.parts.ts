import type { Page } from '@playwright/test';
import { expect, test } from './browser.ts';
import { fingersOn, middleOf } from './fingers.ts';
import { awake, ONWARD, openResident } from './open-resident.ts';
import { rowsOf } from './rows.ts';

/** The first of its sentences. */
const warning = (page: Page) => page.locator('[data-idle-end]').first();

/** What a press could have changed that answers the warning and does nothing else. */
async function whatStands(page: Page) {
  return page.evaluate(() => ({
    heading: document.querySelector('#heading')?.textContent,
    screen: document.querySelector('main')?.dataset.screen,
    fields: [...document.querySelectorAll<HTMLInputElement>('main input')].map((field) =>
      field.type === 'radio' ? String(field.checked) : field.value,
    ),
    look: { ...document.documentElement.dataset },
    isCovered: document.querySelector('[data-privacy-cover]') !== null,
    alerts: document.querySelectorAll('[role="alert"]').length,
  }));
}

async function expectAnsweredAlone(page: Page, press: () => Promise<void>): Promise<void> {
  await expect(warning(page)).toBeVisible();
  const before = await whatStands(page);
  await press();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // Whatever the press has done besides is done by then.
  await page.evaluate(
    () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
  );
  expect(await whatStands(page)).toEqual(before);
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

const IN_WARNING = ['[role="dialog"] button', '[role="dialog"] h2'];

/** What is pressed by a finger, on the warning and below it. */
const PRESSED = {
  'resident-idle': [
    ...IN_WARNING,
    ONWARD,
    '#answer-name',
    '[data-opens="leave"]',
    '[data-opens="language"]',
    '[data-on-screen-keyboard] [data-key="1-0"]',
  ],
  'resident-idle-choice': [...IN_WARNING, 'main label:has(input:not(:checked))', `${ONWARD} + button`],
  'resident-idle-nothing': [...IN_WARNING, ONWARD],
  'resident-ticket-idle': [...IN_WARNING, ONWARD],
  'resident-left-idle': [...IN_WARNING, ONWARD],
} as const;

for (const [state, places] of rowsOf(Object.entries(PRESSED), 1))
  test(`a touch anywhere answers whether somebody is there, and does nothing else: ${state}`, async ({
    page,
  }) => {
    // In the warning, and two that would do something below it.
    for (const place of rowsOf(places, 4)) {
      await openResident(page, state);
      const at = await middleOf(page.locator(place).first());
      const fingers = await fingersOn(page);
      await expectAnsweredAlone(page, () => fingers.tap(at));
      await fingers.end();
    }
  });

const KEYS = {
  'resident-idle': ['a', 'Enter', ' ', 'Escape', 'Tab', 'Delete', 'F6', 'F9', 'F11'],
  'resident-idle-choice': ['ArrowDown', ' ', '2', 'Enter'],
  'resident-idle-nothing': ['a', 'Enter', 'Escape'],
  'resident-ticket-idle': ['a', 'Enter', 'Escape'],
} as const;

for (const [state, keys] of rowsOf(Object.entries(KEYS), 1))
  test(`any key answers it, and does nothing else: ${state}`, async ({ page }) => {
    // A letter, the keys of buttons, and one that closes; the others are other keys of the same listener.
    for (const key of rowsOf(keys, 4)) {
      await openResident(page, state);
      await expectAnsweredAlone(page, () => page.keyboard.press(key));
    }
  });

test('the button that answers has the focus wherever it is asked, and the seconds are named', async ({
  page,
}) => {
  for (const state of rowsOf(
    [
      'resident-idle',
      'resident-idle-choice',
      'resident-idle-nothing',
      'resident-ticket-idle',
      'resident-left-idle',
    ],
    2,
  )) {
    await openResident(page, state);
    await expect(page.getByRole('dialog').getByRole('button'), state).toBeFocused();
    await expect(page.locator('[data-seconds-left]'), state).toHaveText(/^\d+ seconds?$/);
  }
  await openResident(page, 'resident-idle', { language: 'ar' });
  // Two and one are words alone in Arabic, and the time runs.
  await expect(page.locator('[data-seconds-left]')).toHaveAttribute('data-seconds-left', /^\d+$/);
  await expect(page.locator('[data-seconds-left]')).toHaveText(/\p{Script=Arabic}/u);
});

test('it says what would be lost, and of nothing that was not entered', async ({ page }) => {
  for (const [state, end] of rowsOf(
    [
      ['resident-idle', 'erased'],
      ['resident-idle-counter', 'locked'],
      ['resident-idle-nothing', 'nothing'],
      ['resident-ticket-idle', 'waits'],
      ['resident-left-idle', 'told'],
      ['resident-left-counter-idle', 'locked-empty'],
    ] as const,
    3,
  )) {
    await openResident(page, state);
    await expect(warning(page), state).toHaveAttribute('data-idle-end', end);
  }
  await expect(page.getByRole('dialog')).not.toContainText('kept');
});

test('nobody is asked on the first screen as everybody finds it, and whoever has made it their own is', async ({
  page,
}) => {
  await openResident(page, 'resident-idle-as-found');
  await expect(page.locator('[data-screen="resident-language"]')).toBeVisible();
  await expect(warning(page)).toHaveCount(0);
  // A press is for the screen: there is no question that it could answer.
  await awake(page.locator('[data-opens="text-size"]'));
  await page.locator('[data-opens="text-size"]').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  // The control.
  for (const look of rowsOf([{ textSize: 'largest' }, { theme: 'low' }, { language: 'ar' }] as const, 1)) {
    await openResident(page, 'resident-idle-as-found', look);
    await expect(warning(page).first(), JSON.stringify(look)).toBeVisible();
  }
});

test('two switches answer it, and select nothing', async ({ page }) => {
  for (const key of rowsOf([' ', 'Enter'], 1)) {
    await openResident(page, 'resident-idle-switches');
    await expect(page.locator('[role="dialog"] [data-switch-at]')).toHaveCount(1);
    await expectAnsweredAlone(page, () => page.keyboard.press(key));
  }
});

test('with the filter of double strikes on, the first stroke and the first touch answer it', async ({
  page,
}) => {
  const state = 'resident-idle-double-strike';
  await openResident(page, state);
  await expectAnsweredAlone(page, () => page.keyboard.press('Enter'));
  await openResident(page, state);
  const fingers = await fingersOn(page);
  const at = await middleOf(page.getByRole('dialog').getByRole('button'));
  await expectAnsweredAlone(page, () => fingers.tap(at));
  await fingers.end();
});

test('a key that something lies on does not answer it', async ({ page }) => {
  await openResident(page, 'resident-idle');
  const session = await page.context().newCDPSession(page);
  const held = { type: 'keyDown', key: 'x', code: 'KeyX', autoRepeat: true } as const;
  for (let count = 0; count < 20; count += 1) await session.send('Input.dispatchKeyEvent', held);
  await session.detach();
  await expect(warning(page)).toBeVisible();
  // The control.
  await page.keyboard.press('y');
  await expect(warning(page)).toHaveCount(0);
});
