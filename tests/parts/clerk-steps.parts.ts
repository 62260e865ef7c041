import { LONG } from '../support/long.ts';
import { expect, fontsLoaded, test } from './browser.ts';
import { rowsOf } from './rows.ts';

test('a card detail that can’t be printed is named at the review, and its button leads to its field', async ({
  page,
  show,
}) => {
  await show('check-unprintable');
  await expect(page.getByRole('alert')).toContainText('Name on the card: Enter the name for the card.');
  await expect(page.getByText('Turn the screen')).toHaveCount(0);
  const change = page.getByRole('button', { name: 'Change Name on the card' });
  await expect(change).toBeFocused();
  // Nothing says that the details are done, or that Enter prints.
  const details = page.getByRole('navigation', { name: 'Steps' }).getByRole('listitem').first();
  await expect(details).not.toContainText('✓');
  const bar = page.getByRole('region', { name: 'On every step' });
  await expect(bar).toContainText('retake photo');
  await expect(bar).not.toContainText('print');
  await change.click();
  await page.locator('main[data-screen="answers"]').waitFor();
  await expect(page.locator('#answer-name')).toBeFocused();
  // The positive control.
  await show('check');
  await expect(details).toContainText('✓');
  await expect(bar).toContainText('print');
});

test('where another fee was paid, each button says what was done with the money', async ({ page, show }) => {
  const fee = page.locator('[data-fee]');
  for (const [state, names] of rowsOf(
    [
      ['check-fee-less', ['Gave back $5.00', 'All $15.00 given back']],
      ['check-fee-more', ['Received $5.00 more', 'All $5.00 given back']],
      ['check-fee-back', ['Gave back $10.00']],
    ] as const,
    1,
  )) {
    await show(state);
    await expect(fee).toHaveAttribute('data-fee', 'paid-for-another');
    const buttons = fee.getByRole('button');
    await expect(buttons, state).toHaveCount(names.length);
    for (const [index, name] of names.entries()) await expect(buttons.nth(index), state).toContainText(name);
  }
});

test('an answer that is in no list is shown as it is, and “Not on the card” can be chosen instead', async ({
  page,
  show,
}) => {
  await show('answers-not-listed');
  const gender = page.locator('#answer-gender');
  await expect(gender).toHaveValue('of another list');
  await expect(gender.locator('option:checked')).toHaveText('of another list');
  await expect(gender).toHaveAttribute('aria-invalid', 'true');
  await gender.selectOption({ label: 'Not on the card' });
  await expect(gender).toHaveAttribute('aria-invalid', 'false');
  await expect(gender.locator('option[disabled]')).toHaveCount(0);
});

test('a kept photo is shown and gone on with once it is there', async ({ page, show }) => {
  const onward = page.getByRole('button', { name: 'Keep photo' });
  await show('photo-kept-loading');
  await expect(page.getByText('Loading the photo…')).toBeVisible();
  await expect(onward).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText('Show it to the applicant')).toBeHidden();
  await fontsLoaded(page);
  const place = await onward.boundingBox();
  expect(place).not.toBeNull();
  // The positive control; and nothing moved under the finger when the photo came.
  await show('photo-kept');
  await expect(onward).toHaveAttribute('aria-disabled', 'false');
  await expect(page.getByText('Show it to the applicant')).toBeVisible();
  await fontsLoaded(page);
  expect(await onward.boundingBox()).toEqual(place);
});

test('the bar below the photo names the keys that do something: of a camera, of none, of a kept photo', async ({
  page,
  show,
}) => {
  const bar = page.getByRole('region', { name: 'On every step' });
  for (const [state, keys] of rowsOf(
    [
      ['photo', ['Space', 'Esc', 'F1']],
      ['photo-denied', ['F2', 'Esc', 'F1']],
      ['photo-kept', ['Enter', 'R', 'Esc', 'F1']],
    ] as const,
    1,
  )) {
    await show(state);
    await page.locator('html[data-done]').waitFor();
    await expect(bar.locator('kbd'), state).toHaveText([...keys]);
  }
});

