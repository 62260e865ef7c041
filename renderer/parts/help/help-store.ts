import { createStore } from 'zustand';
import type { ScreenName } from '../screen-name.ts';

/** Which screen help is for, null where nothing can be done, and whether it is on the screen. */
interface HelpAtHand {
  readonly screen: ScreenName | null;
  readonly isOpen: boolean;
}

export const helpStore = createStore<HelpAtHand>(() => ({ screen: null, isOpen: false }));

export function toggleHelp(): void {
  helpStore.setState(({ isOpen }) => ({ isOpen: !isOpen }));
}

/** Another screen has come: help about the one before goes with it. */
export function tellHelp(screen: ScreenName | null): void {
  helpStore.setState({ screen, isOpen: false });
}
