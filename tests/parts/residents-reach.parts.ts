import type { Page } from '@playwright/test';
import type { Fixture } from '../../build/dev/fixtures/fixture.ts';
import { residentStates } from '../../build/dev/fixtures/residents.ts';
import { firstOfEachKind } from '../support/accessibility/resident-ways.ts';
import { expect, expectState, test } from './browser.ts';
import { openResident } from './open-resident.ts';
import { isLong } from './rows.ts';

declare global {
  interface Window {
    /** See `knowWhatIsSeen`. */
    readonly isSeen: (element: Element) => boolean;
  }
}

/** More than any screen has stops, with a keyboard of letters on it. */
const MOST_PRESSES = 400;

/** Beyond the last control Tab goes to places that scroll, and to the page itself, before it begins anew. */
const MOST_STALE = 8;

/** What a walk came to. */
interface Walk {
  /** The numbers of the controls that it stopped at. */
  readonly reached: ReadonlySet<number>;
  /** Where it stopped although nothing is seen there. */
  readonly unseen: readonly string[];
}

/** Something to press or to fill in. */
interface Control {
  readonly number: number;
  readonly name: string;
  /** Tab reaches one of them, and the arrow keys the others. */
  readonly group: string | null;
}

/** What there is in front, each control with a number that it keeps. */
function numberControls(page: Page): Promise<readonly Control[]> {
  return page.evaluate(() => {
    const front = [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? document.body;
    const controls = [...front.querySelectorAll<HTMLElement>('button, select, input:not([type="hidden"])')];
    return controls.flatMap((control, number) => {
      const isThere =
        control.getClientRects().length > 0 && control.checkVisibility({ checkVisibilityCSS: true });
      if (!isThere || control.closest('[inert], [aria-hidden="true"]') !== null) return [];
      // Staff who sign in press its key.
      if (control.hasAttribute('aria-keyshortcuts')) return [];
      control.dataset.control = String(number);
      const keys = control.closest('[data-on-screen-keyboard]') === null ? null : 'keyboard';
      const radios = control.matches('input[type="radio"]') ? control.getAttribute('name') : null;
      const words = control.getAttribute('aria-label') ?? control.closest('label')?.textContent;
      return [{ number, name: words ?? control.textContent ?? control.id, group: keys ?? radios }];
    });
  });
}

/** Lets the page tell whether anything of an element is seen in its window; of a choice that is its label. */
async function knowWhatIsSeen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const isSeen = (element: Element): boolean => {
      const drawn = element.closest('label') ?? element;
      const { top, bottom, left, right } = drawn.getBoundingClientRect();
      const isInside = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
      const hasSize = bottom - top > 1 && right - left > 1;
      return isInside && hasSize && drawn.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true });
    };
    Object.assign(window, { isSeen });
  });
}

/** Presses Tab until nothing new has the focus any more. */
async function walkByTab(page: Page): Promise<Walk> {
  const reached = new Set<number>();
  const unseen = new Set<string>();
  for (let presses = 0, stale = 0; presses < MOST_PRESSES && stale < MOST_STALE; presses += 1) {
    // Another key between: where double strikes are filtered, the same one again is a hand that shakes.
    await page.keyboard.press('Shift');
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const { activeElement } = document;
      if (!(activeElement instanceof HTMLElement)) return { number: Number.NaN, unseen: null };
      const { control, switchName } = activeElement.dataset;
      const name = switchName ?? activeElement.getAttribute('aria-label') ?? activeElement.textContent;
      return { number: Number(control), unseen: window.isSeen(activeElement) ? null : name };
    });
    if (at.unseen !== null) unseen.add(at.unseen);
    const isNew = !Number.isNaN(at.number) && !reached.has(at.number);
    if (isNew) reached.add(at.number);
    stale = isNew ? 0 : stale + 1;
  }
  return { reached, unseen: [...unseen] };
}

