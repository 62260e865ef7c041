import { useCallback } from 'react';
import type { Answer } from '../../shared/contract/declare.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import type { TickedDocuments } from './documents/use-ticked-documents.ts';

/** Acts that take the application off the clerk's screen without ending it. */
export interface WhenKept {
  /** Why the core would not. */
  readonly refusal: Refusal | null;
  putAside(): Promise<void>;
  giveScreen(): Promise<void>;
}

/** Nothing leaves the screen before the core holds all of it. While it does not, the wizard says so anyway. */
export function useWhenKept({ settled }: TickedDocuments): WhenKept {
  const { client, commits } = useCore();
  const { run, refusal } = useAct();
  const whenKept = useCallback(
    async (act: () => Promise<Answer<unknown>>): Promise<void> => {
      await settled();
      if ((await commits.settled()).ok) await run(act);
    },
    [settled, run, commits],
  );
  const putAside = useCallback(() => whenKept(() => client.putAside({})), [whenKept, client]);
  const giveScreen = useCallback(() => whenKept(() => client.giveToResident({})), [whenKept, client]);
  return { refusal, putAside, giveScreen };
}
