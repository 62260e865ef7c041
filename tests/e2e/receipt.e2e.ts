import type { Page } from '@playwright/test';
import { CLERK, pageKeyboard, receiptOn, SUPERVISOR, waitForScreen } from '../../build/kiosk/clerk.ts';
import { expectAccessible, expectUsableAtDoubleText } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { endThroughCore, getState, tellCore } from '../support/kiosk/core-calls.ts';
import { nextStart } from '../support/kiosk/endings.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture, wouldPrint } from '../support/kiosk/pictures.ts';
import { openSection, press, signInAs, signOut } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { wordsIn } from '../support/paper/paper-words.ts';
import { expect, test } from './fixtures.ts';

/** By keys: the supervisor's printers, what the printer is for, its address, and the choice. */
async function chooseByKeys(page: Page, address: string): Promise<void> {
  await page.locator('input[name="printer-role"][value="card"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(page.locator('#printer-address')).toBeFocused();
  await pageKeyboard(page).type(address);
  await pageKeyboard(page).press('Enter');
  await page.locator('[data-inspection][data-role="ordinary"][data-usable="true"]').waitFor();
}

// About 12 s.
test('an ordinary printer is chosen by keys; then F7 prints the receipt as one page that belongs to nobody', async ({
  peers,
  openKiosk,
}) => {
  const [printer, cardsOnly] = await Promise.all([
    peers.printer({ attributes: 'no-card-size', keepDocument: true }),
    peers.printer(),
  ]);
  const kiosk = await openKiosk();
  const session = await kiosk.signedIn();
  await signOut(session.page);
  await signInAs(session.page, SUPERVISOR);
  await openSection(session.page, 'printer');
  await expect(session.page.locator('[data-ordinary-printer="none"]')).toContainText(
    'only appear on the screen',
  );

  await chooseByKeys(session.page, printer.uri);
  await expectAccessible(session.page, 'printer section, an ordinary printer that can be used');
  await keepPicture(session.page, 'ordinary-printer-inspected');
  await press(session.page, 'Use this printer for receipts, slips, and day sheets');
  await session.page.locator('[data-entry-made="ordinary-printer-chosen"]').waitFor();
  await session.page.locator(`[data-ordinary-printer="${printer.uri}"]`).waitFor();
  await expectAccessible(session.page, 'printer section, an ordinary printer chosen');
  await expectUsableAtDoubleText(session.page, 'printer section', 'Stop using this printer');
  await keepPicture(session.page, 'ordinary-printer-chosen');
  expect((await getState(session.page)).status.printer.driver, 'cards are printed where they were').toBe(
    'virtual',
  );

  await pageKeyboard(session.page).press('Escape');
  await waitForScreen(session.page, 'start');
  await signOut(session.page);
  await signInAs(session.page, CLERK);
  await bringTo('named', session.page, WILHELMINA);
  expect(await wouldPrint(session.page), 'of a screen nothing gets to paper').toBe(false);
  await pageKeyboard(session.page).press('F12');
  const { page } = await nextStart(kiosk, session);
  const { day, kiosk: kioskName, signature } = await receiptOn(page);
  printer.setMode('media-empty');
  await pageKeyboard(page).press('F7');
  await page.locator('[data-paper-trouble="media-empty"]').waitFor();
  await expect(page.locator('[data-paper]')).toContainText('out of paper');
  await expectAccessible(page, 'start, the ordinary printer is out of paper');
  await keepPicture(page, 'receipt-out-of-paper');
  printer.setMode('ok');
  await page.locator('[data-paper-ending="in-tray"]').waitFor();
  await expect(page.locator('[data-paper]')).toContainText('Printed.');
  expect(printer.cards()).toMatchObject([{ faces: 1, pages: 1 }]);
  const paper = wordsIn(printer.lastDocument() ?? Buffer.alloc(0));
  for (const part of [
    'The city keeps',
    'This kiosk’s signature',
    kioskName,
    day.slice(0, 4),
    'Found none',
    'destroyed',
  ]) {
    expect(paper).toContain(part);
  }
  for (const part of [...WILHELMINA.name.split(/[ -]/), WILHELMINA.emergencyName, signature, 'Start']) {
    expect(paper).not.toContain(part);
  }
  expect(paper, 'no ticket, no entry of the ledger, no time of day').not.toMatch(
    /ticket|entry|sequence|[0-9]{1,2}:[0-9]{2}|[ap]m\b/i,
  );

  await signOut(page);
  await signInAs(page, SUPERVISOR);
  await openSection(page, 'printer');
  await chooseByKeysRefused(page, cardsOnly.uri);
  await press(page, 'Stop using this printer');
  await page.locator('[data-ordinary-printer="none"]').waitFor();
  await page.locator('[data-entry-made="ordinary-printer-chosen"]').waitFor();
});

/** A printer without paper is shown with what it lacks, and cannot be chosen. */
async function chooseByKeysRefused(page: Page, address: string): Promise<void> {
  await page.locator('input[name="printer-role"][value="card"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.locator('#printer-address').focus();
  await pageKeyboard(page).type(address);
  await pageKeyboard(page).press('Enter');
  await expect(page.locator('[data-missing]')).toHaveAttribute('data-missing', 'no-paper-size');
  await expectAccessible(page, 'printer section, an ordinary printer that cannot be used');
}

test(
  'without an ordinary printer the receipt is on the screen only, and the screen says who can choose one',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const session = await kiosk.signedIn();
    await tellCore(session.page, 'startApplication');
    await endThroughCore(session.page, 'endWithoutCard', { outcome: 'withdrawn' });
    const { page } = await nextStart(kiosk, session);
    await expect(page.locator('[data-search="searched"]')).toHaveText(
      /^Searched up to 100 files \(10 MB\) for the applicant’s details\. Found none\.$/,
    );
    await pageKeyboard(page).press('F3');
    await expect(page.locator('[data-erasure-done]')).toBeVisible();
    await expect(page.locator('[data-erasure-done]')).toContainText('is destroyed.');
    await expect(page.locator('[data-paper="screen-only"]')).toHaveText(
      'No ordinary printer (for paper) is set up. Ask a supervisor.',
    );
    await expect(page.getByRole('button', { name: 'Print receipt' })).toHaveCount(0);
    await pageKeyboard(page).press('F7');
    await expect(page.locator('[data-paper="screen-only"]')).toBeVisible();
    await expectAccessible(page, 'start, a receipt only appears on the screen');
    await keepPicture(page, 'start-with-receipt');
  },
);
