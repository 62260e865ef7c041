import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import {
  answer,
  CLERK,
  type ClerkKeyboard,
  pageKeyboard,
  photograph,
  takePhoto,
  tickEach,
  waitForReadBack,
  waitForScreen,
  waitForStart,
} from '../../build/kiosk/clerk.ts';
import type { Route } from '../../shared/application/route.ts';
import { OLD_CARD_DESTROYED, OLD_CARD_TAKEN_IN } from '../../shared/programme/documents/shown-documents.ts';
import { expectAccessible, expectUsableAtDoubleText } from '../support/accessibility/expect-accessible.ts';
import { chooseOrdinaryPrinter } from '../support/kiosk/chosen-printer.ts';
import { bringTo, tickDocuments } from '../support/kiosk/clerk-steps.ts';
import { askCore, openApplication, tellCore } from '../support/kiosk/core-calls.ts';
import { expectCounts, nextStart } from '../support/kiosk/endings.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { readShippedPolicy } from '../support/kiosk/shipped-policy.ts';
import { press } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { wordsIn } from '../support/paper/paper-words.ts';
import { expect, test } from './fixtures.ts';

/** Enter says why nothing is printed yet, once the read-back could be read. */
async function expectNotYet(page: Page, keys: ClerkKeyboard, why: string): Promise<void> {
  await expect(async () => {
    await keys.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: why })).toHaveCount(1, { timeout: 500 });
  }).toPass();
}

/** By F2, from the name's own field. */
async function choose(page: Page, keys: ClerkKeyboard, route: Route): Promise<void> {
  const chosen = page.locator('[data-route]');
  for (let presses = 0; (await chosen.getAttribute('data-route')) !== route; presses += 1) {
    expect(presses).toBeLessThan(4);
    await keys.press('F2');
  }
}

/** From the review to the answers and straight back, with another route. */
async function changeTo(page: Page, keys: ClerkKeyboard, route: Route): Promise<void> {
  await keys.press('1');
  await waitForScreen(page, 'answers');
  await choose(page, keys, route);
  await expect.poll(async () => (await openApplication(page)).answers.route).toBe(route);
  await keys.press('Enter');
  await waitForScreen(page, 'check');
}

/** Chooses the route and types everything. */
async function answerAs(page: Page, route: Route): Promise<ClerkKeyboard> {
  const keys = await bringTo('answers', page, WILHELMINA);
  await expect(page.locator('[data-route]')).toHaveAttribute('data-route', 'first');
  await choose(page, keys, route);
  await answer(page, keys, WILHELMINA);
  await waitForScreen(page, 'documents');
  await expect.poll(async () => (await openApplication(page)).answers.route).toBe(route);
  return keys;
}

/** From the photo to the card in the tray. */
async function printCard(page: Page, keys: ClerkKeyboard): Promise<void> {
  await waitForReadBack(page);
  await keys.press('Enter');
  await waitForScreen(page, 'hand-over');
}

async function nameCard(page: Page, keys: ClerkKeyboard): Promise<void> {
  const { cardNumber } = await openApplication(page);
  await keys.type((cardNumber ?? '').replaceAll(' ', '').slice(-4));
  await expect.poll(async () => (await openApplication(page)).cardIdentified).toBe(true);
}

