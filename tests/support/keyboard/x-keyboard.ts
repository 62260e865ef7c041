import { execFileSync, spawnSync } from 'node:child_process';

/** A keyboard at an X display: real key events, which pass through Electron's main process like a clerk's. */
export interface XKeyboard {
  /** Types a text, one key event after the other. */
  type(text: string): void;
  /** Presses keys by their X names, one after the other: `Return`, `F12`, `Tab`, `space`. */
  press(...keys: readonly string[]): void;
}

/** Milliseconds between two key events: a very fast typist. */
const BETWEEN_KEYS = 4;

/** Opens a keyboard at a display. `environment` names it and its authority file. */
export function openXKeyboard(environment: Readonly<Record<string, string>>): XKeyboard {
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', ...environment };
  return {
    type(text) {
      // On standard input: on the command line the text would stand in /proc for everybody to find.
      const done = spawnSync('xdotool', ['type', '--clearmodifiers', '--delay', String(BETWEEN_KEYS), '--file', '-'], {
        env,
        input: text,
      });
      if (done.status !== 0) throw new Error(`xdotool could not type: ${done.stderr.toString()}`);
    },
    press(...keys) {
      execFileSync('xdotool', ['key', '--delay', String(BETWEEN_KEYS), ...keys], { env });
    },
  };
}
