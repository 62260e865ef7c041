import type { Page } from '@playwright/test';

/** Edges on the screen, in CSS pixels. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A text as the browser draws it. */
export interface RenderedText {
  readonly text: string;
  readonly fontSize: number;
  /** Computed colors: of the letters, and of what is under them, the uppermost first, down to one that hides all else. */
  readonly color: string;
  readonly layers: readonly string[];
  /** How much of the letters is seen: 1 is all. */
  readonly opacity: number;
  readonly lines: readonly Edges[];
  /** Edges behind which nothing is seen, and to which nothing scrolls; and of which sides they are. */
  readonly ports: readonly (Edges & { readonly cutsAcross: boolean; readonly cutsDown: boolean })[];
}

/** Every text that is on the screen now, and its fields. What a dialog lies over is not looked at. */
export function renderedTexts(page: Page): Promise<readonly RenderedText[]> {
  return page.evaluate(() => {
    const edgesOf = ({ left, top, right, bottom }: DOMRect) => ({ left, top, right, bottom });
    const within = [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? document.body;

    function isSeen(element: Element): boolean {
      const { width, height } = element.getBoundingClientRect();
      // What only screen readers say has no size; the banner is of the kiosk's builds, and on no resident's screen.
      if (width <= 2 || height <= 2 || element.closest('[inert], header') !== null) return false;
      return element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true });
    }

    function portsOf(line: readonly Element[]) {
      const ports = [];
      for (const at of line) {
        const { overflowX, overflowY, position } = getComputedStyle(at);
        const cutsAcross = overflowX === 'hidden' || overflowX === 'clip';
        const cutsDown = overflowY === 'hidden' || overflowY === 'clip';
        if (cutsAcross || cutsDown)
          ports.push({ ...edgesOf(at.getBoundingClientRect()), cutsAcross, cutsDown });
        // Beyond the edge of a place that scrolls it can be scrolled to.
        if (['auto', 'scroll'].includes(overflowY) || position === 'fixed') return ports;
      }
      ports.push({
        left: 0,
        top: 0,
        right: innerWidth,
        bottom: innerHeight,
        cutsAcross: true,
        cutsDown: true,
      });
      return ports;
    }

    function rendered(element: Element, text: string, lines: readonly DOMRect[]) {
      const line: Element[] = [];
      for (let at: Element | null = element; at !== null; at = at.parentElement) line.push(at);
      const { color, fontSize } = getComputedStyle(element);
      return {
        ...{ text, color, fontSize: Number.parseFloat(fontSize), lines: lines.map(edgesOf) },
        layers: line.map((each) => getComputedStyle(each).backgroundColor),
        opacity: line.reduce((opacity, each) => opacity * Number(getComputedStyle(each).opacity), 1),
        ports: portsOf(line),
      };
    }

    const found = [];
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (at === null || text === '' || !isSeen(at)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      found.push(rendered(at, text, [...range.getClientRects()]));
    }
    // What stands in a field is no text of the page.
    for (const field of within.querySelectorAll('input[type="text"], input[type="password"]'))
      if (isSeen(field)) found.push(rendered(field, `in ${field.id}`, [field.getBoundingClientRect()]));
    return found;
  });
}
