import type { Page } from '@playwright/test';
import { TYPED } from '../../build/dev/fixtures/typed.ts';
import { residentLanguages } from '../../shared/residents/language.ts';
import { FIRST_LOOK } from '../../shared/residents/look.ts';
import { askCore } from '../support/kiosk/core-calls.ts';
import { scan } from '../support/kiosk/scanner.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './browser.ts';
import { middleOf } from './fingers.ts';
import { hearCalls } from './hear-calls.ts';
import { awake as awakeAt, ONWARD, openResident as open } from './open-resident.ts';
import { languagesLooked, rowsOf } from './rows.ts';

const heading = (page: Page) => page.locator('#heading');
const onward = (page: Page) => page.locator(ONWARD);
const awake = (page: Page) => awakeAt(onward(page));

test('a held key goes one screen on, and a second tap at once none', async ({ page }) => {
  await open(page, 'resident-route');
  await awake(page);
  await onward(page).focus();
  const session = await page.context().newCDPSession(page);
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...enter });
  for (let count = 0; count < 30; count += 1)
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', autoRepeat: true, ...enter });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
  await session.detach();
  await expect(page.locator('main').getByText('Question 2 of')).toBeVisible();
  await expect(page.locator('[role="alert"]')).toHaveCount(0);
});

test('a card that an applicant scans presses nothing, and their own Enter does', async ({ page }) => {
  await open(page, 'resident-route');
  await awake(page);
  await onward(page).focus();
  // A library card's: digits alone.
  await scan(page, '09041177', ['Enter']);
  await expect(page.locator('main').getByText('Question 1 of')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('main').getByText('Question 2 of')).toBeVisible();
});

test('what is missing is told at the field and above it, with a way there', async ({ page }) => {
  await open(page, 'resident-name');
  await onward(page).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(page.locator('#answer-name')).toHaveAttribute('aria-invalid', 'true');
  await summary.getByRole('button').click();
  await expect(page.locator('#answer-name')).toBeFocused();
  await page.keyboard.type('Ottilie Marrowfield');
  await page.keyboard.press('Enter');
  await expect(page.locator('main').getByText('Question 3 of')).toBeVisible();
});

test('names that are short, in capitals, with an apostrophe, or one word alone are taken without a question', async ({
  page,
}) => {
  for (const name of rowsOf(
    ['O', 'OTTILIE MARROWFIELD', "Ottilie D'Marrow", 'Ottilie O’Marrow', 'Marrowfield'],
    2,
  )) {
    await open(page, 'resident-name');
    await expect(page.locator('#answer-name')).toBeFocused();
    await page.keyboard.insertText(name);
    await page.keyboard.press('Enter');
    await expect(page.locator('main').getByText('Question 3 of'), name).toBeVisible();
  }
  // The control: a digit is asked about.
  await open(page, 'resident-name');
  await page.keyboard.insertText('Ottilie Marr0wfield');
  await page.keyboard.press('Enter');
  await expect(page.locator('main').getByText('Question 2 of')).toBeVisible();
  await expect(page.locator('#answer-name')).toBeFocused();
});

test('a change leads back to the review, by its button and by Back', async ({ page }) => {
  await open(page, 'resident-review');
  for (const leave of ['Save the change', 'Back']) {
    await page.getByRole('button', { name: 'Change: Name on the card' }).click();
    await expect(page.locator('#answer-name')).toBeFocused();
    await page.getByRole('button', { name: leave }).click();
    await expect(page.locator('[data-screen="resident-review"]')).toBeVisible();
  }
  await page.getByRole('button', { name: 'Change: Name on the card' }).click();
  await page.locator('#answer-name').fill('Ottilie Marrowfield');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-line="name"]')).toContainText('Ottilie Marrowfield');
});

