import { waitForScreen } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { getState, keptAnswers } from '../support/kiosk/core-calls.ts';
import { TEODORO } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

// Birth dates as this city writes them: the month first.

// About 6 s.
test(
  '03041990 is March 4: the month is typed first, the age stands beside it, the read-back says the month in letters',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    const keys = await bringTo('answers', page, TEODORO);
    await keys.type(TEODORO.name);
    await keys.press('Enter');
    await expect(page.locator('#answer-birthMonth')).toBeFocused();
    // One run of digits, with what many fingers type between the parts.
    await keys.type('03/04/1990');
    await expect
      .poll(() => keptAnswers(page))
      .toMatchObject({ birthMonth: '03', birthDay: '04', birthYear: '1990' });
    const { today } = (await getState(page)).status;
    const age = today.year - 1990 - (today.month < 3 || (today.month === 3 && today.day < 4) ? 1 : 0);
    await expect(page.locator('#birthDate-note')).toHaveText(`${age} years old`);
    await keepPicture(page, 'answers-age');
    await keys.press('Enter');
    await waitForScreen(page, 'documents');
  },
);

// About 7 s.
// The fields of a date are in tests/parts (date.parts.ts), what is told of one in `shared/application`.
test(
  'a day typed first is told at once, in words; so is a day that no month has',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    const keys = await bringTo('answers', page, TEODORO);
    await keys.type(TEODORO.name);
    await keys.press('Enter');
    await keys.type('24');
    const note = page.locator('#birthDate-note');
    await expect(note).toHaveText('Enter the month as a number from 1 to 12.');
    await keys.press('Shift+Tab');
    await keys.type('04');
    await expect(note).not.toHaveText(/month as a number/);
    await keys.type('31');
    await expect(note).toHaveText(/date doesn’t exist/);
    await expectAccessible(page, 'a date that does not exist');
    await keys.press('Shift+Tab');
    await keys.type('30');
    // The positive control: an ordinary date asks nothing, at no time.
    await expect(note).not.toHaveText(/date doesn’t exist/);
    await keys.type('1990');
    await keys.press('Enter');
    await waitForScreen(page, 'documents');
  },
);

// About 6 s.
test('an age that few have is asked about once, and the same key goes on', LONG, async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  const keys = await bringTo('answers', page, TEODORO);
  const { today } = (await getState(page)).status;
  await keys.type(TEODORO.name);
  await keys.press('Enter');
  await keys.type(`0101${today.year - 112}`);
  await expect(page.locator('#birthDate-note')).toHaveText('112 years old');
  await keys.press('Enter');
  await expect(page.locator('#birthDate-note')).toHaveText(/112 years old\. Check the year/);
  await expect(page.locator('#answer-birthYear')).toBeFocused();
  await keepPicture(page, 'answers-very-old');
  await keys.press('Enter');
  await waitForScreen(page, 'documents');
});
