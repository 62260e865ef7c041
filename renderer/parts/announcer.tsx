import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import hidden from './hidden.module.css';

const spoken = createStore<{ readonly text: string; readonly at: number }>()(() => ({ text: '', at: 0 }));

/** Has a screen reader say something at the next pause. */
export function announce(text: string): void {
  // The same text twice would not be a change, and so not be spoken.
  spoken.setState((state) => ({
    text: state.text === text ? `${text}\u00a0` : text,
    at: performance.now(),
  }));
}

/** Nothing of it stands in the page any more: where a screen is covered, whoever looks must not find what was said of it. */
export function forgetSpoken(): void {
  spoken.setState({ text: '', at: Number.NEGATIVE_INFINITY });
}

/** What came on the screen says so within this. */
const JUST_NOW_MILLISECONDS = 300;

/** Has it said behind what was said just now, which would not be heard otherwise: the heading of a new screen. */
export function announceBehind(text: string): void {
  const { text: before, at } = spoken.getState();
  announce(performance.now() - at < JUST_NOW_MILLISECONDS ? `${before} ${text}` : text);
}

/** The one live region. It must stand in the page before there is anything to say; an open dialog hides all else. */
export function Announcer(): ReactNode {
  const text = useStore(spoken, (state) => state.text);
  return (
    <div role="status" aria-live="polite" data-live-announcer="true" className={hidden.hidden}>
      {text}
    </div>
  );
}
