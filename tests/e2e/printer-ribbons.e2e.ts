import { mkdirSync } from 'node:fs';
import {
  CLERK,
  pageKeyboard,
  SECOND_SUPERVISOR,
  SUPERVISOR,
  waitForScreen,
} from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { signedInWithPrinter } from '../support/kiosk/chosen-printer.ts';
import { askCore, getState } from '../support/kiosk/core-calls.ts';
import { ledgerOf } from '../support/kiosk/exported-ledger.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { approve, openSection, press, signInAs, signOut } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

test(
  'a used ribbon is noted by the clerk, held, and destroyed by two supervisors',
  LONG,
  async ({ peers, openKiosk }, testInfo) => {
    const stick = testInfo.outputPath('stick');
    mkdirSync(stick, { recursive: true });
    const printer = await peers.printer();
    const kiosk = await openKiosk({ exportFolder: stick });
    const { page } = await signedInWithPrinter(kiosk, printer.uri);

    await test.step('the clerk changes it: new in, used out, new in', async () => {
      await press(page, 'Record ribbon change…');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await expect(dialog.locator('[data-ribbon="none"]')).toBeVisible();
      await expect(page.getByRole('button', { name: 'New ribbon put in' })).toBeFocused();
      await pageKeyboard(page).press('Enter');
      await dialog.locator('[data-entry-made="ribbon-fitted"]').waitFor();
      await expect(page.getByRole('button', { name: 'Done' })).toBeFocused();
      await page.getByRole('button', { name: 'Old ribbon taken out' }).focus();
      await pageKeyboard(page).press('Enter');
      await dialog.locator('[data-entry-made="ribbon-removed"]').waitFor();
      await expect(page.getByRole('button', { name: 'New ribbon put in' })).toBeFocused();
      await pageKeyboard(page).press('Enter');
      await dialog.locator('[data-entry-made="ribbon-fitted"]').waitFor();
      await expectAccessible(page, 'start, the ribbon was changed');
      await keepPicture(page, 'ribbon-changed');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      // Whoever is no supervisor can do nothing about it, and is not reminded of it.
      await expect(page.locator('[data-notice="ribbons-held"]')).toHaveCount(0);
    });

    await signOut(page);
    await signInAs(page, SUPERVISOR);
    await test.step('supervisors are reminded of it', async () => {
      await expect(page.locator('[data-notice="ribbons-held"]')).toContainText('1 used printer ribbon');
      await expectAccessible(page, 'start, a used ribbon is held');
      await keepPicture(page, 'ribbon-held-start');
      await openSection(page, 'printer');
      await page.locator('[data-ribbons-held="1"]').scrollIntoViewIfNeeded();
      await expectAccessible(page, 'printer section, a used ribbon is held');
      await keepPicture(page, 'ribbon-held');
    });

    await test.step('two destroy it', async () => {
      // The row’s own: behind its words stands which ribbon it is about.
      await press(page, /^Record destruction…\s*: /);
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await expect(page.getByRole('button', { name: 'Keep it locked away' })).toBeFocused();
      await expectAccessible(page, 'printer section, destroying a ribbon');
      await keepPicture(page, 'ribbon-destroy');
      // What the dialog lies over has a button of the same words.
      await dialog.getByRole('button', { name: 'Record destruction…' }).focus();
      await pageKeyboard(page).press('Enter');
      // Whoever is signed in is not offered, and not taken past the list either; nor is a clerk.
      await page.locator('form[data-approval="destroyRibbon"]').waitFor();
      await expect(page.getByRole('option', { name: SUPERVISOR.name })).toHaveCount(0);
      await expect(page.getByRole('option', { name: CLERK.name })).toHaveCount(0);
      const [used] = (await getState(page)).status.ribbons.held;
      for (const nobody of [SUPERVISOR, CLERK]) {
        const alone = { act: 'destroyRibbon', ribbon: used?.ribbon, ...nobody };
        expect(await askCore(page, 'approve', alone)).toMatchObject({
          error: { kind: 'not-a-second-person' },
        });
      }
      await expectAccessible(page, 'printer section, the second supervisor signs in');
      expect((await getState(page)).status.ribbons.held).toHaveLength(1);
      await keepPicture(page, 'ribbon-second-supervisor');
      await approve(page, 'destroyRibbon', SECOND_SUPERVISOR);
      await page.locator('[data-entry-made="ribbon-destroyed"]').waitFor();
      await page.locator('[data-ribbons-held="0"]').waitFor();
      await keepPicture(page, 'ribbon-destroyed');
    });

    const entries = await ledgerOf(page, stick);
    const about = entries.filter(({ kind }) => kind.startsWith('ribbon-'));
    expect(about.map(({ kind }) => kind)).toEqual([
      'ribbon-fitted',
      'ribbon-removed',
      'ribbon-fitted',
      'ribbon-destroyed',
    ]);
    const [, removed, , destroyed] = about;
    expect(destroyed?.fields.ribbon).toBe(removed?.fields.ribbon);
    await pageKeyboard(page).press('Escape');
    await waitForScreen(page, 'start');
    await expect(page.locator('[data-notice="ribbons-held"]')).toHaveCount(0);
    await signOut(page);
    await signInAs(page, CLERK);
  },
);
