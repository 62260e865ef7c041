/** What a keeper writes besides the acts of people, and cannot do without. */
export type Due = 'expiry' | 'sessions' | 'workers' | 'journal' | 'freePages' | 'fileTimes';

/** What a disk did not take: nobody new is served before it is written. */
export interface Unwritten {
  /** `failed`: whether the last attempt to write it has failed. */
  note(due: Due, failed: boolean): void;
  has(due: Due): boolean;
  any(): boolean;
}

/** Nothing is due yet. */
export function createUnwritten(): Unwritten {
  const due = new Set<Due>();
  return {
    note(what, failed) {
      if (failed) due.add(what);
      else due.delete(what);
    },
    has: (what) => due.has(what),
    any: () => due.size > 0,
  };
}
