import { fillFreePages } from '../vault/room.ts';
import type { Desk } from './desk.ts';

/**
 * Erases what the vault's last transactions left in its journal: after the last one of every ending. Where the disk
 * does not take it, everybody sees that and nobody new is served before it is done. False also as long as free pages
 * may hold what an earlier keeper left there: no ending is proven before.
 */
export function eraseTraces(desk: Desk): boolean {
  if (desk.unwritten.freePages) eraseFreePages(desk);
  const isErased = attempt(desk, 'journal', desk.vault.eraseJournal);
  return isErased && !desk.unwritten.freePages;
}

/**
 * At each start, before anything else, whatever the keeper before this one was in the middle of: SQLite has rolled that
 * back, and this is what it leaves in free pages by doing so.
 */
export function eraseFreePages(desk: Desk): void {
  attempt(desk, 'freePages', () => fillFreePages(desk.vault.database));
}

/** Tries again what a disk did not take. */
export function eraseAgain(desk: Desk): void {
  if (desk.unwritten.freePages || desk.unwritten.journal) eraseTraces(desk);
}

function attempt(desk: Desk, what: 'journal' | 'freePages', erase: () => void): boolean {
  try {
    erase();
    desk.unwritten[what] = false;
  } catch (error) {
    desk.unwritten[what] = true;
    desk.onBug(`traces in the vault (${what})`, error);
  }
  return !desk.unwritten[what];
}
