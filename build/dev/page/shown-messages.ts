import { marksIn } from './message-marks.ts';

/** A place in the page, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A message in the page. */
export interface ShownMessage {
  readonly id: string;
  /** Null where nothing of it is laid out. */
  readonly box: Box | null;
  /** `heard`: only screen readers say it. `covered`: something else lies over it. */
  readonly how: 'seen' | 'covered' | 'heard';
}

declare global {
  interface Window {
    /** There where messages are marked (mark-messages.ts). */
    readonly shownMessages?: () => readonly ShownMessage[];
  }
}

const SAID_ATTRIBUTES = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'alt'];
const SEEN_ATTRIBUTES = ['placeholder', 'title', 'label'];

function boxOf({ x, y, width, height }: DOMRect): Box | null {
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** Large enough to be pointed at. */
const HEARD_SIDE = 16;

/** Texts that are only heard lie in an element of one pixel: where that is. */
function placeOfHeard(element: Element): Box | null {
  for (let each: Element | null = element; each !== null; each = each.parentElement) {
    const { x, y, width, height } = each.getBoundingClientRect();
    if (width > 0 && width <= 1 && height <= 1) return { x, y, width: HEARD_SIDE, height: HEARD_SIDE };
  }
  return null;
}

/** The next element around that is laid out: of the choices in a closed list, the list. */
function laidOutAround(element: Element): Box | null {
  return (
    boxOf(element.getBoundingClientRect()) ??
    boxOf((element.closest('select') ?? element).getBoundingClientRect())
  );
}

function isCovered(element: Element, { x, y, width, height }: Box): boolean {
  const hit = document.elementFromPoint(x + width / 2, y + height / 2);
  return hit !== null && !element.contains(hit) && !hit.contains(element);
}

function shownIn(element: Element, id: string, box: Box | null): ShownMessage {
  const heardAt = placeOfHeard(element);
  if (heardAt !== null) return { id, box: heardAt, how: 'heard' };
  return { id, box, how: box !== null && isCovered(element, box) ? 'covered' : 'seen' };
}

function inTexts(): readonly ShownMessage[] {
  const shown: ShownMessage[] = [];
  const open: { readonly id: string; readonly node: Node; readonly at: number }[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    for (const mark of marksIn(node.textContent ?? '')) {
      if (mark.kind === 'start') {
        open.push({ id: mark.id, node, at: mark.at });
        continue;
      }
      const start = open.pop();
      // Of a message that was cut in pieces there may be an end without a beginning.
      if (start === undefined) continue;
      const range = document.createRange();
      range.setStart(start.node, start.at);
      range.setEnd(node, mark.at);
      const element = start.node.parentElement ?? document.body;
      const box = boxOf(range.getBoundingClientRect()) ?? laidOutAround(element);
      shown.push(shownIn(element, start.id, box));
    }
  }
  return shown;
}

function inAttributes(): readonly ShownMessage[] {
  return [...document.body.querySelectorAll('*')].flatMap((element) =>
    [...SAID_ATTRIBUTES, ...SEEN_ATTRIBUTES].flatMap((name) =>
      marksIn(element.getAttribute(name) ?? '').flatMap((mark): ShownMessage[] => {
        if (mark.kind === 'end') return [];
        const box = boxOf(element.getBoundingClientRect());
        if (SAID_ATTRIBUTES.includes(name)) return [{ id: mark.id, box, how: 'heard' }];
        return [shownIn(element, mark.id, box)];
      }),
    ),
  );
}

/** Every message in the page, with its place; one that stands there twice, twice. */
export function shownMessages(): readonly ShownMessage[] {
  return [...inTexts(), ...inAttributes()];
}
