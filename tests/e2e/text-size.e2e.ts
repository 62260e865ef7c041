import type { Page } from '@playwright/test';
import { pageKeyboard, waitForStart } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { TEODORO } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { press, signOut } from '../support/kiosk/staff-at-the-kiosk.ts';
import { expect, test } from './fixtures.ts';

function expectSize(page: Page, size: number): Promise<void> {
  return expect(page.locator(':root')).toHaveAttribute('data-text-size', String(size));
}

// About 10 s.
test('Ctrl with + - 0 sets the size of text on any screen; it goes along into the next sessions, and ends with the sign-in', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const first = await kiosk.signedIn();
  const { page } = first;
  await expectSize(page, 100);
  await page.keyboard.press('Control+=');
  await page.keyboard.press('Control++');
  await expectSize(page, 150);
  await bringTo('answers', page, TEODORO);
  await page.keyboard.press('Control++');
  await expectSize(page, 200);
  await keepPicture(page, 'answers-text-200');
  // None of the keys was typed.
  await expect(page.locator('#answer-name')).toHaveValue('');
  await expect(page.locator('#answer-name')).toBeFocused();
  await pageKeyboard(page).press('F6');

  const next = await kiosk.shown(first);
  await waitForStart(next.page);
  await expectSize(next.page, 200);
  await keepPicture(next.page, 'start-text-200');
  await pageKeyboard(next.page).press('F1');
  await expectAccessible(next.page, 'start, help at 200 %');
  await keepPicture(next.page, 'help-text-200');
  await expect(next.page.getByRole('button', { name: 'Larger text' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await press(next.page, 'Smaller text');
  await expectSize(next.page, 150);
  await next.page.keyboard.press('Control+0');
  await expectSize(next.page, 100);
  await next.page.keyboard.press('Control++');
  await expectSize(next.page, 125);
  await signOut(next.page);
  await expectSize(next.page, 100);
});
