import type { Locator, Page } from '@playwright/test';
import { createCardNumber } from '../../shared/card/number/card-number.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { scan } from '../support/kiosk/scanner.ts';
import { LONG } from '../support/long.ts';
import { expect, fontsLoaded, test } from './browser.ts';
import { languagesLooked, rowsOf } from './rows.ts';

const KEYBOARD = '[data-on-screen-keyboard]';
const PIXELS_PER_MILLIMETER = 96 / 25.4;

function keyNamed(page: Page, name: string): Locator {
  return page.locator(KEYBOARD).getByRole('button', { name, exact: true });
}

async function pressKeys(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) await keyNamed(page, name).click();
}

function nameField(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Name' });
}

/** Keeps the mouse down on a key. */
async function holdDown(page: Page, name: string): Promise<void> {
  await keyNamed(page, name).hover();
  await page.mouse.down();
}

test('types where the cursor is, and takes neither the cursor nor the focus', async ({ page, stage }) => {
  await stage('keyboard-pl');
  const field = nameField(page);
  await field.click();
  await pressKeys(page, ['A', 'n', 'a']);
  await expect(field).toHaveValue('Ana');
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await pressKeys(page, ['n']);
  await expect(field).toHaveValue('Anna');
  expect(await field.evaluate((element: HTMLInputElement) => element.selectionStart)).toBe(3);
  await field.evaluate((element: HTMLInputElement) => element.setSelectionRange(1, 3));
  await pressKeys(page, ['e']);
  await expect(field).toHaveValue('Aea');
  // Nobody has left the field: its problems are not told yet.
  await expect(page.getByTestId('heard')).toHaveText('');
});

// `renderer/parts/on-screen-keyboard/keyboard-state.test.ts` says the same of its state.
test(
  'the first letter is offered as a capital, and nothing that was typed is changed',
  LONG,
  async ({ page, stage }) => {
    await stage('keyboard-en');
    const field = nameField(page);
    await expect(keyNamed(page, 'V')).toBeVisible();
    await keyNamed(page, 'Capital').click();
    await pressKeys(page, ['v', 'a', 'n', 'Space', 'd']);
    await expect(field).toHaveValue('van d');
    await keyNamed(page, 'Capital').click();
    await pressKeys(page, ['B', 'o']);
    await keyNamed(page, 'Capital').click();
    await keyNamed(page, 'Capital').click();
    await expect(keyNamed(page, 'All capitals')).toHaveAttribute('aria-pressed', 'true');
    await pressKeys(page, ['S', 'S']);
    await expect(field).toHaveValue('van dBoSS');
  },
);

// `renderer/parts/on-screen-keyboard/keyboard-state.test.ts` says the same of its state.
test('a held letter offers its accents, and so does the accents key', LONG, async ({ page, stage }) => {
  await stage('keyboard-pl');
  const field = nameField(page);
  await keyNamed(page, 'Capital').click();
  await holdDown(page, 'z');
  await expect(keyNamed(page, 'ż')).toBeVisible();
  await page.mouse.up();
  // Letting go types nothing, whatever is under the finger by then.
  await expect(field).toHaveValue('');
  await pressKeys(page, ['ż']);
  await expect(field).toHaveValue('ż');
  await pressKeys(page, ['Accents', 'z', 'ź', 'a']);
  await expect(field).toHaveValue('żźa');
  await pressKeys(page, ['Accents', 'a', 'Letters']);
  await expect(keyNamed(page, 'q')).toBeVisible();
  await expect(field).toHaveValue('żźa');
});

test('a touch counts where it ends: beside the key it is none', async ({ page, stage }) => {
  await stage('keyboard-en');
  await holdDown(page, 'Q');
  await nameField(page).hover();
  await page.mouse.up();
  await expect(nameField(page)).toHaveValue('');
  await keyNamed(page, 'Q').click();
  await expect(nameField(page)).toHaveValue('Q');
});

test('Delete takes a whole written character, and while it is held one after the other', async ({
  page,
  stage,
}) => {
  await stage('keyboard-hi');
  const field = nameField(page);
  await field.fill('अनकी');
  await pressKeys(page, ['Delete letter']);
  await expect(field).toHaveValue('अन');
  await holdDown(page, 'Delete letter');
  await expect(field).toHaveValue('');
  await page.mouse.up();
});

