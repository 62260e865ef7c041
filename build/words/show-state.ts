import type { Page } from '@playwright/test';
import type { Fixture } from '../dev/fixtures/fixture.ts';
import type { PrintedPaper } from '../dev/page/mark-messages.ts';
import type { ShownMessage } from '../dev/page/shown-messages.ts';

/** The usual screen of a clerk. */
const WIDTH = 1280;
const HEIGHT = 800;

/** Longer than whatever a state does by itself takes, on a machine that has more to do. */
const PATIENCE_MILLISECONDS = 60_000;

/** What scrolls is measured again once the page is as high as it asked for. */
const MOST_MEASURINGS = 3;

/** A state, as it was on the page. */
export interface ShownState {
  readonly name: string;
  readonly title: string;
  readonly screen: string;
  readonly width: number;
  readonly height: number;
  readonly messages: readonly ShownMessage[];
  /** What was printed on the way there. */
  readonly papers: readonly PrintedPaper[];
}

/** How much higher the page must be for everything in it to be seen at once. */
function hiddenHeight(page: Page): Promise<number> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowY))
      .reduce((most, each) => Math.max(most, each.scrollHeight - each.clientHeight), 0),
  );
}

/** Pictures, fonts and the camera are there, and what follows from them is painted. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      [...document.images].every(({ complete }) => complete) &&
      // Without a camera there is nothing to wait for.
      [...document.querySelectorAll('video')].every(
        ({ srcObject, readyState }) => srcObject === null || readyState >= HTMLMediaElement.HAVE_CURRENT_DATA,
      ),
    undefined,
    { timeout: PATIENCE_MILLISECONDS },
  );
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame += 1) await new Promise((painted) => requestAnimationFrame(painted));
  });
}

/** Opens a state of `npm run dev` with its messages marked, and makes the page so high that nothing scrolls, unless that is what it shows. */
export async function showState(page: Page, server: string, fixture: Fixture): Promise<ShownState> {
  const { name, title, screen, steps, scrolls } = fixture;
  await page.setViewportSize({ width: WIDTH, height: HEIGHT });
  await page.goto(`${server}screen?state=${name}&marked`);
  const isThere = { state: 'attached', timeout: PATIENCE_MILLISECONDS } as const;
  await page.locator(`main[data-screen="${screen}"]`).waitFor(isThere);
  await page.locator(`html[data-done="${steps.length}"]`).waitFor(isThere);
  await settle(page);
  let height = HEIGHT;
  for (let measuring = 0; measuring < MOST_MEASURINGS; measuring += 1) {
    const hidden = scrolls ? 0 : await hiddenHeight(page);
    if (hidden === 0) break;
    height += hidden;
    await page.setViewportSize({ width: WIDTH, height });
    await settle(page);
  }
  const messages = await page.evaluate(() => window.shownMessages?.() ?? []);
  const papers = await page.evaluate(() => window.printedPapers ?? []);
  return { name, title, screen, width: WIDTH, height, messages, papers };
}
