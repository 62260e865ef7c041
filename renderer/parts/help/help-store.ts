import { createStore } from 'zustand';

/** Whether help is on the screen. It goes when another screen comes: what it says is about one. */
export const helpStore = createStore<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export function toggleHelp(): void {
  helpStore.setState(({ isOpen }) => ({ isOpen: !isOpen }));
}

export function closeHelp(): void {
  helpStore.setState({ isOpen: false });
}
