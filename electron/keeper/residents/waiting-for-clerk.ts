import type { ApplicationId } from '../../../shared/contract/ids.ts';

/** Applications whose applicants answered alone and wait with a ticket. In memory only: a list looks better with it, and nothing depends on it. */
export interface WaitingForClerk {
  has(application: ApplicationId): boolean;
  add(application: ApplicationId): void;
}

/** `isOpen`: of what has ended nothing stays here for longer than until the next one. */
export function createWaitingForClerk(isOpen: (application: ApplicationId) => boolean): WaitingForClerk {
  const waiting = new Set<ApplicationId>();
  return {
    has: (application) => waiting.has(application),
    add(application) {
      for (const each of waiting) if (!isOpen(each)) waiting.delete(each);
      waiting.add(application);
    },
  };
}
