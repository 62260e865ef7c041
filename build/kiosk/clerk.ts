import type { Page } from '@playwright/test';
import { answerId } from '../../renderer/application/answers/answer-order.ts';
import { TERMINATOR_MILLISECONDS } from '../../renderer/parts/keys/scan-watch.ts';
import { fieldOf, fields, type InputName, inputNames } from '../../shared/application/fields.ts';
import { type Receipt, receipt } from '../../shared/contract/receipt.ts';
import type { CompletePolicy } from '../../shared/programme/complete.ts';

/** What a clerk types for one invented person. Inputs that are not named stay empty. */
export type TypedApplication = Readonly<
  Partial<Record<InputName, string>> & Record<'name' | 'birthDay' | 'birthMonth' | 'birthYear', string>
>;

/** A keyboard, whoever presses its keys: Playwright's input events or an X display's. */
export interface ClerkKeyboard {
  type(text: string): Promise<void> | void;
  /** Keys by their DOM names: `Enter`, `Tab`, `F12`, ` `. */
  press(key: string): Promise<void> | void;
}

/** Whether something failed because the page it was meant for is gone, in Playwright's own words. */
export function isClosed(error: unknown): boolean {
  return error instanceof Error && error.message.includes('has been closed');
}

/** From a key to the next one: a hand is slower than a scanner. A fast machine has changed the screen sooner. */
export const HAND_MILLISECONDS = 25;
/** From a text, which is sent as fast as a scanner does, to the key that presses a button or a check box. */
export const BEHIND_TEXT_MILLISECONDS = TERMINATOR_MILLISECONDS + 10;
/** When a page was last sent a key, and a text, in milliseconds of this process. */
const typed = new WeakMap<Page, { readonly at: number; readonly textAt: number }>();
const NEVER = { at: Number.NEGATIVE_INFINITY, textAt: Number.NEGATIVE_INFINITY };

/** Where an Enter or a Space right behind a text is taken for a scanner's. */
const BY_HAND = 'button, [type="checkbox"], [role="dialog"] *, form:has([data-irreversible="true"]) *';

/** Waits until the key that comes next is a hand's, whatever was pressed or typed before it. */
async function waitAsHand(page: Page, key: string): Promise<void> {
  const { at, textAt } = typed.get(page) ?? NEVER;
  // In the text field of any other form Enter is taken however soon it comes.
  const isForButton =
    (key === 'Enter' || key === ' ') && performance.now() - textAt < BEHIND_TEXT_MILLISECONDS;
  const buttons = page.locator(`:is(${BY_HAND}):focus`);
  const isAtButton = isForButton && (await buttons.count()) > 0;
  const from = Math.max(at + HAND_MILLISECONDS, isAtButton ? textAt + BEHIND_TEXT_MILLISECONDS : 0);
  const rest = from - performance.now();
  // Not by Node's own timers: the pages of `npm run dev` have these accounts from here.
  if (rest > 0) await new Promise((over) => setTimeout(over, rest));
}

/** Keys through the session's debugging port: trusted input events of the real page. */
export function pageKeyboard(page: Page): ClerkKeyboard {
  return {
    async type(text) {
      await page.keyboard.type(text);
      const at = performance.now();
      typed.set(page, { at, textAt: text.length > 1 ? at : NEVER.textAt });
    },
    async press(key) {
      try {
        // A screen is seen a moment before the focus arrives on it; an Enter in between would press nothing.
        // And a button that ends something sleeps for a moment.
        if (key === 'Enter' || key === ' ')
          await page.locator(':focus:not([data-asleep="true"])').waitFor({ state: 'attached' });
        // From a field or a list Enter presses the button that has it written on it, or that submits.
        const sleeping = `:is([aria-keyshortcuts="${key}"]${key === 'Enter' ? ', [type="submit"]' : ''})[data-asleep="true"]`;
        await page.locator(sleeping).first().waitFor({ state: 'detached' });
        await waitAsHand(page, key);
        await page.keyboard.press(key);
        typed.set(page, { ...(typed.get(page) ?? NEVER), at: performance.now() });
      } catch (error) {
        // Going down, the key may end this session: then there is no page left on which it could come up.
        if (!isClosed(error)) throw error;
      }
    },
  };
}

export const SUPERVISOR = { name: 'Marisol Tidewater', passphrase: 'copper lantern orbit thimble' };
export const SECOND_SUPERVISOR = { name: 'Ottilie Farthingale', passphrase: 'marble ticket harvest violin' };
export const CLERK = { name: 'Anselm Brightwater', passphrase: 'velvet anchor mosaic pebble' };
/** Whoever works at a kiosk from its set-up on, in the order of that form. */
export const FIRST_STAFF = { supervisor: SUPERVISOR, secondSupervisor: SECOND_SUPERVISOR, clerk: CLERK };

