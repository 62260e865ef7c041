import type { Locator } from '@playwright/test';
import { expect, fontsLoaded, test } from './browser.ts';

test('Tab goes through the buttons of a table row by row, and each says whom it is about', async ({
  page,
  stage,
}) => {
  await stage('members-table');
  const [first, second] = ['Anselm Brightwater', 'Marisol Tidewater'];
  const names = [
    `Unlock sign-in : ${first}`,
    `New passphrase… : ${first}`,
    `Remove… : ${first}`,
    `New passphrase… : ${second}`,
  ];
  await page.getByRole('button').first().waitFor();
  for (const name of names) {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name, exact: true })).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press(' ');
  await expect(page.getByTestId('heard')).toHaveText(`reset ${second} remove ${first}`);
});

test('a cell is read with the head of its row and of its column', async ({ page, stage }) => {
  await stage('members-table');
  const row = page.getByRole('row', { name: 'Quentin Umberfield' });
  await expect(row.getByRole('rowheader')).toHaveText('Quentin Umberfield');
  await expect(page.getByRole('columnheader')).toHaveText(['Name', 'Role', 'State', 'Actions']);
  await expect(page.getByRole('row').last()).toContainText('4 people');
});

/** Where the words within a cell stand, whatever room the cell has. */
async function wordsIn(cell: Locator): Promise<{ left: number; right: number; height: number }> {
  return await cell.evaluate((at) => {
    const range = document.createRange();
    range.selectNodeContents(at);
    const { left, right, height } = range.getBoundingClientRect();
    return { left, right, height };
  });
}

test('figures stand clear of the words before and behind them, and the line below the table does not break', async ({
  page,
  show,
}) => {
  await show('supervisor-hold-in-force');
  const row = page.locator('[data-hold]').first();
  await row.waitFor();
  await fontsLoaded(page);
  const [reason, kept, keys, intake] = await Promise.all(
    [3, 4, 5, 6].map((at) => wordsIn(row.locator('th, td').nth(at))),
  );
  expect((kept?.left ?? 0) - (reason?.right ?? Number.NaN)).toBeGreaterThan(40);
  expect((intake?.left ?? 0) - (keys?.right ?? Number.NaN)).toBeGreaterThan(20);
  const total = await wordsIn(page.locator('tfoot th'));
  expect(total.height).toBeGreaterThan(0);
  expect(total.height).toBeLessThan(40);
});