// About 8 s.
// `electron/keeper/applications/routes-and-fees.test.ts` has the order of both cards, tests/parts its screen.
test(
  'a renewal keeps the old card until the new one is named, and hands nothing over before it is destroyed',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const session = await kiosk.signedIn();
    const { page } = session;
    const keys = await answerAs(page, 'renewal');
    await expect(page.locator('[data-route-in-column="renewal"]')).toHaveText('Renewal');
    await expectAccessible(page, 'documents of a renewal');
    await keepPicture(page, 'documents-renewal');
    await tickEach(page, keys, [OLD_CARD_TAKEN_IN, 'utility-bill']);
    await takePhoto(page, keys);
    await expect(page.locator('[data-fee]'), 'a renewal is free').toHaveCount(0);
    await printCard(page, keys);

    // A card that nobody has named may be another's, or spoiled: the old one is still somebody's only card.
    await page.locator('[data-old-card="to-keep"]').waitFor();
    await expectAccessible(page, 'handoff, the old card is kept');
    await keepPicture(page, 'hand-over-old-card-kept');
    await keys.press('F2');
    expect(await askCore(page, 'destroyOldCard')).toMatchObject({ ok: false, error: { kind: 'not-now' } });
    expect((await openApplication(page)).answers.documents).not.toContain(OLD_CARD_DESTROYED);
    await nameCard(page, keys);
    await page.locator('[data-old-card="to-destroy"]').waitFor();

    await keys.press('F12');
    await expect(page.locator('[data-live-announcer]')).toContainText('First destroy the old card');
    expect((await openApplication(page)).state).toBe('printed');
    expect(await askCore(page, 'handOver')).toMatchObject({ ok: false, error: { kind: 'not-now' } });
    await expectAccessible(page, 'handoff, the old card is still there');
    await keepPicture(page, 'hand-over-old-card');
    await keys.press('F2');
    await page.locator('[data-old-card="destroyed"]').waitFor();
    await keys.press('F12');
    const next = await nextStart(kiosk, session);
    await expectCounts(next.page, { issued: 1, spoiled: 0, wiped: 1 });
    await expect(next.page.locator('[data-fee-receipt]')).toHaveCount(0);
  },
);

test(
  'an old card that was destroyed is told of when its application was set aside and ends without a card',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const session = await kiosk.signedIn();
    const { page } = session;
    const keys = await answerAs(page, 'renewal');
    await tickEach(page, keys, [OLD_CARD_TAKEN_IN, 'utility-bill']);
    await takePhoto(page, keys);
    await printCard(page, keys);
    await nameCard(page, keys);
    await keys.press('F2');
    await page.locator('[data-old-card="destroyed"]').waitFor();
    await tellCore(page, 'spoil', { reason: 'smudged' });
    await keys.press('F6');
    const next = await kiosk.shown(session);
    await waitForStart(next.page);
    await press(next.page, 'Open ticket 1');
    await waitForScreen(next.page, 'print');
    const again = pageKeyboard(next.page);
    await again.press('F4');
    await expect(next.page.locator('[data-old-card-gone]')).toContainText('destroyed');
    await expect(next.page.locator('[data-return-old-card]')).toHaveCount(0);
    await expectAccessible(next.page, 'an end after the old card was destroyed');
    await keepPicture(next.page, 'end-old-card-gone');
    await again.press('Escape');
    await tellCore(next.page, 'retryPrint');
    await waitForScreen(next.page, 'hand-over');
    await nameCard(next.page, again);
    await next.page.locator('[data-old-card="destroyed"]').waitFor();
    await again.press('F12');
    await nextStart(kiosk, next);
  },
);

// About 8 s.
test(
  'a replacement is printed once its fee is paid, and its receipt names nobody',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const session = await kiosk.signedIn();
    const { page } = session;
    const keys = await answerAs(page, 'replacement');
    await tickDocuments(page, keys);
    await photograph(page, keys);
    await expect(page.locator('[data-fee="open"]')).toContainText('$10.00');
    await expect(page.locator('[data-route-read-back="replacement"]')).toBeVisible();
    await keys.press('Enter');
    expect((await openApplication(page)).state).toBe('photographed');
    await expectAccessible(page, 'review, a fee is due');
    await keepPicture(page, 'check-fee-open');
    await keys.press('F2');
    await page.locator('[data-fee="paid"]').waitFor();
    await keys.press('F8');
    await page.locator('[data-fee="open"]').waitFor();
    await expectNotYet(page, keys, 'First mark the fee');
    expect((await openApplication(page)).state).toBe('photographed');
    await keys.press('F2');
    await page.locator('[data-fee="paid"]').waitFor();
    await keepPicture(page, 'check-fee-paid');
    await printCard(page, keys);
    await nameCard(page, keys);
    await keys.press('F12');
    const next = await nextStart(kiosk, session);
    const receipt = next.page.locator('[data-fee-receipt="paid"]');
    await receipt.locator('summary').click();
    for (const part of ['Replacement', '$10.00', 'Paid', 'no name on it'])
      await expect(receipt).toContainText(part);
    for (const part of [WILHELMINA.name, WILHELMINA.birthYear]) await expect(receipt).not.toContainText(part);
    await expectAccessible(next.page, 'start, a fee receipt on the screen');
    await keepPicture(next.page, 'start-fee-receipt');
  },
);

