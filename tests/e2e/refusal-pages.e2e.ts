import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createFront, type Front } from '../../electron/launcher/front-process.ts';
import type { FrontPage } from '../../shared/contract/launcher.ts';
import { problemWords } from '../../shared/start/problem-words.ts';
import { sampleProblems } from '../../shared/start/sample-problems.test-support.ts';
import { mayTryAgain, problemCode, type StartProblem } from '../../shared/start/start-problem.ts';
import type { Screenshot } from '../support/display/screenshot.ts';
import { attachToFront } from '../support/kiosk/attach-to-front.ts';
import type { Deployed } from '../support/kiosk/deployed.ts';
import {
  COLORS_OF_A_TEXT,
  type Counter,
  colorsOf,
  expect,
  isRoot,
  PATIENT,
  test,
} from './deployed-fixtures.ts';

// Every page there is, on a real display by the program that shows it, told by its own channel as the launcher tells
// it. Which cause leads to which page is not shown here but in refusals.e2e.ts, refused-data.e2e.ts and in the tests of
// the parts.

/** As the launcher starts it: Chromium complains of a bus that no kiosk has. */
const QUIET = ['--log-level=3'];

interface Row {
  /** Of its picture. */
  readonly name: string;
  readonly page: FrontPage;
  readonly words: readonly string[];
}

function wordsOf(problem: StartProblem): readonly string[] {
  const { title, happened, todo, call, details } = problemWords(problem);
  return [title, happened, todo, call, details, problemCode(problem)];
}

function firstTime(problem: StartProblem): Row {
  return {
    name: `refusal-${problemCode(problem)}`,
    page: { kind: 'problem', problem, tries: 0, again: mayTryAgain(problem) },
    words: wordsOf(problem),
  };
}

/** As long as a name of a folder may be. */
const LONG: StartProblem = {
  kind: 'not-writable',
  path: `/srv/${'city-hall-annex-'.repeat(16).slice(0, 255)}/kiosk`,
};
const FULL: StartProblem = { kind: 'disk-full', path: '/srv/kiosk' };

const ROWS: readonly Row[] = [
  ...sampleProblems.map(firstTime),
  { ...firstTime(LONG), name: 'refusal-long-path' },
  {
    name: 'refusal-stopped-trying',
    page: { kind: 'problem', problem: FULL, tries: 20, again: false },
    words: [...wordsOf(FULL), 'Tried again 20 times.', 'You can try again within 10 minutes.'],
  },
  {
    name: 'front-trying-again',
    page: { kind: 'trying' },
    words: ['Trying again', 'The kiosk is trying to start again. Wait a moment.'],
  },
];

/** What is measured on the least screen as well: in short runs the two with most to read. */
const AT_LEAST: readonly Row[] =
  process.env.COUNTERFOIL_SAMPLE === '1'
    ? ROWS.filter(({ name }) => name === 'refusal-long-path' || name === 'refusal-stopped-trying')
    : ROWS;

/** What the display shows once it has changed and stands still. */
async function nextPicture(counter: Counter, before: Screenshot): Promise<Screenshot> {
  let [last, now] = [before, counter.takePicture()];
  await expect
    .poll(() => {
      [last, now] = [now, counter.takePicture()];
      // Between two pages there may be an empty one for a while.
      return !isSame(now, before) && isSame(now, last) && colorsOf(now) > COLORS_OF_A_TEXT;
    }, PATIENT)
    .toBe(true);
  return now;
}

function isSame(one: Screenshot, other: Screenshot): boolean {
  return Buffer.compare(Buffer.from(one.pixels.buffer), Buffer.from(other.pixels.buffer)) === 0;
}

/** By how many pixels a page is larger than its window. */
function beyondWindow(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return [scrollWidth - clientWidth, scrollHeight - clientHeight];
  });
}

async function showsWords(page: Page, row: Row): Promise<void> {
  for (const words of row.words) await expect(page.locator('main'), row.name).toContainText(words);
  await expect(page.locator('header'), row.name).toHaveText('Evaluation runtime: not for residents’ data');
}

/** Opens the program that shows the pages, with a first one on the counter's display, and ends it behind `use`. */
async function withFront(
  deployed: Deployed,
  counter: Counter,
  use: (front: Front, page: Page) => Promise<void>,
): Promise<void> {
  const front = createFront(
    () => ({
      executable: join(deployed.folder, 'counterfoil-session'),
      words: ['--front-page', ...(isRoot ? ['--no-sandbox'] : []), ...QUIET, '--remote-debugging-port=0'],
      environment: {
        PATH: '/usr/bin:/bin',
        DISPLAY: counter.display.name,
        XDG_RUNTIME_DIR: counter.memory,
      },
    }),
    'evaluation',
  );
  try {
    expect(await front.show({ kind: 'restarting' })).toBe(true);
    await use(front, await attachToFront(counter.memory));
  } finally {
    await front.hide();
  }
}

// About 10 s for all of them, and 10 s for those that follow each other: one program shows one after the other.
test('every code has a page that can be read whole, at 1280 × 800 and at 1024 × 768', async ({
  deployed,
  openCounter,
}) => {
  const counter = await openCounter();
  let picture = counter.takePicture();
  // The positive control: a display without a page is of one color.
  expect(colorsOf(picture)).toBe(1);
  await withFront(deployed, counter, async (front, page) => {
    picture = await nextPicture(counter, picture);
    for (const row of ROWS) {
      expect(await front.show(row.page), row.name).toBe(true);
      await showsWords(page, row);
      picture = await nextPicture(counter, picture);
      counter.keepPicture(row.name, picture);
      await expect.poll(() => beyondWindow(page), row.name).toEqual([0, 0]);
    }
    await page.setViewportSize({ width: 1024, height: 768 });
    for (const row of AT_LEAST) {
      expect(await front.show(row.page), row.name).toBe(true);
      // Waited for: a page that is about to be replaced cannot be measured.
      await showsWords(page, row);
      await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([1024, 768]);
      await expect.poll(() => beyondWindow(page), row.name).toEqual([0, 0]);
    }
    expect(AT_LEAST.length).toBeGreaterThan(1);
    // And what is larger than the window is found to be.
    await page.setViewportSize({ width: 1024, height: 200 });
    await expect.poll(async () => (await beyondWindow(page))[1]).toBeGreaterThan(0);
  });
});

/** Enough: where a load begins before the one before has stopped, about one in six such pairs leaves the first page for ever. */
const PAIRS = 40;

test('a page that is replaced while it is loading is replaced, however often', async ({
  deployed,
  openCounter,
}) => {
  const counter = await openCounter();
  await withFront(deployed, counter, async (front, page) => {
    for (let pair = 0; pair < PAIRS; pair += 1) {
      // As after a press of the key, when what was wrong still is.
      void front.show({ kind: 'trying' });
      expect(await front.show({ kind: 'problem', problem: FULL, tries: pair, again: true }), `${pair}`).toBe(
        true,
      );
      await expect(page.locator('main')).toContainText(problemCode(FULL));
    }
  });
});
