import {
  CLERK,
  pageKeyboard,
  SECOND_SUPERVISOR,
  SUPERVISOR,
  waitForScreen,
} from '../../build/kiosk/clerk.ts';
import { screenCalls } from '../../shared/contract/screen.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { getState, tellCore } from '../support/kiosk/core-calls.ts';
import { nextStart } from '../support/kiosk/endings.ts';
import { closeTheDay } from '../support/kiosk/exported-ledger.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { openSection, signInAs, signOut } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

// About 12 s.
test(
  'a supervisor reads the ledger on the screen: in plain words, by kind and by day, with names as long as somebody works here',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const session = await kiosk.signedIn();
    await bringTo('named', session.page, WILHELMINA);
    await pageKeyboard(session.page).press('F12');
    const { page } = await nextStart(kiosk, session);
    await signOut(page);
    await signInAs(page, SUPERVISOR);
    // Of an applicant nothing is there before the day is over.
    await openSection(page, 'ledger');
    await expect(page.locator('[data-entry]').first()).toBeVisible();
    await expect(page.locator('[data-entry][data-kind="erased"]')).toHaveCount(0);
    await pageKeyboard(page).press('Escape');
    await closeTheDay(page);
    await openSection(page, 'ledger');
    const rows = page.locator('[data-entry]');

    await test.step('everything, the newest first', async () => {
      await expect(page.locator('[data-entry][data-kind="erased"]')).toContainText(
        'after its card was handed over',
      );
      const numbers = await rows.evaluateAll((all) =>
        all.map((row) => Number(row.getAttribute('data-entry'))),
      );
      expect(numbers).toEqual(numbers.map((_, index) => numbers.length - index));
      expect(numbers.length).toBeGreaterThan(6);
      const text = await page.locator('[data-section="ledger"]').textContent();
      for (const part of WILHELMINA.name.split(/[ -]/)) expect(text).not.toContain(part);
      await rows.nth(3).scrollIntoViewIfNeeded();
      await expectAccessible(page, 'supervisor, ledger, its entries');
      await keepPicture(page, 'supervisor-ledger-entries');
    });

    await test.step('one kind', async () => {
      await page.locator('#entry-kind').selectOption('staff-changed');
      await expect(page.locator('[data-entry]:not([data-kind="staff-changed"])')).toHaveCount(0);
      await expect(rows.filter({ hasText: `added ${SECOND_SUPERVISOR.name} to the staff` })).toHaveCount(1);
      await expect(rows.first()).toContainText(CLERK.name);
    });

    await test.step('one day, typed', async () => {
      const { today } = (await getState(page)).status;
      await page.locator('#entry-day').focus();
      await page.keyboard.type(`01/01/${today.year - 1}`);
      await expect(page.locator('[data-reading="false"]')).toContainText('No entries match');
      await page.locator('#entry-day').fill('13/40/2026');
      await page.keyboard.press('Tab');
      await page.locator('#entry-day[aria-invalid="true"]').waitFor();
      await expectAccessible(page, 'supervisor, ledger, no such day');
      await page.locator('#entry-day').fill(`${today.month}/${today.day}/${today.year}`);
      await expect(rows.filter({ hasText: `added ${SECOND_SUPERVISOR.name} to the staff` })).toHaveCount(1);
      await page.locator('#entry-day').fill('');
    });

    await test.step('somebody who works here no more is a number', async () => {
      const { members } = screenCalls.members.output.parse(await tellCore(page, 'members'));
      const member = members.find(({ name }) => name === CLERK.name)?.member;
      await tellCore(page, 'removeMember', { member });
      await pageKeyboard(page).press('Escape');
      await waitForScreen(page, 'start');
      await openSection(page, 'ledger');
      await expect(rows.filter({ hasText: '(no longer here)' }).first()).toContainText('from the staff');
      await expect(page.locator('[data-section="ledger"]')).not.toContainText(CLERK.name);
    });
  },
);