test('a key that is held deletes no more once the window has lost the keyboard', async ({ page, stage }) => {
  await stage('keyboard-en');
  const field = nameField(page);
  await field.fill('aaaaaa');
  // Right behind the first letter.
  await field.evaluate((element) => {
    const loseKeyboard = (): void => void setTimeout(() => window.dispatchEvent(new Event('blur')));
    element.addEventListener('input', loseKeyboard, { once: true });
  });
  await holdDown(page, 'Delete letter');
  await expect(field).toHaveValue('aaaaa');
  // As long as three of its repeats, by timers that are set later and so come after them.
  await page.evaluate(async () => {
    for (let times = 0; times < 3; times += 1) await new Promise((passed) => setTimeout(passed, 150));
  });
  await expect(field).toHaveValue('aaaaa');
  await page.mouse.up();
});

// `renderer/parts/text-field/edit.test.ts` says how much is typed.
test(
  'a field takes no more than it has room for, and a number is asked for by digits',
  LONG,
  async ({ page, stage }) => {
    await stage('keyboard-en');
    const day = page.getByRole('textbox', { name: 'Day' });
    await day.click();
    await expect(keyNamed(page, 'q')).toHaveCount(0);
    await pressKeys(page, ['2', '4', '7']);
    await expect(day).toHaveValue('24');
    // What deletes stands beside the zero, which stands below the eight.
    const placeOf = (name: string) => keyNamed(page, name).boundingBox();
    const [eight, zero, deletes] = [await placeOf('8'), await placeOf('0'), await placeOf('Delete')];
    expect(zero?.x ?? Number.NaN).toBeCloseTo(eight?.x ?? Number.NaN, 0);
    expect(deletes?.y ?? Number.NaN).toBeCloseTo(zero?.y ?? Number.NaN, 0);
    // Two switches hear the row by its first and its last key.
    const row = page.locator('[data-switch-group]:has(> [data-key="delete"])');
    await expect(row).toHaveAttribute('data-switch-name', '0 … Delete');
    expect((await measure(page)).rows).toBe(4);
    await pressKeys(page, ['Delete', '0']);
    await expect(day).toHaveValue('20');
  },
);

test('names begin with Latin letters, and a key changes to the own script', async ({ page, stage }) => {
  for (const [language, to, letters, text] of rowsOf(
    [
      ['ar', 'Arabic letters', ['س', 'ا', 'م'], 'سام'],
      ['uk', 'Ukrainian letters', ['І', 'в'], 'Ів'],
      ['hi', 'Hindi letters', ['म', 'ी'], 'मी'],
    ] as const,
    1,
  )) {
    await stage(`keyboard-${language}`);
    await expect(keyNamed(page, 'Q')).toBeVisible();
    await keyNamed(page, to).click();
    await pressKeys(page, letters);
    await expect(nameField(page)).toHaveValue(text);
    await keyNamed(page, 'Latin letters').click();
    await expect(keyNamed(page, 'q')).toBeVisible();
  }
  await stage('keyboard-zh-Hans');
  await expect(keyNamed(page, 'Latin letters')).toHaveCount(0);
});

