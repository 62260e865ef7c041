import { useCallback } from 'react';
import { useCore } from './core.tsx';

/**
 * Locks the screen by will. The typed text goes to the core first: behind the lock nobody is signed in who
 * could commit it. What cannot be kept now waits in the queue, and outranks what the core tells afterwards.
 */
export function useLockScreen(): () => Promise<void> {
  const { client, commits } = useCore();
  return useCallback(async () => {
    await commits.settled();
    // A refusal needs no words: the screen that stays open is the answer, and signing out is beside it.
    await client.lock({});
  }, [client, commits]);
}
