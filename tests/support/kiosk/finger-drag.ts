import type { CDPSession, Locator } from '@playwright/test';

/** A place on the glass, in CSS pixels. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a finger comes down and where it leaves. */
interface Drag {
  readonly from: Point;
  readonly to: Point;
}

/** More than any page is long, in drags. */
const MOST_DRAGS = 20;
/** A page begins to move only once a finger has gone some way. */
const SLACK_PIXELS = 24;
const MOVES = 8;

/** The drag that brings the middle of a target nearer to where it can be touched; null: it can be. */
function nextDrag(target: Locator): Promise<Drag | null> {
  return target.evaluate((element, slack): Drag | null => {
    const port = element.closest<HTMLElement>('[data-scrolls="true"]');
    if (port === null) return null;
    const seen = port.getBoundingClientRect();
    const bar = [...port.children].find((each) => getComputedStyle(each).position === 'sticky');
    const isUnderBar = bar !== undefined && !bar.contains(element);
    const top = isUnderBar ? Math.max(seen.top, bar.getBoundingClientRect().bottom) : seen.top;
    const room = seen.bottom - top;
    const box = element.getBoundingClientRect();
    const edge = Math.min(box.height, room) / 2;
    const middle = (box.top + box.bottom) / 2;
    const below = Math.max(0, middle + edge - seen.bottom);
    const above = Math.max(0, top + edge - middle);
    if (below < 1 && above < 1) return null;
    const way = Math.min(Math.max(below, above) + slack, room * 0.7);
    const by = below > 0 ? -way : way;
    // A drag that begins on a button is a press that trembles, and moves nothing.
    const isFree = (x: number, y: number): boolean => {
      for (let at = document.elementFromPoint(x, y); at !== null && at !== port; at = at.parentElement)
        if (getComputedStyle(at).touchAction === 'none') return false;
      return port.contains(document.elementFromPoint(x, y));
    };
    const y = below > 0 ? seen.bottom - 8 : top + 8;
    for (const across of [0.02, 0.98, 0.25, 0.5, 0.75])
      for (const further of [0, 0.1, 0.2]) {
        const from = { x: seen.left + seen.width * across, y: y + further * (by < 0 ? -room : room) };
        if (isFree(from.x, from.y)) return { from, to: { x: from.x, y: from.y + by } };
      }
    throw new Error('no finger can drag this page');
  }, SLACK_PIXELS);
}

/** Waits until it lies still: a page that was dragged may glide on. */
async function untilItLiesStill(target: Locator): Promise<void> {
  await target.evaluate(async (element) => {
    const frame = (): Promise<unknown> => new Promise((drawn) => requestAnimationFrame(drawn));
    let before = Number.NaN;
    for (let same = 0; same < 3; ) {
      await frame();
      const { top } = element.getBoundingClientRect();
      same = top === before ? same + 1 : 0;
      before = top;
    }
  });
}

/** Has a finger drag the page until it can touch the target. Nothing where it can already. */
export async function dragIntoSight(session: CDPSession, target: Locator): Promise<void> {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  for (let drags = 0; drags < MOST_DRAGS; drags += 1) {
    const drag = await nextDrag(target);
    if (drag === null) return;
    const { from, to } = drag;
    await send('touchStart', [from]);
    for (let move = 1; move <= MOVES; move += 1)
      await send('touchMove', [{ x: from.x, y: from.y + ((to.y - from.y) * move) / MOVES }]);
    await send('touchEnd', []);
    await untilItLiesStill(target);
  }
  throw new Error('no drag leads there');
}
