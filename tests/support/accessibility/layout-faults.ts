import type { Page } from '@playwright/test';

/** The least screen on which a clerk works without scrolling to the main button. */
const WORKPLACE = { width: 1024, height: 768 };
/** The least that a clerk is given to press, in CSS pixels. */
const TARGET = 44;

/**
 * What is wrong with the layout as it stands: anything that scrolls sideways but a table in its own frame, a window that
 * scrolls as a whole, what is pressed and too small, and on a clerk's screen a main button that is out of sight.
 */
export async function layoutFaults(page: Page): Promise<readonly string[]> {
  return await page.evaluate(
    ({ workplace, target }) => {
      const faults: string[] = [];
      const nameOf = (element: Element): string =>
        `<${element.localName}> ${(element.textContent ?? '').trim().slice(0, 40)}`;
      const root = document.documentElement;
      // A page of text before there is a kiosk scrolls as a document does: it has no script, and no size of text to choose.
      const mayScrollDown = root.dataset.textSize === undefined;
      if (root.scrollWidth > root.clientWidth || (!mayScrollDown && root.scrollHeight > root.clientHeight))
        faults.push('the window itself scrolls');
      for (const element of document.querySelectorAll('body *')) {
        const { overflowX } = getComputedStyle(element);
        const scrolls = overflowX === 'auto' || overflowX === 'scroll';
        const framesTable = element.firstElementChild?.localName === 'table';
        if (scrolls && !framesTable && element.scrollWidth > element.clientWidth)
          faults.push(`scrolls sideways: ${nameOf(element)}`);
      }

      // What lies over the screen is what is used.
      const dialog = document.querySelector('[role="dialog"]');
      const used = dialog ?? document;
      const pressedOnes =
        'button, summary, select, input:not([type="hidden"]), a[href], [role="option"], [role="tab"]';
      for (const each of used.querySelectorAll(pressedOnes)) {
        const pressed = each.closest('label') ?? each;
        const { width, height } = pressed.getBoundingClientRect();
        // A button for screen readers alone, and the inputs behind drawn choices, have no size of their own.
        const isDrawn = pressed.checkVisibility() && width > 2 && pressed.closest('[style*="clip"]') === null;
        if (isDrawn && (height < target - 0.5 || width < target - 0.5))
          faults.push(`${Math.round(width)} × ${Math.round(height)} px: ${nameOf(pressed)}`);
      }

      const isWorkplace = innerWidth >= workplace.width && innerHeight >= workplace.height;
      // Larger text is worth scrolling for; a resident's screen has a button that leads on to what is below.
      const isClerks = root.dataset.resident === undefined;
      if (!isWorkplace || !isClerks || root.dataset.textSize !== '100') return faults;
      for (const main of used.querySelectorAll('[data-main="true"]')) {
        // The sections of a supervisor are read from the top to the bottom.
        if (main.closest('[data-section]') !== null) continue;
        const { left, right, top, bottom } = main.getBoundingClientRect();
        const corners = [
          [left + 4, top + 4],
          [right - 4, bottom - 4],
        ] as const;
        const isSeen = corners.every(([x, y]) => main.contains(document.elementFromPoint(x, y)));
        if (main.checkVisibility({ checkVisibilityCSS: true }) && main.closest('[inert]') === null && !isSeen)
          faults.push(`out of sight: ${nameOf(main)}`);
      }
      return faults;
    },
    { workplace: WORKPLACE, target: TARGET },
  );
}
