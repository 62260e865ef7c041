import { randomBytes } from 'node:crypto';
import { cardNumberOnScreen, waitForReadBack, waitForScreen } from '../../build/kiosk/clerk.ts';
import { createCardNumber } from '../../shared/card/number/card-number.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { askCore, keptAnswers, openApplication } from '../support/kiosk/core-calls.ts';
import { TEODORO } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { scan } from '../support/kiosk/scanner.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

const another = createCardNumber((count) => randomBytes(count));

// About 5 s.
// The same note is in tests/parts (identify-card.parts.ts, find-card.parts.ts).
test(
  'a partial number says to keep going, and a second scan replaces the first, whatever the scanner sends around it',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    const keys = await bringTo('hand-over', page, TEODORO);
    const number = await cardNumberOnScreen(page);
    const note = page.locator('#card-characters-note');
    const place = await page.locator('#question').boundingBox();
    await keys.type(number.slice(0, 6));
    await keys.press('Enter');
    await expect(note).toContainText('Keep going');
    expect(await page.locator('#question').boundingBox(), 'nothing moves').toEqual(place);
    await scan(page, `]C1${another}`, ['Enter']);
    await expect(note).toContainText('isn’t the card for this application');
    expect(await page.locator('#question').boundingBox(), 'nothing moves').toEqual(place);
    await scan(page, number.toLowerCase(), ['Tab', 'Enter']);
    await page.locator('[data-enabled="true"]').waitFor();
    await expect(note).toContainText('This is the applicant’s card');
    // Nor has its Tab or Enter pressed what comes behind the field.
    await expect(page.getByRole('dialog')).toHaveCount(0);
    // The same card once more changes nothing.
    await scan(page, `]C1${number}`, ['Enter']);
    expect(await openApplication(page)).toMatchObject({ state: 'printed', cardIdentified: true });
    await expect(note).toContainText('This is the applicant’s card');

    await scan(page, another, ['Tab', 'Enter']);
    await expect(note).toContainText('isn’t the card for this application');
    await page.locator('[data-enabled="false"]').waitFor();
    expect(await page.locator('#question').boundingBox(), 'nothing moves').toEqual(place);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await openApplication(page)).toMatchObject({ state: 'printed', cardIdentified: false });
    // By the key, and by a call: nothing is handed over.
    await keys.press('F12');
    await expect(page.locator('[data-live-announcer]')).toContainText('First scan the card.');
    expect(await askCore(page, 'handOver')).toMatchObject({ ok: false, error: { kind: 'not-now' } });
    await scan(page, number, ['Enter']);
    await page.locator('[data-enabled="true"]').waitFor();
    // Where a card is asked for, none is taken out of a field.
    await expect(page.locator('[data-scan-notice]')).toHaveCount(0);
    expect(await openApplication(page)).toMatchObject({ state: 'printed', cardIdentified: true });
  },
);

// About 4 s.
test(
  'a card that is scanned into a name or a date stays in none, and its Enter goes nowhere',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    const keys = await bringTo('answers', page, TEODORO);
    await keys.type('Teodoro');
    const told = page.locator('[data-scan-notice]');
    const places = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('main input, main button, [data-framed] > section button')].map(
          (each) => JSON.stringify(each.getBoundingClientRect()),
        ),
      );
    const before = await places();
    await expect(told).toHaveCount(0);
    await scan(page, another, ['Enter']);
    await expect(page.locator('#answer-name')).toHaveValue('Teodoro');
    await expect(told).toContainText('Scan cards on the start screen, or at handoff.');
    await expect(page.locator('[data-live-announcer]')).toContainText('A scanned card number was ignored.');
    expect(await places(), 'nothing moves').toEqual(before);
    await keepPicture(page, 'scan-told');
    await expect(page.locator('#answer-name')).toBeFocused();
    await keys.press('Tab');
    await keys.type('0');
    await scan(page, another, ['Tab']);
    await expect(page.locator('#answer-birthMonth')).toHaveValue('0');
    await keys.press('Backspace');
    // The positive control: what a hand types after it stays.
    await keys.type('03');
    await expect.poll(async () => (await keptAnswers(page)).birthMonth).toBe('03');
    await expect
      .poll(() => keptAnswers(page))
      .toMatchObject({ name: 'Teodoro', birthDay: '', birthYear: '' });
  },
);

// About 5 s.
test('a card that is scanned at the read-back neither prints nor takes the photo away', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  await bringTo('check', page, TEODORO);
  // R is a key of this step, and so are the numbers of its lines. Whether a burst has begun shows by its second key: the
  // first is none of them.
  let withR = another;
  while (!/^[^R\d].*R/.test(withR)) withR = createCardNumber((count) => randomBytes(count));
  await scan(page, withR, ['Enter']);
  expect(await openApplication(page)).toMatchObject({ state: 'photographed', hasPhoto: true });
  await waitForReadBack(page);
  // A library card has no number of ours, and its Enter prints nothing either.
  await page.getByRole('button', { name: 'Print card' }).and(page.locator(':focus')).waitFor();
  // Its first digit is no key of this screen: where the machine stands still behind it, it would be one pressed by hand.
  await scan(page, '09041177', ['Enter']);
  expect(await openApplication(page)).toMatchObject({ state: 'photographed', hasPhoto: true });
  // The positive control: the same key by hand.
  await page.keyboard.press('r');
  await waitForScreen(page, 'photo');
});