test('F9 covers everything; what was typed is under it, and nothing reaches it', async ({ page }) => {
  await open(page, 'resident-name-digit');
  await page.locator('#answer-name').focus();
  await page.keyboard.press('F9');
  await expect(page.locator('[data-privacy-cover]')).toBeVisible();
  await expect(page.locator('#answer-name')).toBeHidden();
  await page.keyboard.type('unseen');
  await page.locator('[data-privacy-cover] button').click();
  await expect(page.locator('[data-privacy-cover]')).toHaveCount(0);
  await expect(page.locator('#answer-name')).toHaveValue('Wilhelmina 0konkwo');
  await expect(page.locator('#answer-name')).toBeFocused();
});

test('F9 over a dialog gives the focus back to where the dialog was opened', async ({ page }) => {
  await open(page, 'resident-name-digit');
  const opener = page.locator('[data-opens="language"]');
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('F9');
  await expect(page.locator('[data-privacy-cover]')).toBeVisible();
  await page.locator('[data-privacy-cover] button').click();
  await expect(page.locator('[data-privacy-cover]')).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('F9 covers nothing where nothing of anybody is open: it would say that it is still there', async ({
  page,
}) => {
  for (const state of rowsOf(
    [
      'resident-language',
      'resident-ticket',
      'resident-left-erased',
      'resident-locked',
      'resident-idle-locked',
    ],
    2,
  )) {
    await open(page, state);
    await page.keyboard.press('F9');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    await expect(page.locator('[data-privacy-cover]'), state).toHaveCount(0);
  }
});

test('a number that nobody has taken asks who is there; the press that answers shows how long it waits', async ({
  page,
}) => {
  await open(page, 'resident-ticket-left-behind');
  await expect(page.locator('[data-still-there="erased"]')).toBeVisible();
  await expect(page.getByText('Do you use two switches?')).toHaveCount(1);
  await expect(page.locator('[data-waits]')).toHaveCount(0);
  await awake(page);
  // Pressing it takes the number, and another button comes under the hand: `click` would go on to press that one.
  const at = await middleOf(onward(page));
  await page.mouse.click(at.x, at.y);
  await expect(page.locator('[data-waits]').first()).toBeVisible();
  await expect(page.locator('[data-still-there]')).toHaveCount(0);
  await expect(page.locator('[data-screen="resident-ticket"]')).toBeVisible();
});

test('where a number that nobody has taken asks for two switches, the press of one turns them on', async ({
  page,
}) => {
  await open(page, 'resident-ticket-left-behind');
  await expect(page.getByText('Do you use two switches?')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('main [data-switch-at]')).toHaveCount(1);
  await expect(page.locator('[data-screen="resident-ticket"]')).toBeVisible();
  // The control: on a number that was taken nobody is asked, and Enter is a keyboard's.
  await open(page, 'resident-ticket');
  await expect(page.getByText('Do you use two switches?')).toHaveCount(0);
});

test('a page that finds an application open names nothing of it, and leads to what comes before the questions', async ({
  page,
}) => {
  await open(page, 'resident-reopened');
  await expect(page.locator('[data-still-there="erased"]')).toBeVisible();
  expect(await page.locator('main').textContent()).not.toMatch(/Featherstone/);
  await awake(page);
  await onward(page).click();
  await expect(page.locator('[data-screen="resident-notice"]')).toBeVisible();
  await open(page, 'resident-reopened-counter');
  await expect(page.locator('[data-still-there="locked"]')).toBeVisible();
});

test('who is asked while it can’t be opened again reads what ends then', async ({ page }) => {
  await open(page, 'resident-waiting-idle');
  await expect(page.locator('[data-idle-end="erased"]')).toBeVisible();
});

test('whoever changes their mind before their number can leave, and is told what became of it', async ({
  page,
}) => {
  await open(page, 'resident-ticket');
  await page.locator('[data-opens="leave-with-ticket"]').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('[data-leaving="erased"]')).toBeVisible();
  await dialog.getByRole('button', { name: 'Stay here' }).click();
  await expect(page.locator('[data-screen="resident-ticket"]')).toBeVisible();
  await page.locator('[data-opens="leave-with-ticket"]').click();
  await dialog.getByRole('button', { name: 'Leave now' }).click();
  await expect(page.locator('[data-became="erasing"][data-outcome="withdrawn"]')).toBeVisible();
  // A number that nobody has taken is nobody's to end.
  await open(page, 'resident-ticket-left-behind');
  await expect(page.locator('[data-opens="leave-with-ticket"]')).toHaveCount(0);
});

test('a number that ends while its question is open leaves the keys of staff at work', async ({ page }) => {
  await open(page, 'resident-ticket');
  await page.locator('[data-opens="leave-with-ticket"]').click();
  await page.getByRole('dialog').waitFor();
  // Not by the button: by its time, or by a clerk.
  await askCore(page, 'leaveWithTicket');
  await expect(page.locator('[data-became="erasing"]')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('F10');
  await expect(page.getByRole('dialog', { name: 'This is for staff' })).toBeVisible();
});

test('the warning lies over a covered screen, and the press that answers it uncovers nothing', async ({
  page,
}) => {
  await open(page, 'resident-covered-idle');
  const goOn = page.getByRole('dialog').getByRole('button', { name: 'Yes, go on' });
  await expect(page.locator('[data-idle-end="erased"]')).toBeVisible();
  await expect(page.locator('[data-privacy-cover]')).toBeVisible();
  await goOn.waitFor();
  // The press answers before it ends, which `click` takes for a failure.
  const at = await middleOf(page.locator('[role="dialog"] button').first());
  const top = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.textContent, at);
  expect(top, 'what lies over everything').toBe('Yes, go on');
  await page.mouse.click(at.x, at.y);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('[data-privacy-cover]')).toBeVisible();
  await expect(heading(page)).toBeHidden();
  await page.locator('[data-privacy-cover] button').click();
  await expect(heading(page)).toBeVisible();
});

