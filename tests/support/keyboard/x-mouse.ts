import { execFileSync } from 'node:child_process';

/** A point of the display. The page begins at its corner, so that it is a point of the page as well. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A mouse at an X display: real button events, and drags that the window system knows of. */
export interface XMouse {
  click(at: Point, options?: { readonly times?: number; readonly button?: number }): void;
  press(at: Point): void;
  /** Moves in steps, as a hand does, with the button as it is. */
  move(from: Point, to: Point): void;
  release(): void;
  /** All three: a selection where nothing was selected, else a drag of what was. */
  drag(from: Point, to: Point): void;
}

const STEPS = 6;

export function openXMouse(environment: Readonly<Record<string, string>>): XMouse {
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', ...environment };
  const xdotool = (words: readonly (string | number)[]): void =>
    void execFileSync('xdotool', words.map(String), { env });
  const mouse: XMouse = {
    click(at, { times = 1, button = 1 } = {}) {
      xdotool(['mousemove', at.x, at.y, 'click', '--repeat', times, '--delay', 40, button]);
    },
    press: (at) => xdotool(['mousemove', at.x, at.y, 'mousedown', 1]),
    move(from, to) {
      const steps = Array.from({ length: STEPS }, (_none, index) => (index + 1) / STEPS);
      const between = (start: number, end: number, part: number): number =>
        Math.round(start + (end - start) * part);
      xdotool(
        steps.flatMap((part) => ['mousemove', between(from.x, to.x, part), between(from.y, to.y, part)]),
      );
    },
    release: () => xdotool(['mouseup', 1]),
    drag(from, to) {
      mouse.press(from);
      mouse.move(from, to);
      mouse.release();
    },
  };
  return mouse;
}
