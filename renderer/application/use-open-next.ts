import { useEffect, useRef } from 'react';
import type { Ticket } from '../../shared/contract/ids.ts';
import { useCore } from '../core-client/core.tsx';
import { type Act, useAct } from '../core-client/use-act.ts';

/**
 * Opens the application that somebody was at before the session was replaced, once. `wanted`: its number, as soon as this
 * session is on the screen and somebody may open it.
 */
export function useOpenNext(wanted: Ticket | null): Act {
  const { client } = useCore();
  const act = useAct();
  const { run } = act;
  const asked = useRef<number | null>(null);
  useEffect(() => {
    if (wanted === null || asked.current === wanted) return;
    asked.current = wanted;
    void run(() => client.openApplication({ ticket: wanted }));
  }, [wanted, client, run]);
  return act;
}
