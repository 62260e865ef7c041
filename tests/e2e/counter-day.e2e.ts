import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pageKeyboard, SUPERVISOR, waitForScreen, waitForStart } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { chooseOrdinaryPrinter } from '../support/kiosk/chosen-printer.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { getState, tellCore } from '../support/kiosk/core-calls.ts';
import { ledgerCommand } from '../support/kiosk/ledger-command.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { openSection } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { wordsIn } from '../support/paper/paper-words.ts';
import { expect, test } from './fixtures.ts';

async function openTheDay(page: Page): Promise<void> {
  await openSection(page, 'day');
  await page.locator('#open-day').focus();
  await pageKeyboard(page).type('480');
  await pageKeyboard(page).press('Enter');
  await page.locator('[data-entry-made="day-opened"]').waitFor();
}

/** Into the field of the form that closes the day. */
async function countBlanks(page: Page, blanks: string): Promise<void> {
  await page.locator('#blanks-now').focus();
  await pageKeyboard(page).type(blanks);
}

// About 10 s.
// `electron/keeper/counter-day` opens and closes it with a real keeper, tests/parts has its screens.
test(
  'the day: opened, closed by keys with a difference and its reason, and its printed sheet checks the ledger',
  LONG,
  async ({ peers, openKiosk }, testInfo) => {
    const printer = await peers.printer({ attributes: 'no-card-size', keepDocument: true });
    const kiosk = await openKiosk({});
    const { page } = await kiosk.signedIn();
    const keys = pageKeyboard(page);
    await chooseOrdinaryPrinter(page, printer.uri);
    await waitForStart(page);
    await openTheDay(page);
    await tellCore(page, 'printTestCard');
    await expect
      .poll(async () => (await getState(page)).status.printer.testCard?.ending?.kind, { timeout: 60_000 })
      .toBe('in-tray');
    await page.locator('#blanks-now').waitFor();
    await countBlanks(page, '478');
    await expect(page.locator('#blanks-now-note')).toContainText('479 expected: 1 too few.');
    await expectAccessible(page, 'supervisor, day, a difference');
    await page.locator('[name="blanks-reason"][value="missing"]').focus();
    await page.keyboard.press('Space');
    await page.locator('#blanks-now').focus();
    await keys.press('Enter');
    const sheet = page.locator('[data-shown-day-sheet]');
    await sheet.waitFor();
    await expect(page.locator('[data-entry-made="day-closed"]')).toBeVisible();
    await expect(sheet).toContainText('478, 1 too few (missing)');
    await expect(page.getByRole('button', { name: 'Print day sheet' })).toBeFocused();
    await keepPicture(page, 'supervisor-day-closed');
    await keys.press('Enter');
    await sheet.locator('[data-paper-ending="in-tray"]').waitFor();
    const paper = wordsIn(printer.lastDocument() ?? Buffer.alloc(0)).replace(/\s+/gu, ' ');
    for (const line of await sheet.locator('dt, dd').allInnerTexts()) expect(paper).toContain(line);
    for (const line of ['Closed by (name, signature)', 'Checked by (name, signature)'])
      expect(paper).toContain(line);
    expect(paper).not.toContain(SUPERVISOR.name);

    const code = (await sheet.locator('dd').last().textContent()) ?? '';
    await kiosk.keeper().stop();
    const copy = testInfo.outputPath('copy-of-the-ledger.db');
    copyFileSync(join(kiosk.dataFolder, 'ledger.db'), copy);
    expect(await ledgerCommand('verify', copy, '--checkpoint', code)).toEqual({
      code: 0,
      says: expect.stringContaining('it agrees with the checkpoint at entry'),
    });
  },
);

// That what is open ends and is proven gone is in electron/keeper/counter-day.
test(
  'packing up: asked once, with the number that ends; nobody new is served until the day is opened',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk({});
    const first = await kiosk.signedIn();
    await bringTo('documents', first.page, WILHELMINA);
    await pageKeyboard(first.page).press('F6');
    const { page } = await kiosk.shown(first);
    await waitForStart(page);
    const keys = pageKeyboard(page);
    await tellCore(page, 'signIn', SUPERVISOR);
    await openSection(page, 'day');
    await page.getByRole('button', { name: 'Pack up…' }).focus();
    await keys.press('Enter');
    await expect(page.locator('[data-ending="1"]')).toContainText('1 open application ends');
    await expectAccessible(page, 'supervisor, day, packing up');
    const end = page.getByRole('button', { name: 'End all and pack up' });
    await expect(end).toHaveAttribute('data-asleep', 'false');
    await end.focus();
    await keys.press('Enter');
    await page.locator('[data-packing="done"]').waitFor();
    await expect(page.locator('[data-entry-made="packed-up"]')).toBeVisible();
    await keepPicture(page, 'supervisor-packed-up');
    // No day was open, so none was closed with a sheet.
    await page.getByRole('button', { name: 'Make day sheet' }).focus();
    await keys.press('Enter');
    await expect(page.locator('[data-shown-day-sheet]')).toContainText('no day open');
    await keys.press('Escape');
    // Nobody may begin.
    await waitForScreen(page, 'start');
    await expect(page.locator('#start-note')).toContainText('The kiosk is packed up.');
    await openTheDay(page);
    await keys.press('Escape');
    await waitForStart(page);
    await expect(page.locator('#start-note')).not.toContainText('packed up');
  },
);
