import { closeSync, constants, openSync, readSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';

/** How large a database is, and how many rows each of its tables has. */
export interface DatabaseMeasure {
  readonly tables: readonly { readonly table: string; readonly rows: number }[];
  readonly bytes: number;
  readonly pages: number;
  readonly freePages: number;
  readonly journal: { readonly bytes: number; readonly notZero: number };
}

const CHUNK_BYTES = 64 * 1024;
const HEADER_BYTES = 100;
/** In the header: the first page of the list of free pages. */
const FREE_LIST_AT = 32;

const count = z.number().int().min(0);
const names = z.array(z.string());

/** Measures an open database. Reads through SQLite, and the journal, which SQLite never locks. */
export function measure(database: Database): DatabaseMeasure {
  const tables = names.parse(
    database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid").pluck().all(),
  );
  const pragma = (name: string): number => count.parse(database.pragma(name, { simple: true }));
  const pages = pragma('page_count');
  return {
    tables: tables.map((table) => ({
      table,
      // A name that the schema itself has.
      rows: count.parse(database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()),
    })),
    bytes: pages * pragma('page_size'),
    pages,
    freePages: pragma('freelist_count'),
    journal: measureJournal(`${database.name}-journal`),
  };
}

function measureJournal(path: string): DatabaseMeasure['journal'] {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch (error) {
    if (isFileSystemError(error) && error.code === 'ENOENT') return { bytes: 0, notZero: 0 };
    throw error;
  }
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    let [bytes, notZero] = [0, 0];
    for (;;) {
      const read = readSync(file, chunk, 0, CHUNK_BYTES, bytes);
      if (read === 0) break;
      notZero += bytesOtherThanZero(chunk.subarray(0, read));
      bytes += read;
    }
    chunk.fill(0);
    return { bytes, notZero };
  } finally {
    closeSync(file);
  }
}

/** Bytes other than zero in the free pages of a database as it lies on the disk, besides SQLite's own list of them. */
export function leftInFreePages(file: Buffer): number {
  if (file.length < HEADER_BYTES) return 0;
  // 1 stands for 65,536.
  const size = file.readUInt16BE(16) === 1 ? 65_536 : file.readUInt16BE(16);
  const page = (number: number): Buffer => file.subarray((number - 1) * size, number * size);
  let left = 0;
  let trunk = file.readUInt32BE(FREE_LIST_AT);
  while (trunk !== 0) {
    const list = page(trunk);
    const leaves = list.readUInt32BE(4);
    left += bytesOtherThanZero(list.subarray(8 + 4 * leaves));
    for (let leaf = 0; leaf < leaves; leaf += 1) {
      left += bytesOtherThanZero(page(list.readUInt32BE(8 + 4 * leaf)));
    }
    trunk = list.readUInt32BE(0);
  }
  return left;
}

function bytesOtherThanZero(bytes: Buffer): number {
  let others = 0;
  for (const byte of bytes) if (byte !== 0) others += 1;
  return others;
}
