import { execFileSync, spawnSync } from 'node:child_process';
import { BEHIND_TEXT_MILLISECONDS, type ClerkKeyboard } from '../../../build/kiosk/clerk.ts';

/** What X calls the keys that the DOM names otherwise. */
const X_NAMES: Readonly<Record<string, string>> = { Enter: 'Return', ' ': 'space' };

/** Milliseconds between two key events: a very fast typist. */
const BETWEEN_KEYS = 4;

/** Before a key that is pressed for itself: nearer to what was typed it would be taken for a scanner's. */
const HAND_SECONDS = 0.03;
/** The same behind a text, which comes as fast as a scanner's: Enter and Space are taken for the scanner's for longer. */
const BEHIND_TEXT_SECONDS = BEHIND_TEXT_MILLISECONDS / 1000;

/**
 * A keyboard at an X display: real key events, which pass through Electron's main process like a clerk's.
 * `environment` names the display and its authority file.
 */
export function openXKeyboard(environment: Readonly<Record<string, string>>): ClerkKeyboard {
  let hasTyped = false;
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', ...environment };
  return {
    type(text) {
      // On standard input: on the command line the text would stand in /proc for everybody to find.
      const done = spawnSync(
        'xdotool',
        ['type', '--clearmodifiers', '--delay', String(BETWEEN_KEYS), '--file', '-'],
        {
          env,
          input: text,
        },
      );
      hasTyped = text.length > 1;
      if (done.status !== 0) throw new Error(`xdotool could not type: ${done.stderr.toString()}`);
    },
    press(key) {
      const seconds = hasTyped && key in X_NAMES ? BEHIND_TEXT_SECONDS : HAND_SECONDS;
      hasTyped = false;
      execFileSync('xdotool', ['sleep', String(seconds), 'key', X_NAMES[key] ?? key], { env });
    },
  };
}
