import { fixtureNamed } from '../../build/dev/fixtures/fixtures.ts';
import { readCatalog } from '../../build/words/catalog.ts';
import { type ShownState, showState } from '../../build/words/show-state.ts';
import { expect, test } from './browser.ts';

const catalog = await readCatalog();

/** The places of a message in a state, by its English text. */
function placesOf(english: string, { messages }: ShownState) {
  const found = catalog.find((each) => each.english === english);
  if (found === undefined) throw new Error(`no message says ${english}`);
  return messages.filter(({ id }) => id === found.id);
}

test('a known message is found in a known state, where its words are', async ({ page }) => {
  const fixture = fixtureNamed('sign-in');
  const server = process.env.COUNTERFOIL_PARTS_SERVER;
  if (fixture === null || server === undefined) throw new Error('the state or the server is missing');
  const state = await showState(page, server, fixture);
  const [place] = placesOf('Your passphrase', state);
  const label = await page.getByText('Your passphrase').boundingBox();
  expect(place?.how).toBe('seen');
  // The words themselves: not wider than the element that has them.
  expect(place?.box?.width).toBeGreaterThan(20);
  expect(place?.box?.width).toBeLessThanOrEqual(Math.ceil(label?.width ?? 0));
  expect(place?.box?.y).toBeCloseTo(label?.y ?? -1, -1);
  // What only screen readers say is found as well, and what another state shows is not.
  expect(state.messages.some(({ how }) => how === 'heard')).toBe(true);
  expect(placesOf('Show', state)).not.toEqual([]);
  expect(placesOf('Take photo', state)).toEqual([]);
});

test('what no release says yet of a translation is shown by a state', async ({ page }) => {
  const fixture = fixtureNamed('applicant-screens-confirmed');
  const server = process.env.COUNTERFOIL_PARTS_SERVER;
  if (fixture === null || server === undefined) throw new Error('the state or the server is missing');
  const state = await showState(page, server, fixture);
  expect(placesOf('Confirmed by a native speaker', state)).toHaveLength(2);
});

test('without being asked for, no message is marked', async ({ page, show }) => {
  await show('sign-in');
  await expect(page.getByText('Your passphrase')).toBeVisible();
  expect(await page.evaluate(() => window.shownMessages)).toBeUndefined();
  expect(await page.locator('body').textContent()).not.toMatch(/[\u{e0000}-\u{e007f}]/u);
});
