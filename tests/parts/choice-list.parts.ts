import { expect, test } from './browser.ts';

test('nothing is taken for granted, and the arrow keys choose', async ({ page, stage }) => {
  await stage('choice-list');
  await expect(page.getByRole('group', { name: 'Where are keys kept?' })).toBeVisible();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'In memory' })).toBeFocused();
  await page.keyboard.press(' ');
  await expect(page.getByRole('radio', { name: 'In memory' })).toBeChecked();
  // Over the one that cannot be chosen, backwards.
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: 'On paper' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'On paper' })).toHaveAccessibleDescription('Slow.');
});

test('what cannot be chosen is reached, says why, and is not chosen', async ({ page, stage }) => {
  await stage('choice-list');
  const memory = page.getByRole('radio', { name: 'In memory' });
  const sealed = page.getByRole('radio', { name: 'On the disk' });
  await page.getByText('In memory').click();
  await page.keyboard.press('ArrowDown');
  await expect(sealed).toBeFocused();
  await expect(sealed).toHaveAttribute('aria-disabled', 'true');
  await expect(sealed).toHaveAccessibleDescription('This disk keeps old copies.');
  await expect(sealed).not.toBeChecked();
  await expect(memory).toBeChecked();
});

test('every choice can be pressed on its whole row of at least 44 px, and shows its number where that chooses it', async ({
  page,
  stage,
}) => {
  await stage('choice-list');
  const rows = page.getByRole('group').locator('label');
  await expect(rows).toHaveText(['In memory1', 'On the disk', 'On paper3']);
  const heights = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  // At its end, far from the circle.
  const { width, height } = (await rows.last().boundingBox()) ?? { width: 0, height: 0 };
  await rows.last().click({ position: { x: width - 4, y: height / 2 } });
  await expect(page.getByRole('radio', { name: 'On paper' })).toBeChecked();
});

test('the one that is chosen to begin with has the focus, arrows go round, Enter sends the form', async ({
  page,
  stage,
}) => {
  await stage('name-list');
  const anselm = page.getByRole('radio', { name: 'Anselm Brightwater' });
  const marisol = page.getByRole('radio', { name: 'Marisol Tidewater' });
  await expect(marisol).toBeFocused();
  // Its number is nobody's key here, and so it is not shown.
  await expect(page.getByRole('group').locator('label')).toHaveText([
    'Anselm Brightwater',
    'Marisol Tidewater',
  ]);
  await page.keyboard.press('ArrowDown');
  await expect(anselm).toBeChecked();
  await expect(anselm).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('heard')).toHaveText('sent Anselm Brightwater');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Send' })).toBeFocused();
});

test('a number chooses, and takes the focus along', async ({ page, stage }) => {
  await stage('choice-list');
  await expect(page.getByRole('radio', { name: 'In memory' })).toBeFocused();
  await page.keyboard.press('3');
  await expect(page.getByRole('radio', { name: 'On paper' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'On paper' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('heard')).toHaveText('confirmed paper');
});

test('the ring around the choice at hand lies over no other one', async ({ page, stage }) => {
  await stage('choice-list');
  await expect(page.getByRole('radio', { name: 'In memory' })).toBeFocused();
  const rows = page.getByRole('group').locator(':scope > div');
  await expect(rows).toHaveCount(3);
  const { ring, gap } = await rows.first().evaluate((row) => {
    const { outlineOffset, outlineWidth } = getComputedStyle(row);
    const next = row.nextElementSibling?.getBoundingClientRect().top ?? Number.NaN;
    return {
      ring: Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth),
      gap: next - row.getBoundingClientRect().bottom,
    };
  });
  expect(ring).toBeGreaterThan(3);
  expect(gap).toBeGreaterThan(ring);
});
