import { expect, type Page, test } from '@playwright/test';
import { CLERK, SUPERVISOR } from '../../../build/kiosk/clerk.ts';
import { tellCore } from '../kiosk/core-calls.ts';
import { TEODORO, WILHELMINA } from '../kiosk/people.ts';
import { readingGradeOf } from '../words/reading-grade.ts';
import { countLook } from './counts.ts';
import { engineNames, engines } from './engines.ts';
import { layoutFaults } from './layout-faults.ts';
import { type Look, lookInTurn, lookInWords, looksAt, oneLookAt } from './looks.ts';

/** Words on the screen that nobody wrote for it. */
const NAMES = [CLERK.name, SUPERVISOR.name, ...Object.values(WILHELMINA), ...Object.values(TEODORO)].flatMap(
  (name) => [...name.split(' '), ...name.split(/[ -]/)],
);

/** From this many words on a screen is read, and not looked over. */
const WORDS_TO_READ = 100;
/** By who reads the screen: what residents read is plainer. */
const HIGHEST_GRADE = { staff: 8, residents: 6 } as const;

const soft = expect.configure({ soft: true });

/** A screen with many words is read in passing: no harder than what an eighth grader reads, or of residents' a sixth grader. */
async function expectReadable(page: Page, state: string): Promise<void> {
  // The grade counts syllables as English has them.
  if ((await page.locator('html').getAttribute('lang')) !== 'en') return;
  const text = await page.evaluate(() => {
    const seen = document.querySelector<HTMLElement>('[role="dialog"]') ?? document.querySelector('main');
    const inOthers = seen?.querySelectorAll<HTMLElement>('[lang]:not([lang|="en"])') ?? [];
    // By lines as they are seen: without them each label would run on into the next.
    // biome-ignore-start lint/performance/useDomNodeTextContent: textContent has no lines
    let read = seen?.innerText ?? '';
    for (const { innerText } of inOthers) read = read.replace(innerText, '');
    // biome-ignore-end lint/performance/useDomNodeTextContent: as above
    return read;
  });
  const { words, grade } = readingGradeOf(text, NAMES);
  if (words < WORDS_TO_READ) return;
  const reader = (await page.locator('[data-resident-screen]').count()) > 0 ? 'residents' : 'staff';
  expect.soft(grade, `reading grade of ${words} words, ${state}`).toBeLessThanOrEqual(HIGHEST_GRADE[reader]);
}

/**
 * Looks at the screen with both engines, at its layout, and at how hard it is to read. `moreThan`: how many rules each
 * engine must at least have found something to check for. Soft: one run tells of every state, not only of the first that
 * fails.
 */
export function expectAccessible(page: Page, state: string, moreThan = 8): Promise<void> {
  return expectAccessibleIn(looksAt(state), page, state, moreThan);
}

/** The same of a state that the product itself ends after seconds: also where all are asked for, one look. */
export function expectAccessibleAtOneLook(page: Page, state: string): Promise<void> {
  return expectAccessibleIn([oneLookAt(state)], page, state, 8);
}

async function expectAccessibleIn(
  looks: readonly Look[],
  page: Page,
  state: string,
  moreThan: number,
): Promise<void> {
  await lookInTurn(page, looks, async (look) => {
    const where = `${state}, ${lookInWords(look)}`;
    // A window over the screen takes its place a moment after the page has taken its size.
    await soft.poll(() => layoutFaults(page), { message: `layout, ${where}` }).toEqual([]);
    for (const name of engineNames) {
      const { violations, rules } = await engines[name](page);
      expect.soft(violations, `${name}, ${where}`).toEqual([]);
      // A run that checked nothing would pass as well.
      expect(rules, `rules that ${name} could check, ${where}`).toBeGreaterThan(moreThan);
      countLook(test.info(), {
        state,
        look: lookInWords(look),
        engine: name,
        rules,
        violations: violations.length,
      });
    }
  });
  await expectReadable(page, state);
}

/** Text at 200 %: the page itself must not scroll sideways, and the main button can be brought into view. */
export async function expectUsableAtDoubleText(
  page: Page,
  screen: string,
  mainButton: string,
): Promise<void> {
  await tellCore(page, 'setTextSize', { textSize: 200 });
  await page.locator(':root[data-text-size="200"]').waitFor();
  const widths = () =>
    page.evaluate(() => {
      const middle = document.querySelector('main');
      return {
        page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        body: document.body.scrollWidth - document.body.clientWidth,
        main: middle === null ? 0 : middle.scrollWidth - middle.clientWidth,
      };
    });
  // What follows the size of the text is measured within a frame, and drawn behind it.
  await soft
    .poll(widths, { message: `sideways scroll at 200 %, ${screen}` })
    .toEqual({ page: 0, body: 0, main: 0 });
  await soft.poll(() => layoutFaults(page), { message: `layout at 200 %, ${screen}` }).toEqual([]);
  const button = page.getByRole('button', { name: mainButton });
  await button.scrollIntoViewIfNeeded();
  await expect.soft(button, `main button at 200 %, ${screen}`).toBeInViewport({ ratio: 0.95 });
  const onTop = () =>
    button.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
  await soft.poll(onTop, { message: `nothing lies over the main button at 200 %, ${screen}` }).toBe(true);
  await tellCore(page, 'setTextSize', { textSize: 100 });
  await page.locator(':root[data-text-size="100"]').waitFor();
}
