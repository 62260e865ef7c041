import { useLayoutEffect, useRef, useState } from 'react';
import { ALL_BESIDE, type Room, shareRoom } from './room.ts';

/** The parts of a screen as they are drawn; null: there is none. */
interface Parts {
  readonly screen: HTMLElement | null;
  readonly foot: HTMLElement | null;
  readonly keyboard: HTMLElement | null;
  readonly told: HTMLElement | null;
}

/** What a keyboard and buttons need: as much as they have needed, for the keyboard's pages must not come and go with where it is. */
interface Highest {
  readonly on: string;
  readonly foot: number;
  readonly keyboard: number;
}

function heightOf(part: HTMLElement | null): number {
  return part?.offsetHeight ?? 0;
}

/** Follows which parts of a screen have a place of their own beside its page. Measured before anything is painted. */
export function useRoom({ screen, foot, keyboard, told }: Parts): Room {
  const [room, setRoom] = useState(ALL_BESIDE);
  const highest = useRef<Highest>({ on: '', foot: 0, keyboard: 0 });
  useLayoutEffect(() => {
    if (screen === null) return undefined;
    const measure = (): void => {
      const em = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      // The keyboard of another language may have fewer rows.
      const { lang } = document.documentElement;
      const on = `${screen.clientWidth} × ${screen.clientHeight}, ${em}, ${lang}`;
      const before = highest.current.on === on ? highest.current : { foot: 0, keyboard: 0 };
      const now = {
        on,
        foot: Math.max(heightOf(foot), before.foot),
        keyboard: Math.max(heightOf(keyboard), before.keyboard),
      };
      highest.current = now;
      const next = shareRoom({
        ...{ screen: screen.clientHeight, em, told: heightOf(told) },
        foot: foot === null ? 0 : now.foot,
        keyboard: keyboard === null ? 0 : now.keyboard,
      });
      setRoom((was) =>
        was.isFootBeside === next.isFootBeside &&
        was.isKeyboardBeside === next.isKeyboardBeside &&
        was.isToldBeside === next.isToldBeside
          ? was
          : next,
      );
    };
    const sizes = new ResizeObserver(measure);
    for (const part of [screen, foot, keyboard, told]) if (part !== null) sizes.observe(part);
    measure();
    return () => sizes.disconnect();
  }, [screen, foot, keyboard, told]);
  return room;
}
