import { createStore } from 'zustand';
import type { HelpTopic } from '../../wording/help/help.ts';

/** What help there is, null between two screens, and whether it is on the screen. */
interface HelpAtHand {
  readonly topic: HelpTopic | null;
  readonly isOpen: boolean;
}

export const helpStore = createStore<HelpAtHand>(() => ({ topic: null, isOpen: false }));

export function toggleHelp(): void {
  helpStore.setState(({ isOpen }) => ({ isOpen: !isOpen }));
}

/** Another screen or section has come: help about the one before goes with it. */
export function tellHelp(topic: HelpTopic | null): void {
  helpStore.setState({ topic, isOpen: false });
}
