import type { CDPSession, Locator, Page } from '@playwright/test';

/** A place on the glass, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Fingers on the glass. */
export interface Fingers {
  move(type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]): Promise<void>;
  /** One finger goes down here, and up again. */
  tap(at: Point): Promise<void>;
  /** One finger goes down at the one, and up at the other. */
  drag(from: Point, to: Point): Promise<void>;
  /** They come one after the other, and leave at once. */
  palm(points: readonly Point[]): Promise<void>;
  end(): Promise<void>;
}

export async function fingersOn(page: Page): Promise<Fingers> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const move: Fingers['move'] = async (type, points) => {
    const touchPoints = points.map(({ x, y }, id) => ({ x, y, id }));
    await session.send('Input.dispatchTouchEvent', { type, touchPoints });
  };
  return {
    move,
    async tap(at) {
      await move('touchStart', [at]);
      await move('touchEnd', []);
    },
    async drag(from, to) {
      await move('touchStart', [from]);
      await move('touchMove', [to]);
      await move('touchEnd', []);
    },
    async palm(points) {
      for (let count = 1; count <= points.length; count += 1)
        await move('touchStart', points.slice(0, count));
      await move('touchEnd', []);
    },
    end: () => session.detach(),
  };
}

/** The middle of what is on the screen. */
export async function middleOf(target: Locator): Promise<Point> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('it is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
