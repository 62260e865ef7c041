import { useCallback, useRef, useState } from 'react';
import type { Flow } from '../flow/flow.ts';
import type { Resident, ResidentDialog } from '../resident-context.ts';

/** One opening of a dialog: opened again, it is another one. */
interface Opening {
  readonly dialog: ResidentDialog;
}

/** What lies over a resident's screen and wants an answer. */
export interface OpenDialog {
  readonly dialog: ResidentDialog | null;
  /** Opens this one in the place of whatever is open. */
  open(dialog: ResidentDialog): void;
  /** Closes what is open as this is drawn, and nothing that was opened since: an answer may come late. */
  closeThis(): void;
  /** Closes whatever is open. */
  closeAll(): void;
}

/**
 * What lies over the screen and wants an answer. A language that was refused opens the languages again, which say so: the list may be
 * put away before the answer comes. The first screen says it itself. What was asked about a number goes with the number.
 */
export function useOpenDialog(
  { place }: Flow,
  hasTicket: boolean,
  { languageRefusal, forgetLanguageRefusal }: Pick<Resident, 'languageRefusal' | 'forgetLanguageRefusal'>,
): OpenDialog {
  const [opened, setOpened] = useState<Opening | null>(null);
  const latest = useRef(opened);
  const isUntold = languageRefusal !== null && place.at !== 'language';
  const change = useCallback((next: Opening | null): void => {
    // At once: an answer may come before the next drawing.
    latest.current = next;
    setOpened(next);
  }, []);
  const open = useCallback((dialog: ResidentDialog): void => change({ dialog }), [change]);
  const closeAll = useCallback((): void => {
    forgetLanguageRefusal();
    change(null);
  }, [change, forgetLanguageRefusal]);
  const asked = opened?.dialog === 'leave-with-ticket' && !hasTicket ? null : (opened?.dialog ?? null);
  const closeThis = (): void => {
    if (latest.current !== opened) return;
    // What another dialog lay over has not been told yet.
    if (asked === null || asked === 'language') forgetLanguageRefusal();
    change(null);
  };
  return { dialog: asked ?? (isUntold ? 'language' : null), open, closeThis, closeAll };
}