test('is one stop for Tab; arrows move in it as is seen, Enter presses, Escape leads to the field', async ({
  page,
  stage,
}) => {
  await stage('keyboard-ar');
  const field = nameField(page);
  await expect(page.locator(`${KEYBOARD} [tabindex="0"]`)).toHaveCount(1);
  await page.getByRole('button', { name: 'Continue' }).focus();
  await page.keyboard.press('Tab');
  await expect(keyNamed(page, 'Q')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(keyNamed(page, 'P')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('W');
  // The same key, which types a small letter now.
  await expect(keyNamed(page, 'w')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(field).toHaveValue('Ws');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  // The same key again. Tab came by the field and selected its text: what is typed now begins it anew.
  await expect(keyNamed(page, 'S')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).toBeFocused();
});

test('the focus goes to the first accent with the page, and back with the letters', async ({
  page,
  stage,
}) => {
  await stage('keyboard-fr');
  await nameField(page).fill('x');
  await keyNamed(page, 'Accents').focus();
  await page.keyboard.press('Enter');
  await keyNamed(page, 'a').focus();
  await page.keyboard.press('Enter');
  await expect(keyNamed(page, 'a')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(nameField(page)).toHaveValue('xà');
  await expect(page.locator(KEYBOARD).locator(':focus')).toHaveCount(1);
});

/** A card's number without digits: all of it is on one page of the keyboard. */
function numberOfLetters(): string {
  let state = 17;
  const randomBytes = (count: number): Uint8Array =>
    Uint8Array.from({ length: count }, () => {
      // A generator of Numerical Recipes: the same numbers each time.
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    });
  for (;;) {
    const number = createCardNumber(randomBytes);
    if (/^[A-Z]+$/.test(number)) return number;
  }
}

test('keys that a machine presses as fast as a scanner are typed, for they are no scanner', async ({
  page,
  stage,
}) => {
  const number = numberOfLetters();
  await stage('keyboard-en');
  const field = nameField(page);
  await field.focus();
  for (let presses = 0; presses < 3; presses += 1) await keyNamed(page, 'Capital').click();
  await expect(keyNamed(page, 'All capitals')).toBeVisible();
  await page.evaluate(
    (characters) => {
      const keys = [...document.querySelectorAll<HTMLElement>('[data-on-screen-keyboard] button')];
      for (const character of characters) keys.find((key) => key.textContent === character)?.click();
    },
    [...number],
  );
  await expect(field).toHaveValue(number);
  await expect(page.locator('[data-scan-notice]')).toHaveCount(0);
  // It would be found: the same number, by the keys of a scanner.
  await field.fill('');
  await scan(page, number, ['Enter']);
  await expect(field).toHaveValue('');
  await expect(page.locator('[data-scan-notice]')).toBeVisible();
});

/** Width and height of the smallest key, and the smallest gap between two, in millimeters. */
async function measure(
  page: Page,
): Promise<{ readonly key: number; readonly gap: number; readonly rows: number }> {
  const boxes = await page.locator(`${KEYBOARD} button`).evaluateAll((keys) =>
    keys.map((key) => {
      const { left, right, top, bottom } = key.getBoundingClientRect();
      return { left, right, top, bottom };
    }),
  );
  let gap = Number.POSITIVE_INFINITY;
  for (const [at, one] of boxes.entries()) {
    for (const other of boxes.slice(at + 1)) {
      const across = Math.max(other.left - one.right, one.left - other.right);
      const down = Math.max(other.top - one.bottom, one.top - other.bottom);
      gap = Math.min(gap, Math.max(across, down));
    }
  }
  const key = Math.min(...boxes.flatMap((box) => [box.right - box.left, box.bottom - box.top]));
  const rows = new Set(boxes.map(({ top }) => Math.round(top))).size;
  return { key: key / PIXELS_PER_MILLIMETER, gap: gap / PIXELS_PER_MILLIMETER, rows };
}

for (const language of languagesLooked) {
  test(`keys are large enough in ${language}; a narrow screen has more rows`, async ({ page, stage }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await stage(`keyboard-${language}`);
    await fontsLoaded(page);
    const own = page.locator(KEYBOARD).getByRole('button', { name: /^(Arabic|Ukrainian|Hindi) letters$/ });
    if ((await own.count()) > 0) await own.click();
    const wide = await measure(page);
    await page.setViewportSize({ width: 480, height: 800 });
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(480);
    const narrow = await measure(page);
    for (const { key, gap } of [wide, narrow]) {
      expect(key).toBeGreaterThanOrEqual(12.69);
      expect(gap).toBeGreaterThanOrEqual(2.53);
    }
    expect(narrow.rows).toBeGreaterThan(wide.rows);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
  });
}

test('axe and Equal Access: a keyboard with letters of its own', async ({ page, stage }) => {
  await stage('keyboard-ar');
  await keyNamed(page, 'Arabic letters').click();
  await expectAccessible(page, 'keyboard-ar');
});
