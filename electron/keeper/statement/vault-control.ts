import { randomBytes } from 'node:crypto';
import { type DatabaseMeasure, journalOf, leftInFreePages, measure } from '../database/measure.ts';
import type { Database } from '../database/open-database.ts';
import { asOpenFailure } from '../database/open-failure.ts';
import { emptyRoom, plantInRoom } from '../vault/zeroed-free-pages.ts';

const TOKEN_BYTES = 32;

/** The vault as it was before anything was planted in it, and whether what was planted was found. */
export interface MeasuredVault extends DatabaseMeasure {
  readonly leftInFreePages: number;
  readonly control: 'found' | 'row-not-planted' | 'row-not-found' | 'not-removed';
}

/** What measuring the vault needs. */
export interface VaultControlPort {
  readonly vault: { readonly database: Database };
  readonly traces: { erase(): boolean };
}

/**
 * Measures the vault, and only then proves that it was looked at: planting writes over the journal, whose figure would be
 * that of the control otherwise. A row of random bytes must be counted, and these bytes be found in the pages of the vault,
 * and in the journal once it is removed. All in one turn: nobody sees the row.
 */
export function measureVault(port: VaultControlPort): MeasuredVault {
  const { database } = port.vault;
  const before = measure(database);
  const left = inPages(database, leftInFreePages);
  return { ...before, leftInFreePages: left, control: plantAndFind(port) };
}

function plantAndFind({ vault: { database }, traces }: VaultControlPort): MeasuredVault['control'] {
  const token = randomBytes(TOKEN_BYTES);
  const isInPages = (): boolean => inPages(database, (pages) => pages.includes(token));
  if (!isTaken(() => plantInRoom(database, token))) return 'row-not-planted';
  const isSeen = rowsPlanted(measure(database)) === 1 && isInPages();
  if (!isTaken(() => emptyRoom(database))) return 'not-removed';
  // Removing it is what writes it into the journal. A journal that has merely grown may hold old pages.
  const isInJournal = includes(journalOf(database), token);
  if (!traces.erase()) return 'not-removed';
  if (rowsPlanted(measure(database)) > 0 || isInPages() || includes(journalOf(database), token)) {
    return 'not-removed';
  }
  return isSeen && isInJournal ? 'found' : 'row-not-found';
}

function rowsPlanted({ tables }: DatabaseMeasure): number {
  return tables.find(({ table }) => table === 'room')?.rows ?? 0;
}

/** Whether the disk took it. */
function isTaken(write: () => void): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (asOpenFailure(error) === undefined) throw error;
    return false;
  }
}

function includes(bytes: Buffer, token: Buffer): boolean {
  const isThere = bytes.includes(token);
  bytes.fill(0);
  return isThere;
}

/** Looks at the vault's pages as SQLite reads them: another descriptor of its file would drop its locks (`open-here.ts`). */
function inPages<Found>(database: Database, look: (pages: Buffer) => Found): Found {
  const pages = database.serialize();
  const found = look(pages);
  pages.fill(0);
  return found;
}
