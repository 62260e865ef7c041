import { type ReactNode, useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import hidden from './hidden.module.css';

interface Spoken {
  readonly text: string;
  readonly at: number;
  /** What is about a person is covered: nothing is said. */
  readonly isCovered: boolean;
}

const spoken = createStore<Spoken>()(() => ({ text: '', at: 0, isCovered: false }));

/** Has a screen reader say something at the next pause; nothing under the cover. */
export function announce(text: string): void {
  if (spoken.getState().isCovered) return;
  // The same text twice would not be a change, and so not be spoken.
  spoken.setState((state) => ({
    text: state.text === text ? `${text}\u00a0` : text,
    at: performance.now(),
  }));
}

/**
 * While a screen is covered nothing is said, and what was said of it stands in the page no more: whoever looks or listens
 * there must not find it.
 */
export function useCoverSpoken(covered: boolean): void {
  useLayoutEffect(() => {
    if (!covered) return undefined;
    spoken.setState({ text: '', at: Number.NEGATIVE_INFINITY, isCovered: true });
    return () => spoken.setState({ isCovered: false });
  }, [covered]);
}

/** Whether the screen is covered. */
export function useIsCovered(): boolean {
  return useStore(spoken, (state) => state.isCovered);
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