test('the first screen invites nobody while intake is suspended: it says so in each language of the notice', async ({
  page,
}) => {
  await open(page, 'resident-language');
  await expect(page.locator('[data-invites]')).toBeVisible();
  await open(page, 'resident-language-suspended');
  await expect(page.locator('[data-invites]')).toHaveCount(0);
  for (const language of residentLanguages)
    await expect(page.locator(`[data-for-residents="${language}"]`)).toBeInViewport({ ratio: 1 });
  // They may still read on in their language.
  await expect(page.locator('li[data-language]')).toHaveCount(residentLanguages.length);
  // Before it asks for anything, and in the language of the screen first.
  const notices = page.locator('[data-for-residents]');
  await expect(notices.first()).toHaveAttribute('data-for-residents', 'en');
  const [told, asks] = [await notices.last().boundingBox(), await heading(page).boundingBox()];
  expect(told?.y ?? Number.NaN).toBeLessThan(asks?.y ?? Number.NaN);
  await open(page, 'resident-language-suspended', { language: 'uk' });
  await expect(notices.first()).toHaveAttribute('data-for-residents', 'uk');
});

test('a lock of staff over an application tells its applicant in their language that it is still there', async ({
  page,
  show,
}) => {
  await show('screen-locked-paused');
  const told = page.locator('[data-paused="ar"]');
  await expect(told).toHaveText(/\p{Script=Arabic}/u);
  await expect(told).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  // Where clerks type it is between them and their own lock.
  await show('screen-locked-open');
  await expect(page.locator('[data-ticket]')).toBeVisible();
  await expect(page.locator('[data-paused]')).toHaveCount(0);
});

test('what can’t be opened again says so, with a way to staff', async ({ page }) => {
  await open(page, 'resident-waiting-refused');
  await expect(page.getByText('Ask a clerk.')).toBeVisible();
  await expect(page.getByText('The next screen appears by itself')).toHaveCount(0);
  await expect(page.locator('[data-opens="staff"]')).toBeVisible();
});

