import {
  answer,
  pageKeyboard,
  type TypedApplication,
  waitForScreen,
  waitForStart,
} from '../../build/kiosk/clerk.ts';
import { askedInputs } from '../../shared/application/fields.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { keptAnswers } from '../support/kiosk/core-calls.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { readShippedPolicy } from '../support/kiosk/shipped-policy.ts';
import { press } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

// About 6 s.
test('typed without any pause: every character of every field is kept, and outlives a kill -9 of the session', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const session = await kiosk.signedIn();
  const keys = await bringTo('answers', session.page, WILHELMINA);
  // Enter, and the list of what is missing, go by the order of the policy: the form has the same.
  const inputs = session.page.locator('main input[id^="answer-"]');
  const asked = askedInputs(readShippedPolicy().fields);
  await expect(inputs).toHaveCount(asked.length);
  expect(await inputs.evaluateAll((elements) => elements.map(({ id }) => id))).toEqual(
    asked.map((input) => `answer-${input}`),
  );
  await answer(session.page, keys, WILHELMINA);
  await waitForScreen(session.page, 'documents');
  // What the fields show was typed; what the core holds is sealed and in the vault.
  await expect.poll(() => keptAnswers(session.page)).toMatchObject(WILHELMINA);
  process.kill(session.pid, 'SIGKILL');
  const next = await kiosk.shown(session);
  await waitForScreen(next.page, 'answers');
  const typed: TypedApplication = WILHELMINA;
  for (const input of asked) {
    await expect(next.page.locator(`#answer-${input}`), input).toHaveValue(typed[input] ?? '');
  }
});

// About 8 s: three sessions.
test(
  'a session that dies while somebody types: the next keys go on where the typing stopped',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const session = await kiosk.signedIn();
    await bringTo('answers', session.page, WILHELMINA);
    await pageKeyboard(session.page).type('Wilhelmina Fea');
    await expect.poll(() => keptAnswers(session.page)).toMatchObject({ name: 'Wilhelmina Fea' });
    process.kill(session.pid, 'SIGKILL');
    const second = await kiosk.shown(session);
    const name = second.page.locator('#answer-name');
    await expect(name).toBeFocused();
    const keys = pageKeyboard(second.page);
    await keys.type('therstone');
    await expect(name).toHaveValue('Wilhelmina Featherstone');
    await keys.press('Tab');
    await keys.type('1');
    // Each field is kept for itself: the last letters of one may come after the first of the next.
    const typed = { name: 'Wilhelmina Featherstone', birthMonth: '1' };
    await expect.poll(() => keptAnswers(second.page)).toMatchObject(typed);
    process.kill(second.pid, 'SIGKILL');
    const third = await kiosk.shown(second);
    // One that was opened by itself and has lost its session again waits in the list.
    await waitForStart(third.page);
    await press(third.page, /^Open ticket/);
    await waitForScreen(third.page, 'answers');
    const month = third.page.locator('#answer-birthMonth');
    await expect(month).toBeFocused();
    await pageKeyboard(third.page).type('1');
    await expect(month).toHaveValue('11');
    await expect(third.page.locator('#answer-name')).toHaveValue('Wilhelmina Featherstone');
  },
);

// About 4 s. Two presses of a key without a release are what the system sends while a key is held.
test(
  'holding a letter offers its accents; a number puts one in its place, in the letter’s own case',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    await bringTo('answers', page, WILHELMINA);
    const keys = pageKeyboard(page);
    const name = page.locator('#answer-name');
    const hold = async (key: string): Promise<void> => {
      for (let repeat = 0; repeat < 6; repeat += 1) await page.keyboard.down(key);
      await page.keyboard.up(key);
    };
    await hold('E');
    await expect(page.locator('[data-accents="E"] kbd')).toHaveText([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '0',
    ]);
    await keys.press('1');
    await expect(name).toHaveValue('É');
    await expect(page.locator('[data-accents]')).toHaveCount(0);
    await keys.type('lo');
    await hold('i');
    await keys.press('4');
    await keys.type('se Nu');
    await hold('n');
    // Typing on is an answer as well: the letter stays as it is, and the number row types numbers again.
    await keys.type('ez 2');
    await expect(name).toHaveValue('Éloïse Nunez 2');
    await hold('a');
    await keys.press('Escape');
    await expect(page.locator('[data-accents]')).toHaveCount(0);
    // Escape closed the offer and did not leave the screen.
    await expect(page.locator('main')).toHaveAttribute('data-screen', 'answers');
    await expect(name).toHaveValue('Éloïse Nunez 2a');
    await expect.poll(async () => (await keptAnswers(page)).name).toBe('Éloïse Nunez 2a');
  },
);
