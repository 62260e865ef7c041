import type { Page } from '@playwright/test';
import { pageKeyboard, setUpKiosk, signInClerk, waitForStart } from '../../build/kiosk/clerk.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { getState } from '../support/kiosk/core-calls.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { expect, test } from './fixtures.ts';

/**
 * Has the page itself tell what the clerk does. An ACTION is every key press that is not typing. Typing is:
 * a character in a text field, Tab, an Enter that finishes a text field, and letters that find a document.
 * The Space that ticks a document is an action. Auto-repeat is not a press. A pointer tells of itself as well.
 */
async function watchHands(page: Page): Promise<{ readonly actions: string[]; readonly pointers: string[] }> {
  const seen: { readonly actions: string[]; readonly pointers: string[] } = { actions: [], pointers: [] };
  await page.exposeFunction('tellAction', (key: string) => seen.actions.push(key));
  await page.exposeFunction('tellPointer', (kind: string) => seen.pointers.push(kind));
  await page.evaluate(() => {
    const tell = (name: string, word: string): void => {
      const listener: unknown = Reflect.get(window, name);
      if (typeof listener === 'function') listener(word);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const inText = event.target instanceof HTMLInputElement && event.target.type === 'text';
      const character = [...event.key].length === 1;
      const typing = event.key === 'Tab' || (inText && (character || event.key === 'Enter'));
      const finding = character && event.key !== ' ';
      if (!event.repeat && !typing && !finding) tell('tellAction', event.key);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    for (const kind of ['pointerdown', 'mousedown', 'touchstart', 'wheel']) {
      window.addEventListener(kind, () => tell('tellPointer', kind), { capture: true });
    }
  });
  return seen;
}

// About 6 s: two Electrons come up, one card is printed.
test('issues a card by keyboard alone, from the first run on, in seven actions besides typing', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const session = await kiosk.shown();
  const { page } = session;
  const keys = pageKeyboard(page);
  const hands = await watchHands(page);
  await setUpKiosk(page, keys, 'City Hall, desk 2');
  await signInClerk(page, keys);
  expect(hands.pointers).toEqual([]);
  hands.actions.length = 0;

  await bringTo('named', page, WILHELMINA);
  await keys.press('F12');
  const next = await kiosk.shown(session);
  await waitForStart(next.page);

  expect(hands.actions).toEqual(['Enter', ' ', ' ', 'Enter', ' ', 'Enter', 'F12']);
  expect(hands.pointers).toEqual([]);
  await expect(next.page.locator('[data-last-ending="ended"]')).toContainText('Card handed over.');
  await expect(next.page.locator('[data-count="issued"]')).toHaveText('1');
  const { status } = await getState(next.page);
  expect(status.inProgress).toEqual([]);
  expect(status.lastEnding).toMatchObject({
    kind: 'ended',
    receipt: {
      erased: { outcome: 'issued', search: { kind: 'searched', hits: 0, unreadable: 0 } },
      notDone: expect.any(Array),
    },
  });
});
