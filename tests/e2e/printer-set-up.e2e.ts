import type { Page } from '@playwright/test';
import { pageKeyboard, SUPERVISOR, waitForScreen } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { getState } from '../support/kiosk/core-calls.ts';
import { startCountingServer } from '../support/kiosk/counting-server.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { openSection, press, signInAs, signOut } from '../support/kiosk/staff-at-the-kiosk.ts';
import type { TestKiosk } from '../support/kiosk/test-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

/** A kiosk whose supervisor has opened the section of the printer. */
async function atThePrinterSection(kiosk: TestKiosk): Promise<Page> {
  const { page } = await kiosk.signedIn();
  await signOut(page);
  await signInAs(page, SUPERVISOR);
  await openSection(page, 'printer');
  return page;
}

/** Types an address over the one that stands there, and has the kiosk look. */
async function inspect(page: Page, address: string): Promise<void> {
  await page.locator('#printer-address').focus();
  await pageKeyboard(page).press('Control+A');
  await pageKeyboard(page).type(address);
  await pageKeyboard(page).press('Enter');
}

/** That the address was refused, in this sentence, at its field. */
async function expectRefused(page: Page, sentence: string): Promise<void> {
  await expect(page.locator('#printer-address-note')).toContainText(sentence);
  await expect(page.locator('#printer-address')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[data-inspection]')).toHaveCount(0);
}

test('the printer that the settings name is filled in; somebody still looks at it and chooses it', async ({
  peers,
  openKiosk,
}) => {
  const printer = await peers.printer();
  const kiosk = await openKiosk({ preset: { cardPrinter: { address: printer.uri, pin: null } } });
  const page = await atThePrinterSection(kiosk);
  await expect(page.locator('[data-printer="virtual"]')).toBeVisible();
  await expect(page.locator('#printer-address')).toHaveValue(printer.uri);
  await page.locator('#printer-address').focus();
  await pageKeyboard(page).press('Enter');
  await page.locator('[data-inspection][data-usable="true"]').waitFor();
  await press(page, 'Use this printer for cards');
  await page.locator('[data-entry-made="printer-chosen"]').waitFor();
  // In use by now: the next one is typed.
  await expect(page.locator('#printer-address')).toHaveValue('');
});

// tests/print looks at printers and chooses them; by the keyboard one is chosen in the test above.
test(
  'a printer is looked at, chosen and tried by keyboard; when it goes away the start screen says so',
  LONG,
  async ({ peers, openKiosk }, testInfo) => {
    const [printer, a4, server] = await Promise.all([
      peers.printer(),
      peers.printer({ attributes: 'no-card-size' }),
      startCountingServer(),
    ]);
    const kiosk = await openKiosk();
    const page = await atThePrinterSection(kiosk);
    await expect(page.locator('[data-printer="virtual"]')).toBeVisible();
    await expectAccessible(page, 'printer section, the built-in printer');
    await keepPicture(page, 'printer-built-in');

    await test.step('what cannot be printed on is refused with its reason', async () => {
      await inspect(page, 'ipp://cards.example/ipp/print');
      await expectRefused(page, 'doesn’t use DNS');
      await expectAccessible(page, 'printer section, an address refused');
      await keepPicture(page, 'printer-address-refused');
      await inspect(page, `http://${server.address}/`);
      await expectRefused(page, 'isn’t a printer this kiosk supports');
      await server.stop();
      await inspect(page, a4.uri);
      await expect(page.locator('[data-inspection][data-usable="false"]')).toContainText('offer card size');
      await expect(page.locator('[data-missing]')).toHaveAttribute('data-missing', 'no-card-size');
      await expect(page.locator('[data-missing]')).toBeInViewport({ ratio: 0.95 });
      await expect(page.getByRole('button', { name: 'Use this printer for cards' })).toHaveCount(0);
      await expectAccessible(page, 'printer section, a printer that cannot be used');
      await keepPicture(page, 'printer-not-usable');
    });

    await test.step('one that can print cards is chosen, and the ledger has it', async () => {
      await inspect(page, printer.uri);
      const found = page.locator('[data-inspection][data-usable="true"]');
      await expect(found).toContainText('53.98 × 85.60 mm');
      await expect(found.locator('h3')).toBeFocused();
      await expect(page.getByRole('button', { name: 'Use this printer for cards' })).toBeInViewport();
      await expectAccessible(page, 'printer section, a printer that can be used');
      await keepPicture(page, 'printer-inspected');
      await press(page, 'Use this printer for cards');
      await page.locator('[data-entry-made="printer-chosen"]').waitFor();
      await expect(page.locator('#section-heading')).toBeFocused();
      await page.locator('[data-printer-condition="ready"]').waitFor();
      await expectAccessible(page, 'printer section, a printer chosen');
      await keepPicture(page, 'printer-chosen');
    });

    await test.step('a test card goes from station to station into the tray', async () => {
      // The printer stands still at each station: one that it passes may have gone by before the kiosk asks again.
      printer.setMode('slow');
      await press(page, 'Print test card');
      await page.locator('[data-test-card="front"]').waitFor();
      await keepPicture(page, 'printer-test-card-front');
      printer.setMode('slow-half');
      await page.locator('[data-test-card="back"]').waitFor();
      printer.setMode('ok');
      await page.locator('[data-test-card-ending="in-tray"]').waitFor();
      expect(printer.cards()).toMatchObject([{ kind: 'card', faces: 2, pages: 2 }]);
      await expectAccessible(page, 'printer section, a test card done');
      await keepPicture(page, 'printer-test-card');
    });

    await test.step('switched off it is missed on the start screen, and no longer when it is back', async () => {
      await pageKeyboard(page).press('Escape');
      await waitForScreen(page, 'start');
      await page.locator('[data-printer-condition="ready"]').waitFor();
      const away = page.locator('[data-notice="printer"][data-condition="refused"]');
      const off = performance.now();
      await printer.kill();
      await away.waitFor();
      const told = performance.now();
      await expect(away).toContainText('couldn’t be reached');
      await expectAccessible(page, 'start, the printer is away');
      await keepPicture(page, 'printer-away');
      await printer.restart();
      const on = performance.now();
      await away.waitFor({ state: 'detached' });
      const description = `away: told after ${Math.round(told - off)} ms; back: after ${Math.round(performance.now() - on)} ms`;
      testInfo.annotations.push({ type: 'measured', description });
      await page.locator('[data-printer-condition="ready"]').waitFor();
    });
    expect((await getState(page)).status.printer).toMatchObject({
      driver: 'ipp',
      condition: { kind: 'ready' },
    });
  },
);

test(
  'a printer with a certificate is not used before its fingerprint is compared',
  LONG,
  async ({ peers, openKiosk }) => {
    const printer = await peers.printer({ tls: true });
    const kiosk = await openKiosk();
    const page = await atThePrinterSection(kiosk);
    await inspect(page, printer.uri);
    const fingerprint = (await printer.fingerprint()).replaceAll(':', '').toLowerCase();
    await expect(page.locator('[data-fingerprint]')).toHaveAttribute('data-fingerprint', fingerprint);
    await press(page, 'Use this printer for cards');
    await page
      .getByRole('checkbox', { name: 'the same fingerprint' })
      .and(page.locator('[aria-invalid="true"]'))
      .waitFor();
    await expect(page.getByRole('checkbox')).toBeFocused();
    expect((await getState(page)).status.printer.driver).toBe('virtual');
    await expectAccessible(page, 'printer section, the fingerprint not compared');
    await keepPicture(page, 'printer-fingerprint');
    await pageKeyboard(page).press(' ');
    await press(page, 'Use this printer for cards');
    await page.locator('[data-entry-made="printer-chosen"]').waitFor();
    await page.locator('[data-printer-condition="ready"]').waitFor();

    // Another certificate at the same address: not used, until somebody has compared it anew.
    await printer.restart({ newCertificate: true });
    const changed = page.locator('[data-printer-condition="refused"]');
    await changed.waitFor();
    await expect(page.locator('[data-printer="ipp"]')).toContainText('certificate isn’t the one');
    await keepPicture(page, 'printer-certificate-changed');

    await press(page, 'Switch back to the built-in printer…');
    await page.getByRole('dialog').waitFor();
    await expect(page.getByRole('button', { name: 'Keep current printer' })).toBeFocused();
    await expectAccessible(page, 'printer section, back to the built-in printer');
    await keepPicture(page, 'printer-back-to-built-in');
    await press(page, 'Use the built-in printer');
    await expect(page.locator('[data-printer="virtual"]')).toBeVisible();
    await page.locator('[data-entry-made="printer-chosen"]').waitFor();
  },
);