/** Whom the demo and the benches serve: nearly every field is filled in. */
export const APPLICANT: TypedApplication = {
  name: 'Wilhelmina Featherstone-Okonkwo',
  birthDay: '14',
  birthMonth: '03',
  birthYear: '1990',
  emergencyName: 'Barnaby Quillfeather',
  emergencyPhone: '555 0142 778',
  libraryNumber: '2904 1177 3302',
};

/** Waits until the named screen is on the page. */
export async function waitForScreen(page: Page, screen: string): Promise<void> {
  await page.locator(`main[data-screen="${screen}"]`).waitFor({ state: 'visible' });
}

/** Waits until a card was sent to the printer. A quick one lies in the tray before anybody has looked. */
export async function waitForPrint(page: Page): Promise<void> {
  await page.locator('main:is([data-screen="print"], [data-screen="hand-over"])').waitFor();
}

/**
 * The first run: kiosk, both supervisors, first clerk, then the decisions that keys are kept in memory and that there
 * are no recovery codes. Every field by keyboard. Afterwards nobody is signed in.
 */
export async function setUpKiosk(page: Page, keys: ClerkKeyboard, kioskName: string): Promise<void> {
  await waitForScreen(page, 'set-up');
  const people = Object.values(FIRST_STAFF);
  const values = [kioskName, ...people.flatMap(({ name, passphrase }) => [name, passphrase, passphrase])];
  for (const [index, value] of values.entries()) {
    await keys.type(value);
    if (index < values.length - 1) await keys.press('Tab');
  }
  await keys.press('Enter');
  for (const [screen, choice] of [
    ['go-live', '1'],
    ['recovery-decision', '2'],
  ] as const) {
    await waitForScreen(page, screen);
    await keys.press(choice);
    await waitForMainKey(page, screen, 'Enter');
    await keys.press('Enter');
  }
  await waitForScreen(page, 'sign-in');
}

/** Signs the clerk in. Staff stand in the order of their names, and the clerk's comes first. */
export async function signInClerk(page: Page, keys: ClerkKeyboard): Promise<void> {
  await typeClerksPassphrase(page, keys);
  await waitForScreen(page, 'start');
}

/** The same, whatever comes on the screen then. */
export async function typeClerksPassphrase(page: Page, keys: ClerkKeyboard): Promise<void> {
  await waitForScreen(page, 'sign-in');
  await keys.press('Tab');
  await keys.type(CLERK.passphrase);
  await keys.press('Enter');
}

/** Waits until the button with this key on it is enabled; the other buttons of a screen may be so before. */
async function waitForMainKey(page: Page, screen: string, key: string): Promise<void> {
  const enabledButton = `button[aria-keyshortcuts="${key}"]:not([aria-disabled="true"])`;
  await page.locator(`main[data-screen="${screen}"] ${enabledButton}`).waitFor();
}

/** Waits until the next person may begin: the last wipe is proven. */
export async function waitForStart(page: Page): Promise<void> {
  await waitForScreen(page, 'start');
  await waitForMainKey(page, 'start', 'Enter');
}

/** Types the answers in the order in which the screen asks for them, and goes on to the documents. */
export async function answer(page: Page, keys: ClerkKeyboard, typed: TypedApplication): Promise<void> {
  await waitForScreen(page, 'answers');
  // An input without an answer is passed with Tab once a later one has an answer; behind the last one Enter goes on.
  let tabsDue = 0;
  const inputs = await inputsOnScreen(page);
  for (const [place, input] of inputs.entries()) {
    const text = typed[input] ?? '';
    if (text !== '') {
      for (; tabsDue > 0; tabsDue -= 1) await keys.press('Tab');
      await keys.type(text);
    }
    // A part of a date that is full hands the focus on by itself, to the next part of the same date.
    const isPart = fields[fieldOf(input)].kind === 'date';
    const next = inputs[place + 1];
    const handsOn = isPart && text !== '' && next !== undefined && fieldOf(next) === fieldOf(input);
    if (!handsOn) tabsDue += 1;
  }
  await keys.press('Enter');
}

/** The inputs of the form in the order of the page: the programme's. */
async function inputsOnScreen(page: Page): Promise<readonly InputName[]> {
  const ids = await page
    .locator('[id^="answer-"]:is(input, select)')
    .evaluateAll((elements) => elements.map(({ id }) => id));
  return ids.flatMap((id) => inputNames.filter((input) => id === answerId(input)));
}

/**
 * Ticks these check marks, each found by its name in the policy, and goes on to the photo. What a caretaker shows has a
 * step of its own before the documents, at the ages at which it counts.
 */
