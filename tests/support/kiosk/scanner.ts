import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { BEHIND_TEXT_MILLISECONDS } from '../../../build/kiosk/clerk.ts';

const GAP_MILLISECONDS = 4;
/** Between a hand and a scanner: nobody pulls the trigger and types at once. */
const PAUSE_MILLISECONDS = 100;

/**
 * Sends a text as a bar code scanner does: keys a few milliseconds apart, by the times that the events themselves have, and
 * none waits for the answer to the one before, so that a busy machine scans no slower. `waits`: milliseconds before its first
 * key behind the text, where it is set to wait. `standsStill`: so long the machine hands on no key behind the first half.
 */
export async function scan(
  page: Page,
  text: string,
  suffix: readonly ('Enter' | 'Tab')[] = [],
  waits = 0,
  standsStill = 0,
): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const keys = [
    ...[...text].map((character) => ({ key: character, text: character })),
    ...suffix.map((key) => ({
      key,
      code: key,
      windowsVirtualKeyCode: key === 'Enter' ? 13 : 9,
      ...(key === 'Enter' ? { text: '\r' } : {}),
    })),
  ];
  const began = Date.now() + PAUSE_MILLISECONDS;
  const sent = keys.map((key, index) => ({
    key,
    timestamp: (began + (index < text.length ? 0 : waits) + index * GAP_MILLISECONDS) / 1000,
  }));
  const send = (some: typeof sent): Promise<unknown> =>
    Promise.all(
      some.flatMap(({ key, timestamp }) => [
        devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, timestamp }),
        devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key: key.key, timestamp }),
      ]),
    );
  const half = standsStill === 0 ? keys.length : text.length / 2;
  await send(sent.slice(0, half));
  await delay(standsStill);
  await send(sent.slice(half));
  await devtools.detach();
  const over = began + waits + keys.length * GAP_MILLISECONDS + BEHIND_TEXT_MILLISECONDS;
  await delay(Math.max(0, over - Date.now()));
}
