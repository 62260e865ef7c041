import { isDeepStrictEqual } from 'node:util';
import type { DisplayEnvironment } from '../support/display/mapped-windows.ts';
import {
  type Area,
  focusRing,
  isAccent,
  type Screenshot,
  takeScreenshot,
  wordsOn,
} from '../support/display/screenshot.ts';
import { openXKeyboard } from '../support/keyboard/x-keyboard.ts';
import type { Gallery } from './gallery.ts';
import type { StartedKiosk } from './packaged-kiosk.ts';
import { headingOnScreen, waitFor } from './shown-window.ts';

/** Stands on every screen of a rehearsal. */
const BANNER: Area = { left: 320, top: 0, width: 640, height: 24 };
const BANNER_WORDS = /Rehearsal: not for residents' data/;
/** A label stands above its field. */
const LABEL_HEIGHT = 36;
/** From the ring to the inside of what it stands around. */
const INSIDE = 12;
const MOST_TABS = 30;

/** Somebody at the counter: eyes on the screen, hands on the keyboard, and no other way into the kiosk. */
export interface Person {
  type(text: string): void;
  press(...keys: readonly string[]): void;
  /** Waits for the screen with this heading, alone on the screen, and for these words on it; takes its picture. */
  arriveAt(name: string, heading: string, words?: RegExp): Promise<void>;
  /** Waits until the button that has the keyboard is enabled. */
  seeEnabled(): Promise<void>;
  /** Presses Tab until the keyboard is at something with these words in or above it. */
  tabTo(words: RegExp): Promise<void>;
}

/** What a person works with. */
export interface PersonParts {
  readonly environment: DisplayEnvironment;
  /** The kiosk that runs now. */
  readonly kiosk: () => StartedKiosk;
  readonly gallery: Gallery;
  /** Told of every screen that was as it must be. */
  readonly arrived: (name: string) => void;
}

/** Makes a person who works by X keys and by what is on the screen. */
export function createPerson({ environment, kiosk, gallery, arrived }: PersonParts): Person {
  const keyboard = openXKeyboard(environment);
  const screenshot = (): Screenshot => takeScreenshot(environment);
  /** The words at the ring, once it stands elsewhere than before. */
  const readFocus = (before: Area | null): Promise<{ readonly ring: Area; readonly words: string }> =>
    waitFor<{ readonly ring: Area; readonly words: string }>(() => {
      const now = screenshot();
      const ring = focusRing(now);
      if (ring === null) return { not: 'nothing on the screen has the keyboard' };
      // All of it: a page that scrolls may bring what comes next to the very place of what was before.
      if (isDeepStrictEqual(ring, before)) return { not: 'the keyboard stays where it was' };
      return { is: { ring, words: wordsAt(now, ring) } };
    });
  return {
    type: (text) => void keyboard.type(text),
    press(...keys) {
      for (const key of keys) void keyboard.press(key);
    },
    async arriveAt(name, heading, words) {
      await waitFor(async () => {
        const seen = await headingOnScreen(environment, kiosk());
        return 'not' in seen || seen.is === heading
          ? seen
          : { not: `"${seen.is}" is on the screen, not "${heading}"` };
      });
      const picture = await waitFor<Screenshot>(() => {
        const now = screenshot();
        const read = words === undefined ? wordsOn(now, BANNER) : wordsOn(now);
        const missing = [BANNER_WORDS, words].find((wanted) => wanted !== undefined && !wanted.test(read));
        return missing === undefined
          ? { is: now }
          : { not: `${missing} cannot be read on "${heading}": ${read}` };
      });
      gallery.keep(name, picture);
      arrived(name);
    },
    seeEnabled: () =>
      waitFor(() => {
        const now = screenshot();
        const ring = focusRing(now);
        const isEnabled = ring !== null && isFilled(now, ring);
        return isEnabled ? { is: undefined } : { not: 'the button that has the keyboard stays disabled' };
      }),
    async tabTo(words) {
      let before = focusRing(screenshot());
      const passed: string[] = [];
      for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
        void keyboard.press('Tab');
        const now = await readFocus(before);
        if (words.test(now.words)) return;
        passed.push(now.words);
        before = now.ring;
      }
      throw new Error(`Tab leads nowhere with ${words}, but to ${passed.join(' | ')}`);
    },
  };
}

/** The words in what the ring stands around, or else above it, where a field has its label. */
function wordsAt(screenshot: Screenshot, ring: Area): string {
  if (isFilled(screenshot, ring)) return wordsOn(screenshot, ring, true);
  const top = Math.max(0, ring.top - LABEL_HEIGHT);
  return wordsOn(screenshot, { ...ring, top, height: ring.height + ring.top - top });
}

/** A main button that is enabled has the colour of the ring. */
function isFilled(screenshot: Screenshot, { left, top, height }: Area): boolean {
  return isAccent(screenshot, left + INSIDE, top + Math.floor(height / 2));
}
