import type { WhichFiles } from '../data-folder/file-times.ts';
import type { Database } from '../database/open-database.ts';
import type { Unwritten } from '../disk/unwritten.ts';
import { fillFreePages } from './zeroed-free-pages.ts';

/** What the vault's transactions leave in its journal and its free pages, and each write in the times of files. */
export interface Traces {
  /**
   * Erases what the last transactions left in the journal: after the last one of every ending. Where the disk does not
   * take it, everybody sees that and nobody new is served before it is done. False also as long as free pages may hold
   * what an earlier keeper left there: no ending is proven before.
   */
  erase(): boolean;
  /**
   * At each start, before anything else, whatever the keeper before this one was in the middle of: SQLite has rolled
   * that back, and this is what it leaves in free pages by doing so.
   */
  eraseFreePages(): void;
  /** Takes the time of the last write from the kiosk's files: in each round, so that none of them tells when it was. */
  setFileTimes(which: WhichFiles): void;
  /** Tries again what a disk did not take. */
  eraseAgain(): void;
}

/** What erasing traces needs of the kiosk. */
export interface TracesPort {
  readonly vault: { readonly database: Database; eraseJournal(): void };
  readonly unwritten: Unwritten;
  /** @throws what the file system refuses. */
  setFileTimes(which: WhichFiles): void;
  onBug(where: string, error: unknown): void;
}

/** The traces in one vault. */
export function createTraces(port: TracesPort): Traces {
  const { vault, unwritten, onBug } = port;

  function attempt(what: 'journal' | 'freePages' | 'fileTimes', erase: () => void): boolean {
    try {
      erase();
      unwritten.note(what, false);
    } catch (error) {
      unwritten.note(what, true);
      onBug(`traces in the vault (${what})`, error);
    }
    return !unwritten.has(what);
  }

  const eraseFreePages = (): void => void attempt('freePages', () => fillFreePages(vault.database));

  const setFileTimes = (which: WhichFiles): boolean => attempt('fileTimes', () => port.setFileTimes(which));

  function erase(): boolean {
    if (unwritten.has('freePages')) eraseFreePages();
    // Looked up at each call: the crash suite takes the erasing away to see that it is missed.
    const isErased = attempt('journal', () => vault.eraseJournal());
    // Last: whatever is written after it has the moment again.
    const isTimeless = setFileTimes('all');
    return isErased && isTimeless && !unwritten.has('freePages');
  }

  return {
    erase,
    eraseFreePages,
    setFileTimes: (which) => void setFileTimes(which),
    eraseAgain() {
      if (unwritten.has('freePages') || unwritten.has('journal') || unwritten.has('fileTimes')) erase();
    },
  };
}
