import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import {
  answer,
  nameCard,
  pageKeyboard,
  takePhoto,
  tickEach,
  waitForReadBack,
  waitForScreen,
} from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { askCore, keptAnswers, openApplication, tellCore } from '../support/kiosk/core-calls.ts';
import { expectCounts, nextStart } from '../support/kiosk/endings.ts';
import { farshoreFrom, OTTILIE } from '../support/kiosk/farshore.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { readShippedPolicy } from '../support/kiosk/shipped-policy.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

/** The policy of that city, in the folder of this test. */
function farshorePolicy(): string {
  const path = test.info().outputPath('policy.json');
  writeFileSync(path, JSON.stringify(farshoreFrom(readShippedPolicy())));
  return path;
}

function mainButtonIsInSight(page: Page): Promise<boolean> {
  return page.locator('main [data-main="true"]').evaluate((button) => {
    const { top, bottom } = button.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });
}

// About 12 s.
test(
  'choices, further fields and what is told to the applicant, from start to card',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk({ policyPath: farshorePolicy() });
    const session = await kiosk.signedIn();
    const { page } = session;
    const keys = pageKeyboard(page);
    await keys.press('Enter');
    await waitForScreen(page, 'answers');
    // One line that moves no focus; a key fills the screen with all of it, for the applicant to read.
    const notice = page.locator('[data-notice="voluntary"]');
    await expect(notice).toBeVisible();
    await expect(page.locator('#answer-name')).toBeFocused();
    expect(await mainButtonIsInSight(page)).toBe(true);
    await keys.press('F3');
    const said = await notice.textContent();
    await expect(page.locator('[data-for-applicant="en"]')).toContainText(said ?? 'no notice');
    await expectAccessible(page, 'the form with what is told to the applicant');
    await keepPicture(page, 'further-fields-told');
    await keys.press('F3');
    await expect(page.locator('#answer-name')).toBeFocused();
    await answer(page, keys, OTTILIE);
    await tickEach(page, keys, ['passport', 'lease-or-rent-receipt']);
    await expect
      .poll(() => keptAnswers(page))
      .toMatchObject({
        ...{ gender: 'Not designated', eyeColor: 'Green', veteran: 'yes', organDonor: 'yes' },
        ...{ height: '5 ft 4 in', languages: 'English, ASL' },
      });
    await takePhoto(page, keys);
    await expect(page.locator('[data-read-back]')).toHaveCount(9);
    await expect(page.locator('[data-read-back="gender"]')).toHaveText('Not designated');
    await expect(page.locator('[data-read-back="veteran"]')).toHaveText('Yes');
    await keepPicture(page, 'further-fields-check');
    // From the read-back a line leads to its list, and an arrow key chooses another.
    await keys.press('3');
    await page.locator('#answer-gender:focus').waitFor();
    await keys.press('ArrowUp');
    await expect.poll(async () => (await keptAnswers(page)).gender).toBe('X');
    await keepPicture(page, 'further-fields-answers');
    await keys.press('Enter');
    await waitForReadBack(page);
    await keys.press('Enter');
    await nameCard(page);
    await expect(page.locator('[data-notice="not-for-travel"]')).toBeVisible();
    await expectAccessible(page, 'the handoff with what is told to the applicant');
    await keepPicture(page, 'further-fields-hand-over');
    await keys.press('F12');
    await expectCounts((await nextStart(kiosk, session)).page, { issued: 1, spoiled: 0, wiped: 1 });
  },
);

// About 10 s.
test(
  'a year alone is a birth date where the city takes it: read back and printed without an invented day',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk({ policyPath: farshorePolicy() });
    const session = await kiosk.signedIn();
    const { page } = session;
    const keys = pageKeyboard(page);
    await keys.press('Enter');
    await answer(page, keys, { ...OTTILIE, birthDay: '', birthMonth: '' });
    await tickEach(page, keys, ['passport', 'lease-or-rent-receipt']);
    await takePhoto(page, keys);
    const born = page.locator('[data-read-back="birth-date"]');
    await expect(born).toHaveText(/^1968 \d\d( or \d\d)? years old$/);
    await keepPicture(page, 'year-alone-check');
    await keys.press('Enter');
    await nameCard(page);
    await keys.press('F12');
    await expectCounts((await nextStart(kiosk, session)).page, { issued: 1, spoiled: 0, wiped: 1 });
  },
);

// About 6 s.
test('past the screen nothing is taken that the city does not list', LONG, async ({ openKiosk }) => {
  const kiosk = await openKiosk({ policyPath: farshorePolicy() });
  const { page } = await kiosk.signedIn();
  const keys = pageKeyboard(page);
  await keys.press('Enter');
  await answer(page, keys, OTTILIE);
  for (const document of ['passport', 'lease-or-rent-receipt'])
    await tellCore(page, 'tickDocument', { document, seen: true });
  await tellCore(page, 'answer', { field: 'gender', typed: 'Something else' });
  const refused = await askCore(page, 'confirmDocuments');
  expect(refused).toMatchObject({ ok: false, error: { kind: 'answers-incomplete' } });
  await tellCore(page, 'answer', { field: 'gender', typed: 'Female' });
  await tellCore(page, 'confirmDocuments');
  expect((await openApplication(page)).state).toBe('checked');
});
