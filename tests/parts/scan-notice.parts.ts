import { SCANNER_GAP_MILLISECONDS } from '../../renderer/parts/keys/scan-watch.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { scan } from '../support/kiosk/scanner.ts';
import { LONG } from '../support/long.ts';
import { expect, fontsLoaded, test } from './browser.ts';
import { ONWARD, openResident } from './open-resident.ts';
import { placesThatScroll } from './places-that-scroll.ts';

const NUMBER = 'K7Q29MXT6K';

test('a card that was taken out of a field is told, spoken, and moves nothing', async ({ page, show }) => {
  await show('answers-typed');
  const name = page.locator('#answer-name');
  await name.focus();
  await page.keyboard.press('End');
  const before = await name.inputValue();
  const places = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('input, button')].map((each) =>
        JSON.stringify(each.getBoundingClientRect()),
      ),
    );
  await fontsLoaded(page);
  const laidOut = await places();
  const told = page.locator('[data-scan-notice]');
  await expect(told).toHaveCount(0);
  await scan(page, NUMBER, ['Enter']);
  await expect(name).toHaveValue(before);
  await expect(told).toBeVisible();
  await expect(told).toContainText('Scan cards on the start screen, or at handoff.');
  await expect(page.locator('[data-live-announcer]')).toContainText('A scanned card number was ignored.');
  expect(await places()).toEqual(laidOut);
  await keepPicture(page, 'scan-told');
});

// The same machine, behind each key, is in the last test below.
test('it is taken out also where the machine stood still in its middle', LONG, async ({ page, show }) => {
  await show('answers-typed');
  const name = page.locator('#answer-name');
  await name.focus();
  const before = await name.inputValue();
  await scan(page, NUMBER, ['Enter'], 0, 2_000);
  await expect(name).toHaveValue(before);
  await expect(page.locator('[data-scan-notice]')).toBeVisible();
});

test('in a dialog it is told as well, and a screen reader hears it', async ({ page, show }) => {
  await show('answers-typed');
  await page.locator('#answer-name').focus();
  await page.keyboard.press('F5');
  const search = page.getByLabel('Find a letter');
  await search.fill('e');
  await scan(page, NUMBER, ['Enter']);
  await expect(search).toHaveValue('e');
  await expect(page.locator('[data-scan-notice]')).toBeVisible();
  await expect(
    page.getByRole('status').filter({ hasText: 'A scanned card number was ignored.' }),
  ).toHaveCount(1);
  await keepPicture(page, 'scan-told-dialog');
});

test('where a card is asked for, and where no field has the focus, nothing is told', async ({
  page,
  show,
}) => {
  await show('start');
  await page.locator('#find-card').focus();
  await scan(page, NUMBER, ['Enter']);
  await expect(page.locator('main[data-screen="hand-over"]')).toBeVisible();
  await expect(page.locator('[data-scan-notice]')).toHaveCount(0);
});

test('a card that is scanned into a list of choices changes nothing, and is told; a hand’s letter chooses', async ({
  page,
  show,
}) => {
  await show('answers-listed');
  const [veteran, organDonor] = [page.locator('#answer-veteran'), page.locator('#answer-organDonor')];
  await veteran.focus();
  await expect(veteran).toHaveValue('yes');
  // Its first letter is that of “Not on the card”.
  await scan(page, 'NGK7T29X43', ['Enter']);
  await expect(page.locator('[data-scan-notice]')).toBeVisible();
  await expect(veteran).toHaveValue('yes');
  await expect(veteran).toBeFocused();
  await organDonor.focus();
  await page.keyboard.press('n');
  await expect(organDonor).toHaveValue('');
  // What was put back was heard as well: the list is drawn from what is kept.
  await expect(veteran).toHaveValue('yes');
});

test('an applicant is told in their language and size, above the buttons, until the next question', async ({
  page,
}) => {
  await openResident(page, 'resident-name-one-letter', { language: 'ar', textSize: 'largest' });
  const field = page.locator('#answer-name');
  const told = page.locator('[data-card-scanned]');
  await expect(field).toBeFocused();
  await expect(told).toHaveCount(0);
  await scan(page, NUMBER, ['Enter']);
  await expect(field).toHaveValue('O');
  await expect(told).toHaveText(/\p{Script=Arabic}/u);
  await expect(told).not.toHaveText(/[A-Za-z]/);
  await expect(page.locator('[data-live-announcer]')).toHaveText(/\p{Script=Arabic}/u);
  // What staff are told lies over nothing here.
  await expect(page.locator('[data-scan-notice]')).toHaveCount(0);
  const sizes = await told.evaluate((element) =>
    [element, document.documentElement].map((each) => Number.parseFloat(getComputedStyle(each).fontSize)),
  );
  expect(sizes[0]).toBeGreaterThanOrEqual(sizes[1] ?? Number.POSITIVE_INFINITY);
  // All of it is read, and it lies over nothing: neither over a button nor over the field.
  await expect(told).toBeInViewport({ ratio: 1 });
  await expect(field).toBeInViewport({ ratio: 1 });
  expect((await placesThatScroll(page)).length).toBeLessThanOrEqual(1);
  const place = await page.locator('[data-told]').boundingBox();
  const onward = await page.locator(ONWARD).boundingBox();
  expect((place?.y ?? Number.NaN) + (place?.height ?? Number.NaN)).toBeLessThanOrEqual(onward?.y ?? 0);
  await expect(page.locator(ONWARD)).toBeInViewport({ ratio: 1 });
  await keepPicture(page, 'scan-told-applicant');
  await page.locator(ONWARD).click();
  await expect(page.locator('#answer-birthMonth')).toBeVisible();
  await expect(told).toHaveCount(0);
});

test('a state in which a card was scanned has one also where the machine stands still behind each key', async ({
  page,
}) => {
  const devtools = await page.context().newCDPSession(page);
  const source = `addEventListener('keydown', () => {
    const over = performance.now() + ${SCANNER_GAP_MILLISECONDS + 10};
    while (performance.now() < over);
  }, true);`;
  const { identifier } = await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source });
  try {
    await openResident(page, 'resident-scanned');
    await expect(page.locator('[data-card-scanned]')).toBeVisible();
  } finally {
    // The next test has the same window.
    await devtools.send('Page.removeScriptToEvaluateOnNewDocument', { identifier });
    await devtools.detach();
  }
});

test('staff who sign in over an applicant’s screen are told there, in their words', async ({ page }) => {
  await openResident(page, 'resident-staff-sign-in');
  await page.locator('#passphrase').focus();
  await scan(page, NUMBER, ['Enter']);
  await expect(page.locator('#passphrase')).toHaveValue('');
  await expect(page.getByRole('dialog')).toContainText('A scanned card number was ignored.');
});