test('without a keyboard a button covers everything, on questions and on the review', async ({ page }) => {
  for (const state of rowsOf(['resident-name-digit', 'resident-review'], 1)) {
    for (const textSize of rowsOf(['normal', 'largest'] as const, 1)) {
      await open(page, state, { textSize });
      await page.getByRole('button', { name: 'Cover the screen' }).click();
      await expect(page.locator('[data-privacy-cover]')).toBeVisible();
      await expect(heading(page)).toBeHidden();
      await page.locator('[data-privacy-cover] button').click();
      await expect(heading(page)).toBeVisible();
    }
  }
});

test('leaving asks once, and its first choice changes nothing', async ({ page }) => {
  await open(page, 'resident-leave');
  await expect(page.locator('[data-leaving="erased"]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.locator('[data-opens="leave"]').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.locator('[data-opens="leave"]').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave now' }).click();
  await expect(page.locator('[data-became="erasing"]')).toBeVisible();
});

/**
 * Closes a dialog that a script has opened. React Aria takes the focus away from it for a frame, half a second later, and an Escape
 * in that frame is heard by nobody.
 */
async function closeByButton(page: Page): Promise<void> {
  const close = page.getByRole('dialog').locator('[data-main="true"]');
  await awakeAt(close);
  await close.click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('a language that is not kept is said, and said no more when the list is opened again', async ({
  page,
}) => {
  await open(page, 'resident-language-refused');
  const list = page.getByRole('dialog', { name: 'Language' });
  await expect(list.getByRole('alert')).toContainText('couldn’t do this. Press again');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await closeByButton(page);
  await page.locator('[data-opens="language"]').click();
  await expect(list).toBeVisible();
  await expect(list.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Escape');
});

/** From now on this call is answered when the test says so; that it was made is waited for. */
async function holdAnswer(page: Page, held: 'chooseLanguage'): Promise<() => Promise<void>> {
  await page.evaluate((name) => {
    const real = window.counterfoil.call.bind(window.counterfoil);
    let letGo = (): void => undefined;
    const told = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    Object.assign(window, { letGo, isHeld: false });
    Object.assign(window.counterfoil, {
      async call(called: string, input: unknown) {
        if (called !== name) return real(called, input);
        Object.assign(window, { isHeld: true });
        await told;
        return real(called, input);
      },
    });
  }, held);
  return async () => {
    await page.waitForFunction('window.isHeld');
    await page.evaluate('letGo()');
    // What follows from the answer is drawn.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
  };
}

/** Presses a language in the list, which is answered late. */
async function chooseLate(page: Page, language: string): Promise<() => Promise<void>> {
  const answer = await holdAnswer(page, 'chooseLanguage');
  await page.locator('[data-opens="language"]').click();
  const button = page.locator(`[role="dialog"] [data-language="${language}"] button`);
  await awakeAt(button);
  await button.click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  return answer;
}

async function putAway(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('a language that is answered late closes its own list, and nothing that was opened since', async ({
  page,
}) => {
  await open(page, 'resident-name-digit');
  const first = await chooseLate(page, 'es');
  await first();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  for (const since of rowsOf(['text-size', 'language'], 1)) {
    await open(page, 'resident-name-digit');
    const answer = await chooseLate(page, 'es');
    await putAway(page);
    await page.locator(`[data-opens="${since}"]`).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await answer();
    await expect(page.getByRole('dialog'), since).toBeVisible();
  }
});

// The same of one that is answered late is above.
test(
  'a language that is refused late is said when what was opened since is closed',
  LONG,
  async ({ page }) => {
    await open(page, 'resident-language-refused');
    await closeByButton(page);
    const answer = await chooseLate(page, 'es');
    await putAway(page);
    await page.locator('[data-opens="text-size"]').click();
    await answer();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('dialog', { name: 'Text size' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Language' }).getByRole('alert')).toContainText(
      'Press again',
    );
  },
);

// `renderer/entrance/told-before-sign-in.test.ts` says who reads what.
test(
  'after a power cut whoever answered reads before the sign-in what is left of it, and no more than is known',
  LONG,
  async ({ page, show }) => {
    const told = (language: string) => page.locator(`[data-locked="${language}"]`);
    for (const [state, said] of [
      // Keys were in memory: it is gone, whoever they were.
      [
        'sign-in-self-service',
        'The kiosk had to restart. What you entered is gone. Ask a clerk what to do next.',
      ],
      ['sign-in-self-service-open', 'The screen is locked. A clerk can unlock it.'],
    ] as const) {
      await show(state);
      await expect(page.locator('[data-locked]'), state).toHaveCount(residentLanguages.length);
      await expect(told('en'), state).toHaveText(said);
      await expect(told('ar'), state).toHaveText(/\p{Script=Arabic}/u);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    }
    // Where nobody had begun, it is nobody's.
    await show('sign-in');
    await expect(page.locator('main[data-screen="sign-in"]')).toBeVisible();
    await expect(page.locator('[data-locked]')).toHaveCount(0);
  },
);

// `renderer/wording/resident/refusal.test.ts` says the same of the words.
test('that the kiosk tries again is said of what is typed, and of no press', LONG, async ({ page }) => {
  await open(page, 'resident-not-saved');
  await expect(page.getByRole('alert')).toContainText('It tries again.');
  for (const [act, said] of rowsOf(
    [
      // Between two buttons it names the one that was pressed.
      ['leave', 'Press “Leave now” again'],
      ['start-over', 'Press “Start over” again'],
      ['route', 'Press again'],
      ['review', 'Press again'],
    ] as const,
    2,
  )) {
    const state = `resident-${act}-refused`;
    await open(page, state);
    await expect(page.getByRole('alert'), state).toContainText(`couldn’t do this. ${said}`);
    await expect(page.getByRole('alert'), state).not.toContainText('tries again');
  }
});

// `renderer/wording/resident/ending.test.ts` says the same of the words.
test('whoever left reads all that the receipt leaves open', LONG, async ({ page }) => {
  await open(page, 'resident-left-erased-qualified');
  await expect(page.locator('[data-became="ended"]')).toContainText('too short to search for alone');
  await expect(page.locator('[data-became="ended"]')).toContainText('this kiosk’s own files');
  await expect(page.locator('[data-not-proven] li')).toHaveCount(4);
  await open(page, 'resident-left-print-side');
  await expect(page.locator('[data-became="print-side-open"]')).toContainText('A printer must still confirm');
  await expect(page.locator('[data-became="print-side-open"]')).not.toContainText('kiosk erased');
});

// `renderer/wording/resident/promises.test.ts` says the same of the words.
test('a ticket says until when, and what ends it sooner', LONG, async ({ page }) => {
  await open(page, 'resident-ticket');
  await expect(page.locator('[data-waits]')).toHaveCount(2);
  await expect(page.locator('[data-waits]').first()).toContainText(/3:30\sPM today/);
  await open(page, 'resident-ticket-sealed');
  await expect(page.locator('[data-waits]').first()).toContainText('November 25');
  await expect(page.locator('[data-waits]').last()).not.toContainText('power');
});

// `renderer/wording/resident/ending.test.ts` says the same of the words; on a screen the next tests do.
test(
  'under a legal hold whoever answers alone reads before they begin, at the review and at the end that no card can be given yet',
  LONG,
  async ({ page }) => {
    const noCard = page.getByText('We can’t give you a card before the legal hold ends.');
    const yours = page.getByText('You keep your card.');
    for (const screen of ['notice', 'review', 'ticket', 'finished']) {
      await open(page, `resident-${screen}-held`);
      await expect(noCard, screen).toHaveCount(1);
      await expect(yours, screen).toHaveCount(0);
      // The control.
      await open(page, `resident-${screen}`);
      await expect(noCard, screen).toHaveCount(0);
      await expect(yours, screen).toHaveCount(screen === 'notice' ? 1 : 0);
    }
  },
);

test('what happens with an answer is read at every question and at the review, and is true under a legal hold', async ({
  page,
}) => {
  const happens = page.locator('[data-what-happens]');
  for (const state of rowsOf(['name', 'review', 'name-digit', 'choice', 'route'], 2)) {
    await open(page, `resident-${state}`);
    await expect(happens, state).toHaveText(
      'After you get your card or leave without one, the kiosk erases what you entered.',
    );
  }
  for (const state of ['name-held', 'review-held']) {
    await open(page, `resident-${state}`);
    await expect(happens, state).toHaveText(
      'A legal order to erase nothing (a legal hold) is in force. Until the hold ends, the kiosk isn’t allowed to erase what you enter.',
    );
  }
  // Where none can be given, nothing says that a card is made.
  await expect(page.locator('[data-asks]')).toHaveText('Check the details below. Is every letter right?');
  await open(page, 'resident-review');
  await expect(page.locator('[data-asks]')).toContainText('Your card is printed');
});

// `renderer/wording/resident/ending.test.ts` says the same of the words.
test(
  'what a legal hold keeps is not said to end, in no question and on no screen',
  LONG,
  async ({ page }) => {
    await open(page, 'resident-leave-held');
    await expect(page.getByRole('dialog')).toContainText('Your application stays open.');
    await expect(page.getByRole('dialog')).not.toContainText('application ends');
    await open(page, 'resident-idle-held');
    await expect(page.locator('[data-idle-end="held"]')).toHaveCount(2);
    await expect(page.getByRole('dialog')).not.toContainText('application ends');
    await open(page, 'resident-left-held');
    await expect(heading(page)).toHaveText('Your application stays open.');
    // The control.
    await open(page, 'resident-left-erased');
    await expect(heading(page)).toHaveText('You chose to leave. Your application has ended.');
  },
);

test('before a card is printed under a legal hold its applicant reads what that means, in their language', async ({
  page,
  show,
}) => {
  const notice = page.locator('[data-held-notice]');
  await show('check-held-in-arabic');
  await expect(notice.locator('[lang="ar"] p')).toHaveText([/\p{Script=Arabic}/u, /\p{Script=Arabic}/u]);
  await expect(notice.locator('[lang="ar"]')).toHaveCSS('direction', 'rtl');
  await expect(notice.locator('[lang="en"]')).toContainText(
    'can’t give you a card before the legal hold ends',
  );
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await show('check-held');
  await expect(notice.locator('[lang="en"] p')).toHaveCount(2);
  await expect(notice.locator('[lang="ar"]')).toHaveCount(0);
  // The control.
  await show('check');
  await expect(page.locator('main[data-screen="check"]')).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test('under a legal hold no slip is offered that promises a card today', async ({ page, show }) => {
  const slip = page.locator('main[data-screen="print"] [aria-keyshortcuts="F2"]');
  await show('print-pick-up-slip-held');
  await expect(page.locator('main[data-screen="print"]')).toBeVisible();
  await page.locator('html[data-done]').waitFor();
  await expect(slip).toHaveCount(0);
  // The control.
  await show('print-pick-up-slip');
  await expect(slip).toBeVisible();
});

test('a screen that is locked says that something is kept only where an application is open', async ({
  page,
}) => {
  await open(page, 'resident-idle-locked');
  await expect(page.locator('[data-reason="idle"]')).toContainText('is kept');
  await open(page, 'resident-ending-locked');
  await expect(page.locator('[data-reason]')).toHaveAttribute('data-reason', 'locked');
  await open(page, 'resident-locked');
  await expect(page.locator('[data-reason="locked"]')).toBeVisible();
  await expect(page.locator('main')).not.toContainText('kept');
});

test('starting over clears every field', async ({ page }) => {
  await open(page, 'resident-start-over');
  await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click();
  await expect(page.locator('main').getByText('Question 1 of')).toBeVisible();
  await onward(page).click();
  await expect(page.locator('#answer-name')).toHaveValue('');
});

test('starting over that is refused clears nothing, and says so', async ({ page }) => {
  await open(page, 'resident-start-over-refused');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep what I entered' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('#answer-name')).toHaveValue(TYPED.name);
  // What was told is over.
  await page.locator('[data-opens="start-over"]').click();
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
});

test('Arabic is read from the right, and a Latin name in it from the left', async ({ page }) => {
  await open(page, 'resident-review', { language: 'ar' });
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  const name = page.locator('[data-line="name"] dd bdi');
  expect(await name.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  const label = await page.locator('[data-line="name"] dt').boundingBox();
  const change = await page.locator('[data-line="name"] button').boundingBox();
  expect(change?.x ?? 0).toBeLessThan(label?.x ?? 0);
});

test('a date and a time in Arabic are isolated, whatever is written around them', async ({ page }) => {
  await open(page, 'resident-ticket-sealed', { language: 'ar' });
  const [until = ''] = await page.locator('[data-waits]').allTextContents();
  const isolated = until.match(/\u2068[^\u2068\u2069]*\u2069/g) ?? [];
  expect(isolated).toHaveLength(2);
  expect(isolated.join()).toMatch(/25.*\d:\d\d/);
  // No digit of it stands outside.
  expect(until.replace(/\u2068[^\u2069]*\u2069/g, '')).not.toMatch(/\d/);
  await open(page, 'resident-review', { language: 'ar' });
  await expect(page.locator('[data-line="birthDate"] dd bdi')).toHaveText(/14.*1990/);
});

test('a text that the city has in English alone says so, and keeps its direction', async ({ page }) => {
  await open(page, 'resident-choice', { language: 'ar' });
  const label = heading(page).locator('bdi');
  await expect(label).toHaveAttribute('lang', 'en');
  expect(await label.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  // The control: where the city has it in the language of the screen.
  await open(page, 'resident-name', { language: 'ar' });
  await expect(heading(page).locator('bdi')).not.toHaveAttribute('lang');
});

for (const language of languagesLooked)
  test(`the settings of keys are seen at once, in ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await open(page, 'resident-settings-keys', { language });
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    // Neither as a whole nor in the place within it that scrolls where it has to.
    const hidden = await dialog.evaluate((element) =>
      [element.parentElement ?? element, ...element.querySelectorAll('[data-scrolls]')].map((port) => [
        port.scrollHeight - port.clientHeight,
        port.scrollWidth - port.clientWidth,
      ]),
    );
    expect(hidden).toEqual([
      [0, 0],
      [0, 0],
    ]);
    const tops = await dialog
      .locator('fieldset')
      .evaluateAll((lists) =>
        lists.map((list) => Math.round(list.querySelector('label')?.getBoundingClientRect().top ?? 0)),
      );
    expect(new Set(tops).size).toBe(1);
  });

test('whoever is told their number, or what became of it, reads it as large and as dark as what came before', async ({
  page,
}) => {
  // The page before them is gone: they are another one, on which nobody has chosen anything.
  for (const state of rowsOf(['resident-ticket', 'resident-left-erased'], 1)) {
    await open(page, state, { theme: 'high', textSize: 'largest' });
    const html = page.locator('html');
    await expect(html, state).toHaveAttribute('data-resident', 'largest');
    await expect(html, state).toHaveAttribute('data-resident-theme', 'high');
    await awake(page);
    await onward(page).click();
    await expect(page.locator('[data-screen="resident-language"]')).toBeVisible();
    await expect(html, state).toHaveAttribute('data-resident', 'normal');
    await expect(html, state).toHaveAttribute('data-resident-theme', 'normal');
  }
});

test('whoever is told their number works the screen with their switches, and the next one finds none', async ({
  page,
}) => {
  await open(page, 'resident-ticket', { switchKeys: 'f7-f8' });
  const at = page.locator('[data-switch-at]');
  await expect(at).toHaveCount(1);
  await awake(page);
  for (let count = 0; count < 20 && (await at.getAttribute('data-main')) !== 'true'; count += 1)
    await page.keyboard.press('F7');
  await page.keyboard.press('F8');
  await expect(page.locator('[data-screen="resident-language"]')).toBeVisible();
  await expect(at).toHaveCount(0);
});

// The same of their switches is above.
test(
  'whoever is told their number keeps the filter of double strikes, and the next one finds none',
  LONG,
  async ({ page }) => {
    const html = page.locator('html');
    /** A hand that strikes the key for larger text twice. All is sent at once: what comes late is no double strike. */
    const strikeTwice = () =>
      Promise.all([
        page.keyboard.down('Control'),
        page.keyboard.down('='),
        page.keyboard.up('='),
        page.keyboard.down('='),
        page.keyboard.up('='),
        page.keyboard.up('Control'),
      ]);
    await open(page, 'resident-ticket-trembling');
    await strikeTwice();
    await expect(html).toHaveAttribute('data-resident', 'large');
    await awake(page);
    await onward(page).click();
    await expect(page.locator('[data-screen="resident-language"]')).toBeVisible();
    await expect(html).toHaveAttribute('data-resident', 'normal');
    // The control.
    await strikeTwice();
    await expect(html).toHaveAttribute('data-resident', 'largest');
  },
);

test('the page tells how its resident sees it, for the one that comes after it, once they have begun', async ({
  page,
}) => {
  for (const [state, told] of [
    ['resident-name', [{ ...FIRST_LOOK, textSize: 'large' }]],
    // Whoever comes next here may be somebody else.
    ['resident-language', []],
  ] as const) {
    await open(page, state);
    const looks = await hearCalls(page, 'chooseLook');
    await page.keyboard.press('Control+=');
    await expect(page.locator('html')).toHaveAttribute('data-resident', 'large');
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    expect(await looks(), state).toEqual(told);
  }
});

test('a field of staff over a screen is none that the applicant’s keyboard writes into afterward', async ({
  page,
}) => {
  await open(page, 'resident-name');
  await awake(page);
  await onward(page).focus();
  await page.keyboard.press('F11');
  const dialog = page.getByRole('dialog');
  const signIn = dialog.getByRole('button', { name: 'Staff sign-in' });
  await awakeAt(signIn);
  await signIn.click();
  await dialog.getByRole('button', { name: 'Someone else signs in' }).click();
  await dialog.locator('#staff-name').focus();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.locator('[data-on-screen-keyboard]').getByRole('button', { name: 'Q', exact: true }).click();
  await expect(page.locator('#answer-name')).toHaveValue('Q');
});

test('the next resident finds the screen as everybody does', async ({ page }) => {
  await open(page, 'resident-ticket', { language: 'ar', theme: 'high', textSize: 'largest' });
  await expect(page.locator('html')).toHaveAttribute('data-resident', 'largest');
  await onward(page).click();
  await expect(page.locator('[data-screen="resident-language"]')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-resident', 'normal');
  await expect(page.locator('html')).toHaveAttribute('data-resident-theme', 'normal');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a resident who presses the key of staff goes back to where they were', async ({ page }) => {
  await open(page, 'resident-name-digit');
  for (const key of ['F11', 'F6', 'F10']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toContainText('This is for staff');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await expect(page.locator('#answer-name')).toHaveValue('Wilhelmina 0konkwo');
});
