import { residentPage } from '../../../renderer/resident/page/resident-page.ts';
import { createFixtureCore } from '../core/fixture-core.ts';
import { fixtureNamed } from '../fixtures/fixtures.ts';
import { parametersOf, withParameters } from '../fixtures/resident-parameters.ts';
import { replaceCamera } from './camera.ts';
import { doInTurn } from './do-in-turn.ts';
import { markMessages, withoutMarksOutside } from './mark-messages.ts';
import { pictures } from './pictures.ts';
import { printable } from './printable.ts';

// Runs before the product's own script, in the place of a session's preload.

function show(name: string): void {
  location.search = new URLSearchParams({ state: name }).toString();
}

const asked = new URLSearchParams(location.search);
const name = asked.get('state') ?? 'start';
const named = fixtureNamed(name);
if (named === null) throw new Error(`no state is called ${name}`);
const fixture = withParameters(named, parametersOf(asked));
residentPage.setState(fixture.resident);
// Behind a # a state on the screen gets another contrast and size without being opened anew: `#theme=low-contrast&size=large`.
window.addEventListener('hashchange', () => {
  const { theme, textSize } = parametersOf(new URLSearchParams(location.hash.slice(1)));
  residentPage.setState(({ settings: { theme: _theme, textSize: _textSize, ...settings } }) => ({
    settings: {
      ...settings,
      ...(theme === undefined ? {} : { theme }),
      ...(textSize === undefined ? {} : { textSize }),
    },
  }));
});

const bridge = createFixtureCore(fixture, {
  policy: fixture.policy,
  pictures,
  printable,
  endSession: show,
  // Not sooner: React mounts a page twice while it is developed, and the second time begins at the start.
  painted: () => void doInTurn(fixture.steps).catch((error: unknown) => console.error(error)),
  onBug: (what, error) => console.error(`the fixture core failed at ${what}`, error),
});
const isMarked = asked.has('marked');
Object.defineProperty(window, 'counterfoil', { value: isMarked ? withoutMarksOutside(bridge) : bridge });
replaceCamera(fixture.camera);
if (isMarked) markMessages();
