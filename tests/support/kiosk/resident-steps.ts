import type { Page } from '@playwright/test';
import {
  CLERK,
  pageKeyboard,
  photograph,
  SUPERVISOR,
  waitForReadBack,
  waitForScreen,
  waitForStart,
} from '../../../build/kiosk/clerk.ts';
import { tickDocuments } from './clerk-steps.ts';
import { getScreenState, tellCore } from './core-calls.ts';
import { asked, mainButton, questionCount, type ResidentHand } from './resident-hand.ts';

/** A supervisor chooses how residents use this kiosk; a clerk is signed in then. */
export async function chooseApplicantSetting(page: Page, setting: 'counter' | 'self-service'): Promise<void> {
  await tellCore(page, 'signIn', SUPERVISOR);
  await tellCore(page, 'setDisplayWidth', { millimeters: 344 });
  await tellCore(page, 'setResidentSetting', { setting });
  await tellCore(page, 'signIn', CLERK);
  await waitForStart(page);
}

/** Self-service is chosen, and staff give the screen to whoever comes. */
export async function openForApplicants(page: Page): Promise<void> {
  await chooseApplicantSetting(page, 'self-service');
  await pageKeyboard(page).press('F11');
  await waitForScreen(page, 'resident-language');
}

/** The number of what the applicant at the screen has open. */
export async function ticketAtHand(page: Page): Promise<number> {
  const ticket = (await getScreenState(page)).application?.ticket;
  if (ticket === undefined) throw new Error('no application is at hand');
  return ticket;
}

/**
 * From the notice to the review: name and day of birth, and nothing that may be left out. `beforeName` is called at the
 * name's empty field, and must leave it so. `birthDate`: as it is typed, the month first.
 */
export async function answerAlone(
  page: Page,
  hand: ResidentHand,
  name: string,
  beforeName: () => Promise<void> = async () => {},
  birthDate = '03141990',
): Promise<void> {
  const goOn = () => hand.press(mainButton(page));
  await waitForScreen(page, 'resident-notice');
  await goOn();
  await asked(page, 1);
  await goOn();
  await asked(page, 2);
  await beforeName();
  await hand.type(name);
  await goOn();
  await asked(page, 3);
  await hand.type(birthDate);
  await goOn();
  const last = await questionCount(page);
  for (let number = 4; number <= last; number += 1) {
    await asked(page, number);
    await goOn();
  }
  await waitForScreen(page, 'resident-review');
}

/** Staff have the screen back by a passphrase, take the ticket up, and hand over its card. */
export async function takeUpToTheCard(page: Page, hand: ResidentHand, ticket: number): Promise<void> {
  await waitForScreen(page, 'resident-language');
  await hand.press(page.locator('[data-opens="staff"]'));
  await hand.press(page.getByRole('dialog').getByRole('button', { name: 'Staff sign-in' }));
  await page.locator('#passphrase').focus();
  const keys = pageKeyboard(page);
  await keys.type(CLERK.passphrase);
  await keys.press('Enter');
  await waitForStart(page);
  await tellCore(page, 'openApplication', { ticket });
  // All is answered, so the clerk begins with the documents.
  await tickDocuments(page, keys);
  await photograph(page, keys);
  await waitForReadBack(page);
  await keys.press('Enter');
  await waitForScreen(page, 'hand-over');
}
