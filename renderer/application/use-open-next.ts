import { useEffect, useRef } from 'react';
import type { Ticket } from '../../shared/contract/ids.ts';
import { useCore } from '../core-client/core.tsx';
import { type Act, useAct } from '../core-client/use-act.ts';
import { type Asked, asksAgain } from './asks-again.ts';

/**
 * Opens the application that somebody was at before the session was replaced: once, and with each status after it was not the
 * moment. `wanted`: its number, as soon as this session is on the screen and somebody may open it.
 */
export function useOpenNext(wanted: Ticket | null, status: object): Act {
  const { client } = useCore();
  const act = useAct();
  const { run, busy, refusal } = act;
  const asked = useRef<Asked | null>(null);
  useEffect(() => {
    if (wanted === null || busy || !asksAgain(asked.current, { wanted, status }, refusal)) return;
    asked.current = { wanted, status };
    void run(() => client.openApplication({ ticket: wanted }));
  }, [wanted, status, busy, refusal, client, run]);
  return act;
}
