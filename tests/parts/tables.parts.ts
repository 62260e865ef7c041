import { expect, test } from './browser.ts';

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
