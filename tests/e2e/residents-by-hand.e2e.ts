import type { Page } from '@playwright/test';
import { nameCard, pageKeyboard, receiptOn, waitForScreen } from '../../build/kiosk/clerk.ts';
import { languageFacts, type ResidentLanguage } from '../../shared/residents/language.ts';
import { expectCounts, nextStart } from '../support/kiosk/endings.ts';
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

type Way = 'touch' | 'keyboard' | 'two switches';

const HANDS: Readonly<Record<Way, (page: Page) => ResidentHand>> = {
  touch: byTouch,
  keyboard: byKeyboard,
  'two switches': byTwoSwitches,
};

/** Who applies, and how. Harbor City's card prints the scripts of all of them. */
const APPLICANTS: readonly (readonly [way: Way, language: ResidentLanguage, name: string])[] = [
  ['touch', 'en', 'Ada'],
  ['touch', 'ar', 'ليلى'],
  // The keyboard on the screen has Chinese names in Latin letters.
  ['touch', 'zh-Hans', 'Ada'],
  ['keyboard', 'en', 'Ada'],
  ['keyboard', 'ar', 'ليلى'],
  ['keyboard', 'zh-Hans', '林晓'],
  ['two switches', 'en', 'Ada'],
  ['two switches', 'ar', 'ليلى'],
  ['two switches', 'zh-Hans', 'Ada'],
];

/** The keyboard on the screen opens with Latin letters. */
async function chooseOwnScript(page: Page, hand: ResidentHand): Promise<void> {
  await hand.press(page.locator('[data-on-screen-keyboard] [data-key="script"]'));
}

// About 35 s each.
for (const [way, language, name] of APPLICANTS)
  test(`by ${way} alone in ${language}, from the choice of a language to a number, and a clerk to the card in their hand`, {
    tag: '@long',
  }, async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const session = await kiosk.signedIn();
    const { page } = session;
    await openForApplicants(page);

    const hand = HANDS[way](page);
    await hand.press(page.locator(`[data-language="${language}"] button`));
    const isOwnOnScreen = way !== 'keyboard' && !/\p{Script=Latin}/u.test(name);
    await answerAlone(page, hand, name, async () => {
      if (isOwnOnScreen) await chooseOwnScript(page, hand);
    });
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('html')).toHaveAttribute('dir', languageFacts[language].direction);
    await expect(page.locator('[data-line="name"]')).toContainText(name, { ignoreCase: true });
    await expect(page.locator('[data-line="birthDate"]')).toContainText('1990');
    const ticket = await ticketAtHand(page);
    await hand.press(mainButton(page));

    const second = await kiosk.shown(session);
    const next = second.page;
    const nextHand = HANDS[way](next);
    await waitForScreen(next, 'resident-ticket');
    await expect(next.locator('html')).toHaveAttribute('lang', language);
    await expect(next.locator('[data-resident-ticket]')).toHaveText(String(ticket));
    expect((await next.content()).toLowerCase()).not.toContain(name.toLowerCase());
    await nextHand.press(mainButton(next));
    await takeUpToTheCard(next, nextHand, ticket);

    await nameCard(next);
    await pageKeyboard(next).press('F12');
    const last = await nextStart(kiosk, second);
    expect((await receiptOn(last.page)).erased.outcome).toBe('issued');
    await expectCounts(last.page, { issued: 1, spoiled: 0, wiped: 1 });
  });
