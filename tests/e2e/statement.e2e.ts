import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pageKeyboard, waitForScreen } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { chooseOrdinaryPrinter } from '../support/kiosk/chosen-printer.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { askCore } from '../support/kiosk/core-calls.ts';
import { nextStart } from '../support/kiosk/endings.ts';
import { ledgerCommand } from '../support/kiosk/ledger-command.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { openSection, press } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

/** Has a statement made by keys, and opens what it says of open applications. */
async function make(page: Page): Promise<void> {
  await press(page, 'Make custody statement');
  const shown = page.locator('[data-shown-statement]');
  await shown.waitFor();
  await expect(shown.locator('h3')).toBeFocused();
  await expect(page.locator('[data-entry-made="statement-made"]')).toBeVisible();
  await expect(shown).not.toContainText('VOID');
  await shown.locator('summary', { hasText: 'Open applications' }).focus();
  await pageKeyboard(page).press('Enter');
}

function openOnes(page: Page) {
  return page.locator('[data-shown-statement] details[open] dd').first();
}

/** Written to the stick; answers the fingerprint that the command says it was signed by. Whose it is, nobody told it. */
async function saveAndCheck(page: Page, stick: string): Promise<string> {
  await press(page, 'Save statement to USB drive');
  const told = page.locator('[data-file$=".json"]');
  await told.waitFor();
  const path = join(stick, (await told.getAttribute('data-file')) ?? '');
  const { code, says } = await ledgerCommand('statement', path);
  expect([code, says]).toEqual([2, expect.stringContaining('The signature holds')]);
  return /key ((?:[0-9a-f]{4} ?){8})/.exec(says)?.[1]?.trim() ?? '';
}

// About 10 s.
// `electron/keeper/statement` makes, saves and prints it with a real keeper; `build/ledger` checks it.
test(
  'a custody statement with one open application, and then with none: made, printed, saved and verified',
  LONG,
  async ({ peers, openKiosk }, testInfo) => {
    const printer = await peers.printer({ attributes: 'no-card-size', keepDocument: true });
    const stick = testInfo.outputPath('stick');
    mkdirSync(stick, { recursive: true });
    const kiosk = await openKiosk({ exportFolder: stick });
    const session = await kiosk.signedIn();
    const keys = await bringTo('documents', session.page, WILHELMINA);
    await keys.press('F6');
    const next = await kiosk.shown(session);
    const { page } = next;
    await page.locator('[data-last-ending="put-aside"]').waitFor();
    // Signs the supervisor in as well.
    await chooseOrdinaryPrinter(page, printer.uri);
    await openSection(page, 'statement');
    await make(page);
    await expect(openOnes(page)).toHaveText('1');
    await expectAccessible(page, 'supervisor, custody statement');
    await keepPicture(page, 'supervisor-statement');
    const key = await saveAndCheck(page, stick);
    await press(page, 'Print statement');
    await page.locator('[data-paper-ending="in-tray"]').waitFor();
    const [printed] = printer.cards();
    expect(printed?.pages).toBeGreaterThan(1);
    // From the paper alone, by the code that stands beside the picture of it.
    const code = await page.evaluate(
      () => document.querySelector('[data-statement-code]')?.textContent ?? '',
    );
    expect(await ledgerCommand('statement', code, '--key', key)).toEqual({
      code: 0,
      says: expect.stringContaining('It is the key that was given'),
    });

    await pageKeyboard(page).press('Escape');
    await waitForScreen(page, 'start');
    expect(await askCore(page, 'openApplication', { ticket: 1 })).toMatchObject({ ok: true });
    await waitForScreen(page, 'answers');
    await pageKeyboard(page).press('F4');
    await page.getByRole('dialog').waitFor();
    await pageKeyboard(page).press('Tab');
    await pageKeyboard(page).press('Enter');
    const after = await nextStart(kiosk, next);
    await openSection(after.page, 'statement');
    await make(after.page);
    await expect(openOnes(after.page)).toHaveText('0');
    expect(await saveAndCheck(after.page, stick)).toBe(key);
  },
);
