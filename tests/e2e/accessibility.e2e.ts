import { randomBytes } from 'node:crypto';
import {
  answer,
  CLERK,
  FIRST_STAFF,
  nameCard,
  pageKeyboard,
  waitForScreen,
  waitForStart,
} from '../../build/kiosk/clerk.ts';
import { createCardNumber } from '../../shared/card/number/card-number.ts';
import { expectAccessible, expectUsableAtDoubleText } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { endThroughCore, tellCore } from '../support/kiosk/core-calls.ts';
import { TEODORO, WILHELMINA } from '../support/kiosk/people.ts';
import { scan } from '../support/kiosk/scanner.ts';
import { freeze, processOf } from '../support/kiosk/session-processes.ts';
import { LONG } from '../support/long.ts';
import { test } from './fixtures.ts';

// Each look costs about a second: axe, the second engine, and the layout.

test('axe: set-up, sign-in and the empty start screen', LONG, async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.shown();
  await waitForScreen(page, 'set-up');
  await expectAccessible(page, 'set-up');
  await pageKeyboard(page).press('Enter');
  await page.locator('[aria-invalid="true"]').first().waitFor();
  await expectAccessible(page, 'set-up, nothing filled in');
  await tellCore(page, 'setUp', { kioskName: 'City Hall, desk 2', ...FIRST_STAFF });
  await waitForScreen(page, 'go-live');
  await expectAccessible(page, 'go-live');
  await tellCore(page, 'decideCustody', { custody: 'memory', inSpiteOf: [] });
  await tellCore(page, 'signOut');
  await waitForScreen(page, 'sign-in');
  await expectAccessible(page, 'sign-in');
  await page.keyboard.press('Tab');
  await page.keyboard.type('not the passphrase');
  await pageKeyboard(page).press('Enter');
  await page.locator('#passphrase[aria-invalid="true"]').waitFor();
  await expectAccessible(page, 'sign-in, wrong passphrase');
  await tellCore(page, 'signIn', CLERK);
  await waitForStart(page);
  await expectAccessible(page, 'start, nobody in progress');
});

// Both engines look at the states of these screens in tests/parts; text at 200 % in receipt.e2e.ts and text-size.e2e.ts.
test(
  'axe and text at 200 %: answers, documents, photo, check and the dialog that ends',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    await expectUsableAtDoubleText(page, 'start', 'Start');
    const keys = await bringTo('answers', page, WILHELMINA);
    await expectAccessible(page, 'answers, empty');
    await page.getByRole('button', { name: 'Continue to documents' }).focus();
    await keys.press('Enter');
    await page.locator('#answer-name[aria-invalid="true"]').waitFor();
    await expectAccessible(page, 'answers, with problems');
    await expectUsableAtDoubleText(page, 'answers, with problems', 'Continue to documents');
    await keys.press('F4');
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page, 'the dialog that ends without a card');
    await keys.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.locator('#answer-name').focus();
    await keys.press('F5');
    await page.getByRole('option').first().waitFor();
    await expectAccessible(page, 'the letters that the card has');
    await keys.type('no such letter');
    await page.locator('#letter-search[aria-invalid="true"]').waitFor();
    await expectAccessible(page, 'the letters, none found');
    await keys.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.locator('#answer-name:focus').waitFor();
    const number = createCardNumber((count) => randomBytes(count));
    await scan(page, number);
    await page.locator('[data-scan-notice]').waitFor();
    await expectAccessible(page, 'a scan that was taken out of a field');
    await page.locator('#answer-name').focus();
    await answer(page, keys, WILHELMINA);
    await waitForScreen(page, 'documents');
    await expectAccessible(page, 'documents, nothing ticked');
    await expectUsableAtDoubleText(page, 'documents', 'Continue to photo');
    await keys.press('Enter');
    await page.locator('[data-satisfied="false"] [role="alert"]').waitFor();
    await expectAccessible(page, 'documents, going on refused');
    for (const letters of ['passp', 'rent']) {
      await keys.type(letters);
      await keys.press(' ');
    }
    await page.locator('[data-satisfied="true"]').waitFor();
    await expectAccessible(page, 'documents, satisfied');
    await keys.press('Enter');
    await waitForScreen(page, 'photo');
    await page.locator('[data-camera="live"]').waitFor();
    await expectAccessible(page, 'photo, live');
    await page.locator('button[aria-keyshortcuts="Space"]:not([aria-disabled="true"])').waitFor();
    await keys.press(' ');
    await waitForScreen(page, 'check');
    await page.locator('main img').waitFor();
    await expectAccessible(page, 'check');
    await keys.press('Escape');
    await waitForScreen(page, 'photo');
    await expectAccessible(page, 'photo, kept');
    await keys.press('F9');
    await page.locator('[data-covered]').waitFor();
    await expectAccessible(page, 'photo, kept; the card covered');
  },
);

test('axe: a machine without a camera', LONG, async ({ openKiosk }) => {
  const kiosk = await openKiosk({ camera: 'none' });
  const { page } = await kiosk.signedIn();
  await bringTo('photo', page, TEODORO);
  await page.locator('[data-camera="no-camera"]').waitFor();
  await expectAccessible(page, 'photo, no camera');
});

test(
  'axe: the start screen with somebody in progress, with a result, and one moment, please',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const first = await kiosk.signedIn();
    await bringTo('documents', first.page, TEODORO);
    await pageKeyboard(first.page).press('F6');
    const second = await kiosk.shown(first);
    await second.page.locator('[data-ticket]').waitFor();
    await waitForStart(second.page);
    await expectAccessible(second.page, 'start, somebody in progress');
    await pageKeyboard(second.page).press('Enter');
    await waitForScreen(second.page, 'answers');
    await endThroughCore(second.page, 'endWithoutCard', { outcome: 'withdrawn' });
    const third = await kiosk.shown(second);
    await third.page.locator('[data-last-ending="ended"]').waitFor();
    await expectAccessible(third.page, 'start, with a result');
    await pageKeyboard(third.page).press('F3');
    await third.page.locator('summary', { hasText: 'Show signed receipt' }).focus();
    await pageKeyboard(third.page).press('Enter');
    await third.page.locator('[data-receipt]').waitFor({ state: 'visible' });
    await expectAccessible(third.page, 'start, the receipt open');

    // A core that does not answer: frozen, and the page loaded anew.
    const core = processOf(third.pid, 'core');
    if (core === null) throw new Error('the session has no core');
    const ice = freeze(core);
    await third.page.reload();
    await waitForScreen(third.page, 'waiting');
    await expectAccessible(third.page, 'waiting');
    ice.thaw();
    await waitForStart(third.page);
  },
);

test(
  'axe and text at 200 %: the hand-over, not named and named, and the dialog that spoils',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    await bringTo('hand-over', page, WILHELMINA);
    const keys = pageKeyboard(page);
    await expectAccessible(page, 'hand-over, the card not named');
    await keys.type('2222');
    await page.locator('#card-characters[aria-invalid="true"]').waitFor();
    await expectAccessible(page, 'hand-over, another card named');
    await keys.press('Control+A');
    await nameCard(page, keys);
    await expectAccessible(page, 'hand-over, named');
    await expectUsableAtDoubleText(page, 'hand-over', 'Card handed over');
    await keys.press('F8');
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page, 'the dialog that spoils');
    await keys.press('1');
    await keys.press('Enter');
    await page.getByRole('heading', { name: 'The card was counted as spoiled' }).waitFor();
    await expectAccessible(page, 'a spoiled card');
  },
);