export async function tickEach(page: Page, keys: ClerkKeyboard, ticks: readonly string[]): Promise<void> {
  await page.locator('main:is([data-screen="caretaker"], [data-screen="documents"])').waitFor();
  if (await page.locator('main[data-screen="caretaker"]').isVisible()) {
    await tickOnScreen(page, keys, ticks);
    await keys.press('Enter');
  }
  await waitForScreen(page, 'documents');
  await tickOnScreen(page, keys, ticks);
  await page.locator('[data-proven="false"]').first().waitFor({ state: 'detached' });
  await keys.press('Enter');
}

/** Those of the check marks that this screen has. */
async function tickOnScreen(page: Page, keys: ClerkKeyboard, ticks: readonly string[]): Promise<void> {
  for (const tick of ticks) {
    const box = page.locator(`[data-document="${tick}"]`);
    if ((await box.count()) === 0) continue;
    await box.focus();
    await keys.press(' ');
  }
}

/** Takes the photo once the camera's picture is there, and waits until its card may be printed. */
export async function takePhoto(page: Page, keys: ClerkKeyboard): Promise<void> {
  await photograph(page, keys);
  await waitForReadBack(page, keys);
}

/** Takes the photo once the camera's picture is there; the read-back comes, with whatever is still to be done there. */
export async function photograph(page: Page, keys: ClerkKeyboard): Promise<void> {
  await waitForScreen(page, 'photo');
  await waitForMainKey(page, 'photo', 'Space');
  await keys.press(' ');
  await waitForScreen(page, 'check');
}

/** Waits until the read-back has been on the screen for long enough to print its card, and its last line as well. */
export async function waitForReadBack(
  page: Page,
  keys: Pick<ClerkKeyboard, 'press'> = pageKeyboard(page),
): Promise<void> {
  await waitForScreen(page, 'check');
  const lines = (seen: 'more' | 'seen') => page.locator(`[data-read-back-lines="${seen}"]`);
  await lines('more').or(lines('seen')).waitFor();
  while ((await lines('more').count()) > 0) {
    await keys.press('PageDown');
    // The browser tells a frame later what is in sight.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
  }
  await waitForMainKey(page, 'check', 'Enter');
}

/** The number of the card that was sent to the printer, as plain characters. */
export async function cardNumberOnScreen(page: Page): Promise<string> {
  const state: unknown = await page.evaluate(() => window.counterfoil.call('getState', {}));
  const number = JSON.stringify(state)
    .match(/"cardNumber":"([^"]+)"/)?.[1]
    ?.replaceAll(/[^0-9A-Z]/g, '');
  if (number === undefined) throw new Error('no card has been printed');
  return number;
}

/** The last four characters of the card that lies in the tray. */
export async function lastFourOnScreen(page: Page): Promise<string> {
  return (await cardNumberOnScreen(page)).slice(-4);
}

/** Types the last four characters of the printed card at its hand-over. */
export async function nameCard(page: Page, keys: ClerkKeyboard = pageKeyboard(page)): Promise<void> {
  await waitForScreen(page, 'hand-over');
  await keys.type(await lastFourOnScreen(page));
  await page.locator('[data-enabled="true"]').waitFor();
}

/** The receipt as it stands on the start screen. */
export async function receiptOn(page: Page): Promise<Receipt> {
  const text = await page.locator('[data-receipt]').textContent();
  return receipt.parse(JSON.parse(text ?? ''));
}

/** Opens the question whether to end without a card. */
export async function askToEnd(page: Page, keys: ClerkKeyboard): Promise<void> {
  await keys.press('F4');
  await page.locator('[role="dialog"] :focus').waitFor();
}

/** By keys to its button that denies: behind the one that keeps the application, and the one that withdraws it. */
export async function pressDeny(keys: ClerkKeyboard): Promise<void> {
  for (const key of ['Tab', 'Tab', 'Enter']) await keys.press(key);
}

/**
 * Chooses the first of the policy's reasons in the open question, and lets the supervisor review it where the policy asks
 * for that. The slip is on the screen then.
 */
export async function refuse(
  page: Page,
  keys: ClerkKeyboard,
  { review }: NonNullable<CompletePolicy['denial']>,
): Promise<void> {
  await page.locator('input[name="denial-reason"]').first().waitFor();
  await keys.press('1');
  await page.locator('input[name="denial-reason"]:checked').waitFor();
  await keys.press('Enter');
  if (review === 'supervisor') {
    await page.locator('#approval-passphrase').focus();
    await keys.type(SUPERVISOR.passphrase);
    await keys.press('Enter');
  }
  await waitForScreen(page, 'denial-slip');
}
