import type { SearchProgress } from './search-places.ts';
import type { MadeStatement } from './sign-statement.ts';

/** The statement that is being made, and the last one, to be printed or written. Kept in memory only. */
export interface MadeStatements {
  /** False: another one is being made. */
  begin(): boolean;
  tell(progress: SearchProgress): void;
  end(): void;
  /** How far the search is; null: none is under way. */
  progress(): SearchProgress | null;
  keep(made: MadeStatement): void;
  /** Null: it is not the last one, or another keeper made it. */
  find(digest: string): MadeStatement | null;
}

/** No statement yet. */
export function createMadeStatements(): MadeStatements {
  let progress: SearchProgress | null = null;
  let last: MadeStatement | null = null;
  return {
    begin() {
      if (progress !== null) return false;
      progress = { files: 0, bytes: 0 };
      return true;
    },
    tell(now) {
      progress = now;
    },
    end() {
      progress = null;
    },
    progress: () => progress,
    keep(made) {
      last = made;
    },
    find: (digest) => (last?.digest === digest ? last : null),
  };
}