/** Moves and goes into every group until nothing new is marked any more. Presses nothing. */
async function walkBySwitches(page: Page): Promise<Walk> {
  const { reached, unseen } = await page.evaluate((most) => {
    const press = (key: string): void => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    };
    const reached = new Set<number>();
    const unseen = new Set<string>();
    const entered = new Set<Element>();
    for (let presses = 0; presses < most; presses += 1) {
      const at = document.querySelector<HTMLElement>('[data-switch-at]');
      if (at === null) break;
      // Where the walk begins the page was scrolled away from it; it comes there once more.
      if (presses > 0 && !window.isSeen(at)) unseen.add(at.textContent ?? at.id);
      const isGroup = at.matches('[data-switch-group]');
      if (at.dataset.switchAt === 'way-out') press('F8');
      else if (isGroup && !entered.has(at)) {
        entered.add(at);
        press('F8');
      } else {
        // Of a choice its label is marked.
        const control =
          at.dataset.control ?? at.querySelector<HTMLElement>('[data-control]')?.dataset.control;
        if (!isGroup && control !== undefined) reached.add(Number(control));
        press('F7');
      }
    }
    return { reached: [...reached], unseen: [...unseen] };
  }, MOST_PRESSES);
  return { reached: new Set(reached), unseen };
}

/** At the end of what scrolls in front its button leads up: no press of the walk moves it under the walk. */
async function goToTheEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const scroll = [...document.querySelectorAll('[data-scrolls="true"]')].at(-1);
    scroll?.scrollTo({ top: scroll.scrollHeight });
    for (let frames = 0; frames < 3; frames += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
  });
}

function namesOf(controls: readonly Control[]): readonly string[] {
  return controls.map(({ name, group }) => (group === null ? name : `${name} (${group})`));
}

function answersByAnyKey({ status }: Fixture): boolean {
  return status !== null && (status.residents.idle !== null || !status.residents.isNumberTaken);
}

const walked = isLong ? residentStates : firstOfEachKind(residentStates);

for (const state of walked)
  test(`Tab and two switches reach whatever can be pressed: ${state.name}`, async ({ page }) => {
    // A hundred presses, one after the other, on a machine that may have more to do.
    test.slow();
    await openResident(page, state.name, { switchKeys: 'f7-f8' });
    await expectState(page, state);
    await expect(page.locator('[data-switch-at]')).toHaveCount(1);
    await knowWhatIsSeen(page);
    await goToTheEnd(page);
    const controls = await numberControls(page);
    const bySwitches = await walkBySwitches(page);
    const missedBySwitches = controls.filter(({ number }) => !bySwitches.reached.has(number));
    expect.soft(namesOf(missedBySwitches), 'by switches').toEqual([]);
    expect.soft(bySwitches.unseen, 'switches stop only at what is seen').toEqual([]);
    // There Tab is an answer itself: see residents-idle.parts.ts.
    if (answersByAnyKey(state)) return;
    const byTab = await walkByTab(page);
    const groups = new Set(
      controls.flatMap(({ number, group }) => (byTab.reached.has(number) ? [group] : [])),
    );
    const missed = controls.filter(
      ({ number, group }) => !byTab.reached.has(number) && (group === null || !groups.has(group)),
    );
    expect.soft(namesOf(missed), 'by Tab').toEqual([]);
    expect.soft(byTab.unseen, 'Tab stops only at what is seen').toEqual([]);
    // The walks changed nothing: they only went there.
    await expectState(page, state);
  });

test('a button that neither reaches is found, and a stop that nobody sees', async ({ page }) => {
  await openResident(page, 'resident-leave', { switchKeys: 'f7-f8' });
  await expect(page.locator('[role="dialog"] [data-switch-at]')).toHaveCount(1);
  await knowWhatIsSeen(page);
  await page.evaluate(() => {
    const at = document.querySelector('[role="dialog"] button');
    const planted = (textContent: string, change: object): void => {
      const button = Object.assign(document.createElement('button'), { textContent });
      Object.assign(button, change);
      at?.after(button);
    };
    planted('Unreached', { tabIndex: -1 });
    planted('Unseen', { style: 'position: fixed; inset-block-start: -900px' });
  });
  const controls = await numberControls(page);
  const walks = [await walkBySwitches(page), await walkByTab(page)];
  for (const { reached, unseen } of walks) {
    expect(namesOf(controls.filter(({ number }) => !reached.has(number)))).toEqual(['Unreached']);
    expect(unseen).toEqual(['Unseen']);
  }
});
