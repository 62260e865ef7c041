import { useCallback } from 'react';
import { useCore } from '../core-client/core.tsx';
import type { TickedDocuments } from './documents/use-ticked-documents.ts';
import { stepOf, type WizardStep } from './steps.ts';

/**
 * The way from a step that was opened once more straight to where the application waits, past the steps between. False:
 * one of them lacks something.
 */
export function useReturnToReadBack(
  documents: TickedDocuments,
  goTo: (step: WizardStep) => void,
): () => Promise<boolean> {
  const { client, commits, store } = useCore();
  return useCallback(async () => {
    await documents.settled();
    if (!(await commits.settled()).ok) return false;
    const changed = store.getState().application;
    // A changed answer takes back that the documents were confirmed for it.
    if (changed?.state === 'draft' && !(await client.confirmDocuments({})).ok) return false;
    const now = store.getState().application;
    if (now === null) return false;
    goTo(stepOf(now.state));
    return true;
  }, [client, commits, store, documents, goTo]);
}
