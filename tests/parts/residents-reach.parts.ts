import type { Page } from '@playwright/test';
import type { Fixture } from '../../build/dev/fixtures/fixture.ts';
import { residentStates } from '../../build/dev/fixtures/residents.ts';
import { firstOrOverlaid } from '../support/accessibility/resident-ways.ts';
import { expect, expectState, test } from './browser.ts';
import { openResident } from './open-resident.ts';

/** More than any screen has stops, with a keyboard of letters on it. */
const MOST_PRESSES = 400;

/** Beyond the last control Tab goes to places that scroll, and to the page itself, before it begins anew. */
const MOST_STALE = 8;

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
      const below = control.closest('[data-is-below]') === null ? null : 'more below';
      const radios = control.matches('input[type="radio"]') ? control.getAttribute('name') : null;
      const words = control.getAttribute('aria-label') ?? control.closest('label')?.textContent;
      return [{ number, name: words ?? control.textContent ?? control.id, group: keys ?? below ?? radios }];
    });
  });
}

/** Presses Tab until nothing new has the focus any more. Answers the controls that had it. */
async function walkByTab(page: Page): Promise<ReadonlySet<number>> {
  const reached = new Set<number>();
  for (let presses = 0, stale = 0; presses < MOST_PRESSES && stale < MOST_STALE; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement instanceof HTMLElement ? Number(activeElement.dataset.control) : Number.NaN;
    });
    const isNew = !Number.isNaN(at) && !reached.has(at);
    if (isNew) reached.add(at);
    stale = isNew ? 0 : stale + 1;
  }
  return reached;
}

/** Moves and goes into every group until nothing new is marked any more. Presses nothing. Answers the controls that were marked. */
async function walkBySwitches(page: Page): Promise<ReadonlySet<number>> {
  return new Set(
    await page.evaluate((most) => {
      const press = (key: string): void => {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      };
      const reached = new Set<number>();
      const entered = new Set<Element>();
      for (let presses = 0; presses < most; presses += 1) {
        const at = document.querySelector<HTMLElement>('[data-switch-at]');
        if (at === null) break;
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
      return [...reached];
    }, MOST_PRESSES),
  );
}

function namesOf(controls: readonly Control[]): readonly string[] {
  return controls.map(({ name, group }) => (group === null ? name : `${name} (${group})`));
}

function answersByAnyKey({ status }: Fixture): boolean {
  return status !== null && (status.residents.idle !== null || !status.residents.isNumberTaken);
}

const walked = process.env.COUNTERFOIL_ALL === '1' ? residentStates : firstOrOverlaid(residentStates);

for (const state of walked)
  test(`Tab and two switches reach whatever can be pressed: ${state.name}`, async ({ page }) => {
    // A hundred presses, one after the other, on a machine that may have more to do.
    test.slow();
    await openResident(page, state.name, { switchKeys: 'f7-f8' });
    await expectState(page, state);
    await expect(page.locator('[data-switch-at]')).toHaveCount(1);
    const controls = await numberControls(page);
    const bySwitches = await walkBySwitches(page);
    expect.soft(namesOf(controls.filter(({ number }) => !bySwitches.has(number))), 'by switches').toEqual([]);
    // There Tab is an answer itself: see residents-idle.parts.ts.
    if (answersByAnyKey(state)) return;
    const byTab = await walkByTab(page);
    // Tab itself brings into sight what is below.
    const groups = new Set([
      'more below',
      ...controls.flatMap(({ number, group }) => (byTab.has(number) ? [group] : [])),
    ]);
    const missed = controls.filter(
      ({ number, group }) => !byTab.has(number) && (group === null || !groups.has(group)),
    );
    expect.soft(namesOf(missed), 'by Tab').toEqual([]);
    // The walks changed nothing: they only went there.
    await expectState(page, state);
  });

test('a button that neither reaches is found', async ({ page }) => {
  await openResident(page, 'resident-leave', { switchKeys: 'f7-f8' });
  await page.evaluate(() => {
    const hidden = Object.assign(document.createElement('button'), { tabIndex: -1, textContent: 'Planted' });
    document.querySelector('[role="dialog"] button')?.after(hidden);
  });
  const controls = await numberControls(page);
  const bySwitches = await walkBySwitches(page);
  const byTab = await walkByTab(page);
  const missed = controls.filter(({ number }) => !bySwitches.has(number) && !byTab.has(number));
  expect(namesOf(missed)).toEqual(['Planted']);
  expect([bySwitches.size, byTab.size].map((size) => controls.length - size)).toEqual([1, 1]);
});
