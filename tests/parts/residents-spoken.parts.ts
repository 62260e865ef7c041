import type { Page } from '@playwright/test';
import { TYPED } from '../../build/dev/fixtures/typed.ts';
import { expect, test } from './browser.ts';
import { awake, ONWARD, openResident } from './open-resident.ts';
import { rowsOf } from './rows.ts';

declare global {
  interface Window {
    /** What was said since `listen`. */
    readonly heard?: readonly string[];
  }
}

/** Keeps all that the page has said aloud from now on: by its live region, and by whatever else speaks by itself. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.defineProperty(window, 'heard', { value: heard });
    const hear = (): void => {
      for (const speaker of document.querySelectorAll('[aria-live], [role="status"], [role="alert"]'))
        heard.push(speaker.textContent ?? '');
    };
    new MutationObserver(hear).observe(document, { subtree: true, childList: true, characterData: true });
    hear();
  });
}

/** Each text once that was said. */
async function heardOn(page: Page): Promise<readonly string[]> {
  const heard = await page.evaluate(() => window.heard ?? []);
  return [...new Set(heard)].filter((text) => text.trim() !== '');
}

/** Words and numbers of what somebody typed, without those of one letter or two. */
function wordsOf(...texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(/[\s·-]+/)).filter((word) => word.length > 2);
}

function spokenOf(heard: readonly string[], words: readonly string[]): readonly string[] {
  const found = (text: string) => words.some((word) => text.toLowerCase().includes(word.toLowerCase()));
  return heard.filter(found);
}

const OF_WILHELMINA = wordsOf(
  TYPED.name,
  TYPED.birthYear,
  TYPED.libraryNumber,
  TYPED.emergencyName,
  TYPED.emergencyPhone,
);

/** What is said in the place of what nobody else should hear. */
const CHECK = 'Check what you entered';

const STOPS = 60;

/** Goes over the screen by the switch that moves, and into some of its groups. */
async function goOver(page: Page): Promise<void> {
  for (let presses = 0; presses < STOPS; presses += 1) {
    await page.keyboard.press('F7');
    const isGroup = await page.locator('[data-switch-group][data-switch-at="stop"]').count();
    if (isGroup > 0 && presses < STOPS / 2) await page.keyboard.press('F8');
  }
}

/** Of a state: what else must not be said, beside the words that were typed. */
const states: Readonly<Record<string, readonly string[]>> = {
  // A letter of the name.
  'resident-name': ['★'],
  'resident-name-digit': ['(0)', '(8)'],
  'resident-name-uncovered': ['ნ'],
  'resident-contact': ['★'],
  // What the year makes somebody, before and after it was changed.
  'resident-date-very-old': ['1909', '117', '1908', '118'],
  'resident-review': [],
  'resident-leave': [],
  'resident-idle': [],
};

/** What is typed while it is listened to; going on then tells what is wrong, or asks. */
const TYPED_WHILE_HEARD: Readonly<Record<string, readonly [field: string, typed: string]>> = {
  'resident-name': ['#answer-name', 'Zzebulon ★ Qquimby'],
  'resident-name-digit': ['#answer-name', 'Zzebulon 8quimby'],
  'resident-name-uncovered': ['#answer-name', 'ნინო Featherstone'],
  'resident-contact': ['#answer-emergencyName', 'Zzebulon ★ Qquimby'],
  'resident-date-very-old': ['#answer-birthYear', '1908'],
};

for (const [state, reckoned] of rowsOf(Object.entries(states), 1))
  test(`nothing of what was typed is said aloud: ${state}`, async ({ page }) => {
    await openResident(page, state, { switchKeys: 'f7-f8' });
    await listen(page);
    const [field, typed = ''] = TYPED_WHILE_HEARD[state] ?? [];
    if (field !== undefined) {
      await page.locator(field).fill(typed);
      await awake(page.locator(ONWARD));
      await page.locator(ONWARD).click();
    }
    await goOver(page);
    const heard = await heardOn(page);
    expect(heard.length).toBeGreaterThan(1);
    const words = [...OF_WILHELMINA, ...wordsOf(typed), ...reckoned];
    expect(spokenOf(heard, words)).toEqual([]);
    // It would be heard.
    for (const said of ['Name, Wilhelmina', ...reckoned.map((each) => `Check ${each}, then continue.`)]) {
      await page.locator('[data-live-announcer]').evaluate((speaker, text) => {
        speaker.textContent = text;
      }, said);
      expect(spokenOf(await heardOn(page), words)).toContain(said);
    }
  });

/** The forms of the letter that is held here. */
const OF_E = /[éèêëęěēė]/;

test('that a held letter has accents is said, and none of them', async ({ page }) => {
  await openResident(page, 'resident-name');
  const field = page.locator('#answer-name');
  await field.focus();
  await listen(page);
  // Down, and the repeats of a key that is held for as long as is set.
  const offered = page.locator('[data-accents="e"]');
  await expect(async () => {
    await page.keyboard.down('e');
    await expect(offered).toContainText('é', { timeout: 50 });
  }).toPass({ intervals: [50] });
  await page.keyboard.up('e');
  await expect.poll(() => heardOn(page)).toContainEqual(expect.stringContaining('Accents'));
  await page.keyboard.press('1');
  await expect(field).toHaveValue(/é$/);
  const formsIn = (heard: readonly string[]) => heard.filter((text) => OF_E.test(text));
  expect(formsIn(await heardOn(page))).toEqual([]);
  // It would be heard.
  await page.locator('[data-live-announcer]').evaluate((speaker) => {
    speaker.textContent = 'é 1';
  });
  expect(formsIn(await heardOn(page))).toEqual(['é 1']);
});

test('that something is wrong or asked is said, and what it is stands at the field for whoever goes there', async ({
  page,
}) => {
  await openResident(page, 'resident-date-very-old');
  await listen(page);
  await page.locator('#answer-birthYear').fill('1908');
  await page.locator(ONWARD).click();
  await expect(page.locator('main')).toContainText('118 years old');
  await expect.poll(() => heardOn(page)).toContainEqual(expect.stringContaining(CHECK));
  // Of each of its parts, and the focus is at one.
  for (const part of ['Day', 'Month', 'Year'])
    await expect(page.locator(`#answer-birth${part}`)).toHaveAccessibleDescription(/118 years old/);
  await openResident(page, 'resident-name-uncovered');
  await listen(page);
  await page.locator(ONWARD).click();
  const name = page.locator('#answer-name');
  await expect(name).toHaveAccessibleDescription(/ნ/);
  // Above it too, where the focus goes by itself; a screen reader says its name.
  const above = page.getByRole('group', { name: 'There is a problem' });
  await expect(above).toBeFocused();
  await expect(above).toContainText('ნ');
  await above.getByRole('button', { name: /ნ/ }).click();
  await expect(name).toBeFocused();
  // What repeats nothing is said as it is seen.
  await openResident(page, 'resident-date-wrong');
  await expect(page.getByRole('alert')).toContainText('That date doesn’t exist');
});
