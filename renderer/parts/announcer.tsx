import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import hidden from './hidden.module.css';

const spoken = createStore<{ readonly text: string }>()(() => ({ text: '' }));

/** Has a screen reader say something at the next pause. */
export function announce(text: string): void {
  // The same text twice would not be a change, and so not be spoken.
  spoken.setState((state) => ({ text: state.text === text ? `${text}\u00a0` : text }));
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
