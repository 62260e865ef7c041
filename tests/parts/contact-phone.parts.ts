import type { Locator } from '@playwright/test';
import { expect, test } from './browser.ts';
import { openResident } from './open-resident.ts';
import { rowsOf } from './rows.ts';

/** The groups of digits in it, from the left, as they are drawn. */
function drawnDigits(line: Locator): Promise<readonly string[]> {
  return line.evaluate((element) => {
    const groups: { readonly digits: string; readonly left: number }[] = [];
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
      for (const found of (text.textContent ?? '').matchAll(/\+?\d+/g)) {
        const range = document.createRange();
        range.setStart(text, found.index);
        range.setEnd(text, found.index + found[0].length);
        groups.push({ digits: found[0], left: range.getBoundingClientRect().left });
      }
    return groups.toSorted((one, other) => one.left - other.left).map(({ digits }) => digits);
  });
}

const IN_ORDER = ['+1', '555', '010', '0123'];

test('a phone number keeps its order beside a name in Arabic letters: on the review, in both directions', async ({
  page,
}) => {
  for (const language of rowsOf(['ar', 'en'] as const, 1)) {
    await openResident(page, 'resident-review-counter', { language });
    const line = page.locator('[data-line="emergencyContact"] dd').first();
    await expect(line).toHaveText(/\p{Script=Arabic}/u);
    expect(await drawnDigits(line), language).toEqual(IN_ORDER);
  }
});

test('a phone number keeps its order beside a name in Arabic letters: where a clerk reads it back', async ({
  page,
  show,
}) => {
  await show('check-ten-lines');
  const line = page.locator('[data-read-back="emergencyContact"]');
  await expect(line).toHaveText(/\p{Script=Arabic}/u);
  expect(await drawnDigits(line)).toEqual(IN_ORDER);
});
