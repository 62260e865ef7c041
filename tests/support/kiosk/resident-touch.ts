import type { Page } from '@playwright/test';
import { isClosed } from '../../../build/kiosk/clerk.ts';
import { dragIntoSight } from './finger-drag.ts';
import { keyOnScreen, type ResidentHand, waitUntilAwake } from './resident-hand.ts';

/**
 * A finger on the glass: each touch begins and ends in the middle of what it is meant for, and what is out of sight is dragged
 * there.
 */
export function byTouch(page: Page): ResidentHand {
  const hand: ResidentHand = {
    async press(target) {
      await waitUntilAwake(page, target);
      const session = await page.context().newCDPSession(page);
      await dragIntoSight(session, target);
      const box = await target.boundingBox();
      if (box === null) throw new Error('there is nothing to touch');
      const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
      try {
        await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
        await session.detach();
      } catch (error) {
        // Lifted, the finger may have ended the session that it touched: then nobody is left to answer.
        if (!isClosed(error)) throw error;
      }
    },
    async type(text) {
      for (const character of text) await hand.press(keyOnScreen(page, character));
    },
  };
  return hand;
}
