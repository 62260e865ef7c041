import { useCallback } from 'react';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { useCore } from '../core-client/core.tsx';
import type { TickedDocuments } from './documents/use-ticked-documents.ts';
import { stepOf, type WizardStep } from './steps.ts';

/**
 * The way from a step that was opened once more straight to where the application waits, past the steps between. Answers
 * why not, where one of them lacks something.
 */
export function useReturnToReadBack(
  documents: TickedDocuments,
  goTo: (step: WizardStep) => void,
): () => Promise<Refusal | null> {
  const { client, commits, store } = useCore();
  return useCallback(async () => {
    await documents.settled();
    const settled = await commits.settled();
    if (!settled.ok) return settled.error;
    // A changed answer takes back that the documents were confirmed for it.
    if (store.getState().application?.state === 'draft') {
      const confirmed = await client.confirmDocuments({});
      if (!confirmed.ok) return confirmed.error;
    }
    const now = store.getState().application;
    if (now !== null) goTo(stepOf(now.state));
    return null;
  }, [client, commits, store, documents, goTo]);
}
