import { useEffect, useRef } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { useCore } from '../core-client/core.tsx';
import { type Act, useAct } from '../core-client/use-act.ts';

/**
 * Opens the application that the clerk chose before the session was replaced, once, as soon as this session is on the
 * screen.
 */
export function useOpenNext(status: KioskStatus): Act {
  const { client } = useCore();
  const act = useAct();
  const { run } = act;
  const asked = useRef<number | null>(null);
  // Behind a lock it waits for whoever opens it.
  const wanted = status.shown && status.staff !== null && !status.screenLocked ? status.openNext : null;
  useEffect(() => {
    if (wanted === null || asked.current === wanted) return;
    asked.current = wanted;
    void run(() => client.openApplication({ ticket: wanted }));
  }, [wanted, client, run]);
  return act;
}