test('who is too young is told nothing of a caretaker', async ({ page, show }) => {
  await show('documents-too-young');
  await expect(page.getByRole('alert')).toContainText('Cards are for people 14 and older');
  await expect(page.locator('[data-caretaker-step]')).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Steps' })).not.toContainText('Caretaker');
  await expect(page.locator('[data-proven]')).toHaveCount(0);
  // The positive control: a child who is old enough.
  await show('documents-of-child');
  await expect(page.getByRole('navigation', { name: 'Steps' })).toContainText('Caretaker');
  await expect(page.locator('[data-proven]')).not.toHaveCount(0);
});

// `renderer/wording/application/documents.test.ts` says the same of the words.
test(
  'what is still needed is listed in the middle of a sentence, and the fastest way stands in one piece',
  LONG,
  async ({ page, show }) => {
    await show('documents-refused');
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('Still needed: photo, birth date, home address.');
    await expect(alert.getByText(/^Fastest: /)).toHaveCSS('display', 'inline-block');
  },
);

test('no card is found where nothing was ever sent to a printer', async ({ page, show }) => {
  await show('print-no-card');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Card found' })).toHaveCount(0);
  await expect(page.getByText('card found')).toHaveCount(0);
  // The positive control.
  await show('print-no-card-earlier');
  await expect(page.getByRole('button', { name: 'Card found' })).toBeVisible();
});

test('where a printer may be another device, nothing leads to printing there again', async ({
  page,
  show,
}) => {
  const again = page.getByRole('button', { name: 'Try again' });
  await show('no-card-certificate-changed');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(again).toHaveAttribute('data-main', 'false');
  // The positive control.
  await show('no-card-busy');
  await expect(again).toBeFocused();
  await expect(again).toHaveAttribute('data-main', 'true');
});

test('nothing of an application that is being erased is on the screen, nor opened by a key', async ({
  page,
  show,
}) => {
  const card = page.getByRole('complementary', { name: 'The card' });
  const steps = page.getByRole('navigation', { name: 'Steps' });
  await show('erasing');
  await expect(page.getByRole('heading', { name: 'Erasing the application' })).toBeVisible();
  await expect(card.locator('img, [data-preview], [data-held-until]')).toHaveCount(0);
  await expect(card).toContainText('issued');
  await expect(steps.getByRole('listitem').first()).toBeHidden();
  await page.keyboard.press('F4');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // The positive control.
  await show('hand-over');
  await expect(card.locator('img')).toHaveCount(2);
  await expect(steps.getByText('Handoff')).toBeVisible();
  await page.keyboard.press('F4');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('after a spoiled card each way has a key: F7 prints, C corrects, R retakes the photo', async ({
  page,
  show,
}) => {
  for (const [state, name, key, screen] of rowsOf(
    [
      ['print-spoiled', 'Correct a detail', 'C', 'answers'],
      ['print-spoiled', 'Retake photo', 'R', 'photo'],
      ['print-spoiled-details', 'Correct a detail', 'C', 'answers'],
    ] as const,
    2,
  )) {
    await show(state);
    const way = page.getByRole('button', { name });
    await expect(way).toHaveAttribute('aria-keyshortcuts', key);
    await expect(way).toHaveAttribute('data-asleep', 'false');
    await page.keyboard.press(key.toLowerCase());
    await page.locator(`main[data-screen="${screen}"]`).waitFor();
  }
  await show('print-spoiled');
  const reprint = page.getByRole('button', { name: 'Reprint same card' });
  await expect(reprint).toHaveAttribute('aria-keyshortcuts', 'F7');
  await expect(reprint).toHaveAttribute('data-asleep', 'false');
  await page.keyboard.press('F7');
  await expect(page.getByRole('heading', { name: 'The card was counted as spoiled' })).toHaveCount(0);
});

test('the C that opens the card details types nothing there while it is held', async ({ page, show }) => {
  await show('print-spoiled');
  const name = page.locator('#answer-name');
  await expect(page.getByRole('button', { name: 'Correct a detail' })).toHaveAttribute(
    'data-asleep',
    'false',
  );
  await page.keyboard.down('c');
  await expect(name).toBeFocused();
  const before = await name.inputValue();
  for (let repeat = 0; repeat < 3; repeat += 1) await page.keyboard.down('c');
  await page.keyboard.up('c');
  await expect(name).toHaveValue(before);
  // The positive control.
  await page.keyboard.press('x');
  await expect(name).toHaveValue(`${before}x`);
});

test('the camera is tried again by its key', async ({ page, show }) => {
  await show('photo-denied');
  const notice = page.getByRole('alert');
  await expect(notice.getByRole('button', { name: 'Try again' })).toHaveAttribute('aria-keyshortcuts', 'F2');
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = async () => document.createElement('canvas').captureStream();
  });
  await page.keyboard.press('F2');
  await expect(notice).toHaveCount(0);
});

