import { nameCard, pageKeyboard, waitForReadBack, waitForScreen } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { askCore, openApplication } from '../support/kiosk/core-calls.ts';
import { expectCounts, nextStart } from '../support/kiosk/endings.ts';
import { TEODORO, WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

// About 6 s: one card is printed twice.
test('a smudged card is counted as spoiled, printed again and handed over', LONG, async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const session = await kiosk.signedIn();
  const { page } = session;
  const keys = await bringTo('named', page, TEODORO);
  await keys.press('F8');
  await page.getByRole('dialog').waitFor();
  await keys.press('1');
  await keys.press('Enter');
  await page.getByRole('heading', { name: 'The card was counted as spoiled' }).waitFor();
  expect(await openApplication(page)).toMatchObject({ state: 'spoiled', cardIdentified: false });
  await page.getByRole('button', { name: 'Reprint same card' }).and(page.locator(':focus')).waitFor();
  await keys.press('Enter');
  await nameCard(page);
  await keys.press('F12');
  const next = await nextStart(kiosk, session);
  await expectCounts(next.page, { issued: 1, spoiled: 1, wiped: 1 });
});

// About 7 s.
test(
  'a card with wrong details goes back to the answers, and the read-back is asked again',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const session = await kiosk.signedIn();
    const { page } = session;
    const keys = await bringTo('named', page, WILHELMINA);
    await keys.press('F8');
    await page.getByRole('dialog').waitFor();
    await keys.press('5');
    await keys.press('Enter');
    await page.getByRole('heading', { name: 'The card was counted as spoiled' }).waitFor();
    // The same card again would have the same mistake on it.
    expect(await askCore(page, 'retryPrint')).toMatchObject({ ok: false, error: { kind: 'not-now' } });
    await page.getByRole('button', { name: 'Correct a detail' }).focus();
    await keys.press('Enter');
    await waitForScreen(page, 'answers');
    await page.locator('#answer-name').focus();
    await page.keyboard.press('End');
    await keys.type('-Smith');
    await expect.poll(async () => (await openApplication(page)).state).toBe('draft');
    expect(await askCore(page, 'print')).toMatchObject({ ok: false });
    // Straight back: the documents and the photo were right, and are not asked for twice.
    await keys.press('Enter');
    await waitForReadBack(page);
    await expect(page.locator('[data-read-back="name"]')).toHaveText(`${WILHELMINA.name}-Smith`);
    await keys.press('Enter');
    await nameCard(page, pageKeyboard(page));
    expect((await openApplication(page)).answers.name).toBe(`${WILHELMINA.name}-Smith`);
    await keys.press('F12');
    const next = await nextStart(kiosk, session);
    await expectCounts(next.page, { issued: 1, spoiled: 1, wiped: 1 });
  },
);

// About 6 s.
test('the person has left: F4 says that there is a card, the card is counted, and the end is what comes next', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const session = await kiosk.signedIn();
  const { page } = session;
  const keys = await bringTo('hand-over', page, TEODORO);
  await keys.press('F4');
  await expect(page.locator('[data-card="printed"]')).toContainText('A card already exists');
  await expect(page.getByRole('button', { name: /^(Withdraw|Deny) application/ })).toHaveCount(0);
  await expectAccessible(page, 'an end that a card is in the way of');
  await keepPicture(page, 'end-with-a-card');
  await keys.press('F8');
  await page.getByRole('dialog', { name: 'Why is this card spoiled?' }).waitFor();
  await keys.press('7');
  await expect(page.getByRole('dialog')).toContainText('Destroy it.');
  await keys.press('Enter');
  await page.getByRole('heading', { name: 'The card was counted as spoiled' }).waitFor();
  await keepPicture(page, 'spoiled-not-collected');
  // The focus rests on the end: a habit prints nothing.
  await page.getByRole('button', { name: 'End without a card' }).and(page.locator(':focus')).waitFor();
  await keys.press('Enter');
  await page.getByRole('dialog', { name: 'End this application without a card?' }).waitFor();
  await keys.press('Tab');
  await keys.press('Enter');
  await expectCounts((await nextStart(kiosk, session)).page, { issued: 0, spoiled: 1, wiped: 1 });
});

// About 5 s.
test(
  'a dialog over a screen that changes leaves the field of the next one for the card',
  LONG,
  async ({ openKiosk }) => {
    // So long that what comes before its end is seen in any case.
    const kiosk = await openKiosk({ secondsPerFace: 12 });
    const { page } = await kiosk.signedIn();
    const keys = await bringTo('print', page, TEODORO);
    await keys.press('F4');
    await expect(page.locator('[data-card="on-its-way"]')).toBeVisible();
    await page.locator('[data-card="printed"]').waitFor();
    await keys.press('Escape');
    await nameCard(page);
  },
);
