import { pageKeyboard, waitForScreen } from '../../build/kiosk/clerk.ts';
import { expectAccessible, expectUsableAtDoubleText } from '../support/accessibility/expect-accessible.ts';
import { signedInWithPrinter } from '../support/kiosk/chosen-printer.ts';
import { askCore } from '../support/kiosk/core-calls.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { addColleague, IT_MEMBER, press, signInAs, signOut } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

test(
  'IT staff come to the printer first, with a trouble in it, and may not destroy a ribbon',
  LONG,
  async ({ peers, openKiosk }) => {
    const printer = await peers.printer();
    const kiosk = await openKiosk();
    const { page } = await signedInWithPrinter(kiosk, printer.uri);
    for (const act of ['fitRibbon', 'removeRibbon', 'fitRibbon'] as const) {
      expect(await askCore(page, act)).toMatchObject({ ok: true });
    }
    await addColleague(page, IT_MEMBER, 'it');
    await signOut(page);
    await signInAs(page, IT_MEMBER, 'supervisor');
    await expect(page.locator('[data-section]')).toHaveAttribute('data-section', 'printer');
    await expect(page.locator('[data-ribbons-held="1"]')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Record destruction/ })).toHaveCount(0);
    printer.setMode('ribbon-empty');
    await press(page, 'Print test card');
    await printer.waitForHold();
    await page.locator('[data-printer-condition="trouble"]').waitFor();
    await expect(page.locator('[data-print-trouble="ribbon-empty"]')).toHaveCount(1);
    await expectAccessible(page, 'printer section, as IT staff see it, with a trouble');
    await keepPicture(page, 'printer-it-staff');
    await expectUsableAtDoubleText(page, 'printer section', 'Check printer');
    printer.setMode('ok');
    await page.locator('[data-test-card-ending="in-tray"]').waitFor();
    expect(printer.cards()).toHaveLength(1);

    await page.locator('#printer-address').focus();
    await page.keyboard.type(printer.uri);
    await pageKeyboard(page).press('Enter');
    await page.locator('[data-inspection][data-usable="true"]').waitFor();
    await expectUsableAtDoubleText(page, 'printer section, a printer found', 'Use this printer for cards');
    await waitForScreen(page, 'supervisor');
  },
);
