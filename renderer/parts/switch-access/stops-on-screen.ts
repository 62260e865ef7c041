import type { Stop } from './scan.ts';

/** What a press is for, of a key or a switch. */
export const PRESSABLE = 'a[href], button, input, select, textarea, summary, [role="button"]';
const CONTROL = `${PRESSABLE}, [tabindex="0"]`;
const GROUP = '[data-switch-group]';
const AWAY = '[inert], [aria-hidden="true"]';

const OVERLAY = '[role="dialog"], [role="alertdialog"]';

/** Whether something lies over the screen. */
export function isOverlaid(): boolean {
  return document.querySelector(OVERLAY) !== null;
}

/** What is open over the screen, the last one opened: the screen behind it waits. */
function inFront(): Element {
  return [...document.querySelectorAll(OVERLAY)].at(-1) ?? document.body;
}

/** What only keeps its place (`visibility: hidden`) has boxes as well. */
function isShown(element: Element): boolean {
  return element.checkVisibility({ checkVisibilityCSS: true }) && element.closest(AWAY) === null;
}

/**
 * Whether it is for keys at all: a button that only a hand may press is not. The keys of a keyboard are, which is one stop for
 * Tab, and radio buttons, of which Tab reaches one.
 */
function isControl(element: HTMLElement): boolean {
  if (!element.matches(CONTROL) || !isShown(element) || element.matches(':disabled')) return false;
  return element.tabIndex >= 0 || element.matches('input[type="radio"]') || element.closest(GROUP) !== null;
}

/** Where two switches can stop on the screen as it is now, in its order. A group of one control is that control. */
export function stopsOnScreen(within: Element = inFront()): readonly Stop<HTMLElement>[] {
  const stops: Stop<HTMLElement>[] = [];
  for (const element of within.children) {
    if (!(element instanceof HTMLElement)) continue;
    if (isControl(element)) {
      stops.push({ item: element, within: null });
      continue;
    }
    const inner = stopsOnScreen(element);
    if (inner.length > 1 && element.matches(GROUP)) stops.push({ item: element, within: inner });
    else stops.push(...inner);
  }
  return stops;
}
