import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { ScreenStatus } from '../../shared/contract/residents/screen-status.ts';
import type { ToClerkReason } from './screens/to-clerk-screen.tsx';

/** Between a resident who had the screen and staff who have not opened it yet. */
interface HandedBack {
  /** Why the screen is locked behind a resident; null: it is not. */
  readonly reason: ToClerkReason | null;
  /** The resident ends it by their own will now. */
  readonly onFinishing: () => void;
}

/**
 * Follows a screen that goes from a resident to staff: until a passphrase opens it, it goes on to speak to the resident.
 */
export function useHandedBack(status: ScreenStatus | null): HandedBack {
  const atScreen = status?.residents.atScreen ?? false;
  const isLocked = status?.screenLocked ?? false;
  const had = useRef(false);
  const isFinishing = useRef(false);
  const [reason, setReason] = useState<ToClerkReason | null>(null);
  useLayoutEffect(() => {
    if (atScreen) {
      had.current = true;
      setReason(null);
      return;
    }
    if (had.current && isLocked) setReason(isFinishing.current ? 'finished' : 'idle');
    had.current = false;
    isFinishing.current = false;
    if (!isLocked) setReason(null);
  }, [atScreen, isLocked]);
  const onFinishing = useCallback(() => {
    isFinishing.current = true;
  }, []);
  // Also on a page that was not there when it was locked: a resident may still stand before it.
  const isStillTheirs = status?.residents.handedBack ?? false;
  return { reason: reason ?? (isStillTheirs ? 'locked' : null), onFinishing };
}