// `renderer/wording/application/documents.test.ts` says the same of the words.
test(
  'beside each document stands its list or its points, where the rule has them',
  LONG,
  async ({ page, show }) => {
    const counts = page.locator('[data-counts]');
    for (const [state, words] of rowsOf(
      [
        ['documents-points', /^2\spoints$/],
        ['documents-one-or-two', /^List\s[AB]$/],
        ['documents-primary', /^(Primary|Secondary)$/],
      ] as const,
      1,
    )) {
      await show(state);
      await expect(counts.first(), state).toBeVisible();
      for (const told of await counts.allTextContents()) expect(told, state).toMatch(words);
    }
    await show('documents');
    await page.locator('main fieldset').first().waitFor();
    await expect(counts).toHaveCount(0);
  },
);

test('the lock over a step that was opened once more takes no way back from it, for Enter and for Esc', async ({
  page,
  show,
}) => {
  for (const key of rowsOf(['Enter', 'Escape'], 1)) {
    await show('check');
    await page
      .getByRole('button', { name: /^Change/ })
      .first()
      .click();
    await page.locator('main[data-screen="answers"] :is(input, select):focus').waitFor();
    await page.keyboard.press('F10');
    await page.locator('main[data-screen="screen-locked"] #passphrase:focus').waitFor();
    await page.keyboard.type('any four words here');
    await page.keyboard.press('Enter');
    await page.locator('main[data-screen="answers"] :is(input, select):focus').waitFor();
    await page.keyboard.press(key);
    await page.locator('main[data-screen="check"]').waitFor();
  }
});

test('what an applicant left open is named above the form, marked in it, and has the focus', async ({
  page,
  show,
}) => {
  const marked = page.locator('main input[aria-invalid="true"]');
  await show('answers-handed-back');
  await expect(page.locator('[data-hand-back="unfinished"]')).toContainText('Birth date');
  await expect(marked.first()).toBeFocused();
  await expect(marked.first()).toHaveAttribute('id', /^answer-birth/);
  // The control: the same answers, which no applicant has typed.
  await show('answers-in-polish');
  await expect(page.locator('#answer-name')).toBeFocused();
  await expect(marked).toHaveCount(0);
});

test('who has typed nothing is not told to check what they typed', async ({ page, show }) => {
  await show('print-malformed');
  await expect(page.getByRole('alert')).toContainText('The kiosk can’t do this as it is. Try again.');
  await expect(page.getByRole('alert')).not.toContainText('typed');
});

test('a letter that is changed after the review leaves documents and photo their check marks, and the review can be opened from there', async ({
  page,
  show,
}) => {
  await show('details-reopened');
  await page.locator('html[data-done]').waitFor();
  const steps = page.getByRole('navigation', { name: 'Steps' });
  const step = (name: string) => steps.getByRole('listitem').filter({ hasText: name });
  await expect(steps.getByRole('button', { name: 'Photo' })).toHaveCount(1);
  await page.locator('#answer-name').fill('Wilhelmina Featherstone-Okonkwos');
  // The application has its whole way before it again.
  await expect(steps.getByRole('button', { name: 'Photo' })).toHaveCount(0);
  await expect(step('Documents')).toContainText('✓');
  await expect(step('Photo')).toContainText('✓');
  await expect(page.getByText('opens a step')).toBeVisible();
  await expect(page.getByRole('region', { name: 'On every step' })).toContainText('keeps the change');
  // Of whom the documents say nothing any more they have none.
  await page.locator('#answer-birthYear').fill('2017');
  await expect(step('Documents')).not.toContainText('✓');
  await expect(step('Photo')).toContainText('✓');
  await page.locator('#answer-birthYear').fill('1990');
  await expect(step('Documents')).toContainText('✓');
  await steps.getByRole('button', { name: 'Review' }).click();
  await page.locator('main[data-screen="check"]').waitFor();
  await expect(page.locator('[data-read-back="name"]')).toContainText('Okonkwos');
});
