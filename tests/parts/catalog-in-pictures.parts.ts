import { fixtures } from '../../build/dev/fixtures/fixtures.ts';
import { readCatalog } from '../../build/words/catalog.ts';
import { type ShownState, showState } from '../../build/words/show-state.ts';
import { indexOfWords, knownAs } from '../../build/words/word-index.ts';
import { expect, test } from './browser.ts';
import { isLong } from './rows.ts';

// A file of its own, early by its name: the longest test of all begins while there are others for the other workers.

/** Longer than a state takes on a machine that has more to do: on one that does nothing else it is a second. */
const STATE_MILLISECONDS = 15_000;

// `npm run words:pictures` says the same; here before a release, without anybody's asking.
if (isLong)
  test('every message is shown by a state, printed by one, or never shown anywhere', async ({ page }) => {
    test.setTimeout(fixtures.length * STATE_MILLISECONDS);
    const server = process.env.COUNTERFOIL_PARTS_SERVER;
    if (server === undefined) throw new Error('the server is missing');
    const states: ShownState[] = [];
    // One that does not come is told by its name.
    for (const fixture of fixtures)
      await test.step(fixture.name, async () => states.push(await showState(page, server, fixture)));
    const nowhere = indexOfWords(await readCatalog(), states, new Map()).filter(
      (each) => knownAs(each) === 'nowhere',
    );
    expect(nowhere.map(({ english }) => english)).toEqual([]);
  });
