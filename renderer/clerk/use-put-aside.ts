import { useCallback } from 'react';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import type { TickedDocuments } from './documents/use-ticked-documents.ts';

/** Closing the application without ending it. */
export interface PuttingAside {
  /** Why the core would not. */
  readonly refusal: Refusal | null;
  putAside(): Promise<void>;
}

/** Nothing is put aside before the core holds all of it. While it does not, the wizard says so anyway. */
export function usePutAside({ settled }: TickedDocuments): PuttingAside {
  const { client, commits } = useCore();
  const { run, refusal } = useAct();
  const putAside = useCallback(async (): Promise<void> => {
    await settled();
    if ((await commits.settled()).ok) await run(() => client.putAside({}));
  }, [settled, run, client, commits]);
  return { refusal, putAside };
}
