import type { Page } from '@playwright/test';
import { waitForScreen } from '../../build/kiosk/clerk.ts';
import { languageFacts, type ResidentLanguage } from '../../shared/residents/language.ts';
import { mainButton, type ResidentHand } from '../support/kiosk/resident-hand.ts';
import { byKeyboard } from '../support/kiosk/resident-keyboard.ts';
import {
  answerAlone,
  openForApplicants,
  takeUpToTheCard,
  ticketAtHand,
} from '../support/kiosk/resident-steps.ts';
import { byTwoSwitches } from '../support/kiosk/resident-switches.ts';
import { byTouch } from '../support/kiosk/resident-touch.ts';
import { expect, test } from './fixtures.ts';

const WAYS: readonly (readonly [string, (page: Page) => ResidentHand, ResidentLanguage])[] = [
  ['touch', byTouch, 'ar'],
  ['touch', byTouch, 'zh-Hans'],
  ['keyboard', byKeyboard, 'en'],
  ['keyboard', byKeyboard, 'ar'],
  ['two switches', byTwoSwitches, 'en'],
  ['two switches', byTwoSwitches, 'zh-Hans'],
];

// About 30 s each.
for (const [way, handOn, language] of WAYS)
  test(`by ${way} alone in ${language}, from the choice of a language to a number, and a clerk to the card`, {
    tag: '@long',
  }, async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const session = await kiosk.signedIn();
    const { page } = session;
    await openForApplicants(page);

    const hand = handOn(page);
    await hand.press(page.locator(`[data-language="${language}"] button`));
    await answerAlone(page, hand, 'Ada');
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('html')).toHaveAttribute('dir', languageFacts[language].direction);
    await expect(page.locator('[data-line="name"]')).toContainText(/ada/i);
    await expect(page.locator('[data-line="birthDate"]')).toContainText('1990');
    const ticket = await ticketAtHand(page);
    await hand.press(mainButton(page));

    const next = (await kiosk.shown(session)).page;
    const nextHand = handOn(next);
    await waitForScreen(next, 'resident-ticket');
    await expect(next.locator('html')).toHaveAttribute('lang', language);
    await expect(next.locator('[data-resident-ticket]')).toHaveText(String(ticket));
    expect(await next.content()).not.toMatch(/Ada/i);
    await nextHand.press(mainButton(next));
    await takeUpToTheCard(next, nextHand, ticket);
  });
