import { randomBytes } from 'node:crypto';
import { type DatabaseMeasure, leftInFreePages, measure } from '../database/measure.ts';
import type { Database } from '../database/open-database.ts';
import { asOpenFailure } from '../database/open-failure.ts';
import { emptyRoom, plantInRoom } from '../vault/zeroed-free-pages.ts';

const TOKEN_BYTES = 32;

/** The vault as it lies on the disk, and whether what was planted in it was found. */
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
 * Measures the vault, and proves that it was looked at: a row of random bytes is planted, must be counted, found in the
 * bytes of the file and seen in the journal, and goes again. All in one turn: nobody sees the row.
 */
export function measureVault({ vault: { database }, traces }: VaultControlPort): MeasuredVault {
  const token = randomBytes(TOKEN_BYTES);
  let control: MeasuredVault['control'] = 'row-not-planted';
  try {
    plantInRoom(database, token);
    control = isSeen(database, token) ? 'found' : 'row-not-found';
  } catch (error) {
    if (asOpenFailure(error) === undefined) throw error;
  }
  if (control !== 'row-not-planted' && !isGone({ database, traces }, token)) control = 'not-removed';
  const file = database.serialize();
  const left = leftInFreePages(file);
  file.fill(0);
  return { ...measure(database), leftInFreePages: left, control };
}

function rowsPlanted({ tables }: DatabaseMeasure): number {
  return tables.find(({ table }) => table === 'room')?.rows ?? 0;
}

function isSeen(database: Database, token: Buffer): boolean {
  const planted = measure(database);
  return rowsPlanted(planted) === 1 && planted.journal.notZero > 0 && includes(database, token);
}

function isGone(
  { database, traces }: { readonly database: Database; readonly traces: VaultControlPort['traces'] },
  token: Buffer,
): boolean {
  try {
    emptyRoom(database);
  } catch (error) {
    if (asOpenFailure(error) === undefined) throw error;
    return false;
  }
  traces.erase();
  return rowsPlanted(measure(database)) === 0 && !includes(database, token);
}

function includes(database: Database, token: Buffer): boolean {
  const file = database.serialize();
  const isThere = file.includes(token);
  file.fill(0);
  return isThere;
}