test(
  'a fee that was paid is not forgotten with the route, and is told of until it is returned',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    const keys = await answerAs(page, 'replacement');
    await tickDocuments(page, keys);
    await photograph(page, keys);
    await keys.press('F2');
    const fee = page.locator('[data-fee]');
    await expect(fee).toHaveAttribute('data-fee', 'paid');

    await changeTo(page, keys, 'first');
    await expect(fee).toHaveAttribute('data-fee', 'paid-for-another');
    await expect(fee).toContainText('Give back $10.00');
    await expectAccessible(page, 'review, a fee is given back');
    await keepPicture(page, 'check-fee-back');
    await expectNotYet(page, keys, 'First give back the fee');
    await keys.press('F4');
    await expect(page.locator('[data-return-fee]')).toContainText('$10.00');
    await keys.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    // The same amount is due again: nothing is left to do.
    await changeTo(page, keys, 'replacement');
    await expect(fee).toHaveAttribute('data-fee', 'paid');

    await changeTo(page, keys, 'first');
    await expect(fee).toHaveAttribute('data-fee', 'paid-for-another');
    await keys.press('F8');
    await expect(fee).toHaveAttribute('data-fee', 'none');
    await keys.press('F4');
    await page.getByRole('dialog').waitFor();
    await expect(page.locator('[data-return-fee]')).toHaveCount(0);
  },
);

test(
  'for a correction the fee is waived, and nobody keeps why; its receipt is one page',
  LONG,
  async ({ peers, openKiosk }, testInfo) => {
    const printer = await peers.printer({ attributes: 'no-card-size', keepDocument: true });
    const policyPath = testInfo.outputPath('policy.json');
    writeFileSync(policyPath, JSON.stringify({ ...readShippedPolicy(), feeCents: 750 }));
    const kiosk = await openKiosk({ policyPath });
    const session = await kiosk.signedIn();
    const { page } = session;
    await chooseOrdinaryPrinter(page, printer.uri);
    await tellCore(page, 'signIn', CLERK);
    await waitForStart(page);
    const keys = await answerAs(page, 'correction');
    await tickEach(page, keys, [OLD_CARD_TAKEN_IN, 'passport', 'lease-or-rent-receipt']);
    await photograph(page, keys);
    await expectUsableAtDoubleText(page, 'review, a fee is due', 'Waive fee…');
    await keys.press('F3');
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page, 'why the fee is waived');
    await keepPicture(page, 'check-waive');
    await keys.press('2');
    await keys.press('Enter');
    await page.locator('[data-fee="waived"]').waitFor();
    // It closes once it is answered, a moment after the state of the application has come.
    await expect(page.getByRole('dialog')).toHaveCount(0);
    // Only that it was waived is kept: the reason is in no answer.
    expect((await openApplication(page)).answers.fee).toEqual({ settled: 'waived', cents: 750 });
    await waitForReadBack(page);
    await printCard(page, keys);
    await nameCard(page, keys);
    await keys.press('F2');
    await page.locator('[data-old-card="destroyed"]').waitFor();
    await keys.press('F12');
    const next = await nextStart(kiosk, session);
    await pageKeyboard(next.page).press('F8');
    await next.page.locator('[data-paper-ending="in-tray"]').waitFor();
    expect(printer.cards()).toMatchObject([{ faces: 1, pages: 1 }]);
    const paper = wordsIn(printer.lastDocument() ?? Buffer.alloc(0));
    for (const part of ['Fee', 'Correction', '$7.50', 'Waived']) expect(paper).toContain(part);
    for (const part of WILHELMINA.name.split(/[ -]/)) expect(paper).not.toContain(part);
    expect(paper).not.toContain('Copy');
    // Refused for as long as the worker of the first page still clears up at the printer.
    await expect(async () => {
      await pageKeyboard(next.page).press('F8');
      await expect.poll(() => printer.cards().length, { timeout: 5000 }).toBeGreaterThan(1);
    }).toPass();
    await next.page.locator('[data-paper-ending="in-tray"]').waitFor();
    expect(wordsIn(printer.lastDocument() ?? Buffer.alloc(0))).toContain('Copy of fee receipt');
    await tellCore(next.page, 'startApplication');
    expect(await askCore(next.page, 'getState')).toMatchObject({
      value: { status: { lastEnding: { kind: 'none' } } },
    });
  },
);
