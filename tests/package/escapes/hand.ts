import { type Area, focusRing, looksLike, type Screenshot } from '../../support/display/screenshot.ts';
import { until } from '../counter.ts';
import type { Screen } from './screen.ts';

/** A point of the display. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** A hand at the machine's keyboard and mouse, before the screen on which somebody signs in. */
export interface Hand {
  /** Where the field for the passphrase is. */
  readonly field: Area;
  /** Words of xdotool's. */
  act(...words: readonly (string | number)[]): Promise<void>;
  /** Keys by their names in X, one after the other. */
  keys(...keys: readonly string[]): Promise<void>;
  /** Moves the mouse with its button held down, as a hand does. */
  drag(from: Point, to: Point): Promise<void>;
  /** Has another program offer a text there, and sees that it is offered. */
  leave(place: 'primary' | 'clipboard', text: string): Promise<void>;
  /** Waits until the kiosk hears the keyboard and shows what it showed before. */
  findsAllAsBefore(): Promise<void>;
}

export function middleOf({ left, top, width, height }: Area): Point {
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
}

/** Where a pointer lights nothing up. */
const REST = { x: 1, y: 1 } as const;
/** From wherever the keyboard is to the list of names: a letter goes into the field for the passphrase, which follows the names. */
const TO_NAMES = ['x', 'BackSpace', 'shift+Tab'] as const;
const DRAG_STEPS = 8;

/**
 * Goes to the list of names, where no caret blinks, and remembers how the screen looks with the first name chosen and with the
 * second.
 */
export async function handAt(screen: Screen): Promise<Hand> {
  const act: Hand['act'] = async (...words) => void (await screen.says('xdotool', ...words.map(String)));
  const keys: Hand['keys'] = (...names) => act(...names.flatMap((name) => ['sleep', 0.1, 'key', name]));
  await act('mousemove', REST.x, REST.y);
  await keys(...TO_NAMES, 'Tab');
  const field = focusRing(await screen.picture());
  if (field === null) throw new Error('no field has the keyboard');
  await keys('shift+Tab');
  const first = await pictureOtherThan(screen, null);
  await keys('Down');
  const second = await pictureOtherThan(screen, first);
  const findsAllAsBefore: Hand['findsAllAsBefore'] = async () => {
    await act('mousemove', REST.x, REST.y);
    await keys(...TO_NAMES);
    await shows(screen, first);
    await keys('Down');
    await shows(screen, second);
    await keys('Up');
    await shows(screen, first);
  };
  await keys('Up');
  await findsAllAsBefore();
  return {
    field,
    act,
    keys,
    drag: (from, to) => act(...dragWords(from, to)),
    async leave(place, text) {
      // It goes on as the owner: its output must not keep us waiting.
      const own = 'printf %s "$1" | xclip -selection "$2" >/dev/null 2>&1';
      await screen.says('sh', '-c', own, 'sh', text, place);
      const offered = await screen.says('xclip', '-o', '-selection', place);
      if (offered !== text) throw new Error(`${place} offers “${offered}”`);
    },
    findsAllAsBefore,
  };
}

function dragWords(from: Point, to: Point): readonly (string | number)[] {
  const between = (start: number, end: number, part: number): number =>
    Math.round(start + (end - start) * part);
  const steps = Array.from({ length: DRAG_STEPS }, (_none, index) => (index + 1) / DRAG_STEPS);
  return [
    ...['mousemove', from.x, from.y, 'sleep', 0.2, 'mousedown', 1],
    ...steps.flatMap((part) => [
      ...['sleep', 0.1, 'mousemove', between(from.x, to.x, part), between(from.y, to.y, part)],
    ]),
    ...['sleep', 0.3, 'mouseup', 1],
  ];
}

/** The next picture that is there for two looks, and is not this one. */
async function pictureOtherThan(screen: Screen, before: Screenshot | null): Promise<Screenshot> {
  let last = await screen.picture();
  await until(async () => {
    const now = await screen.picture();
    const isSettled = (before === null || !looksLike(now, before)) && looksLike(now, last);
    last = now;
    return isSettled ? null : 'the screen does not come to rest with another picture';
  });
  return last;
}

function shows(screen: Screen, wanted: Screenshot): Promise<void> {
  return until(async () =>
    looksLike(await screen.picture(), wanted) ? null : 'the screen shows something else than before',
  );
}
