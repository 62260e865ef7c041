import { expect, test } from './browser.ts';

test('while a legal hold stands, the check of the tray has no card destroyed without counsel', async ({
  page,
  show,
}) => {
  const screen = page.locator('main[data-screen="tray-check"]');
  const destroying = async (): Promise<readonly string[]> => {
    await expect(screen.getByRole('listitem').first()).toBeVisible();
    const told = await screen.locator('p, li').allInnerTexts();
    return told.flatMap((text) => text.split('.')).filter((sentence) => /destroy/i.test(sentence));
  };
  for (const [state, sentences] of [
    ['tray-check-held', 1],
    ['tray-check-held-mixed', 1],
    ['tray-check-held-late-mixed', 2],
  ] as const) {
    await show(state);
    const told = await destroying();
    expect(told).toHaveLength(sentences);
    for (const sentence of told) expect(sentence).toMatch(/ask counsel before you destroy it/i);
    await expect(screen).toContainText('into a dated envelope');
  }
  await show('tray-check');
  expect((await destroying()).join()).toContain('Destroy every card you find there');
});

test('the check of the tray says each thing once, and its button is also about the inside of the printer', async ({
  page,
  show,
}) => {
  const screen = page.locator('main[data-screen="tray-check"]');
  for (const state of ['tray-check', 'tray-check-power', 'tray-check-expired', 'tray-check-held']) {
    await show(state);
    const button = screen.locator('[aria-keyshortcuts="F8"]');
    await expect(button, state).toContainText('I checked. No card is left');
    const told = (await screen.textContent()) ?? '';
    expect(told.match(/hand(ed)? (it )?over/g), state).toHaveLength(1);
    expect(told.match(/anymore/g), state).toHaveLength(1);
  }
});

test('before signing in, everyone reads that the tray must be checked, and nobody that its cards are to be destroyed', async ({
  page,
  show,
}) => {
  const screen = page.locator('main[data-screen="sign-in"]');
  await show('sign-in-notices');
  await expect(screen).toContainText('The printer’s tray must be checked.');
  await expect(screen).not.toContainText('destroy');
});
