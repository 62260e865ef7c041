import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import { asOpenFailure } from '../../electron/keeper/database/open-failure.ts';
import { exportedLine } from '../../electron/keeper/ledger/export-ledger.ts';
import { type LedgerReader, ledgerIn } from '../../electron/keeper/ledger/ledger.ts';
import { ledgerSchema } from '../../electron/keeper/ledger/ledger-schema.ts';
import {
  bytesOfExported,
  type ExportedEntry,
  type ExportHead,
  exportedEntry,
  exportHead,
} from '../../shared/ledger/export-lines.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { readJson } from '../read-json.ts';
import { linesOf } from './lines-of.ts';

const triggers = z.array(z.object({ name: z.string() }));

/**
 * Opens an export in NDJSON as the ledger that it was made of, in memory: the same verifier looks at it. What somebody changed in it
 * is there as it stands, for the verdict to name; the error is a sentence about what is no export at all.
 */
export function openExport(path: string): Result<LedgerReader, string> {
  try {
    const lines = linesOf(path);
    const first = lines.next().value ?? '';
    const head = exportHead.safeParse(readJson(first));
    if (!head.success) return err(notSigned(path, first));
    if (writtenHead(head.data) !== first)
      return err(`${path} is no export of a ledger: a kiosk does not write its first line so.`);
    const tables = emptyTables();
    const fault = fillSigned(tables, head.data) ?? fillEntries(tables, lines);
    if (fault === null) return ok(ledgerIn(tables));
    tables.close();
    return err(`${path} is no export of a ledger: ${fault}.`);
  } catch (error) {
    if (asOpenFailure(error) === undefined) throw error;
    return err(`${path} cannot be read.`);
  }
}

/** The first line as a kiosk writes it: nothing stands beside what is said. */
function writtenHead(head: ExportHead): string {
  const publicKey = Buffer.from(head.publicKey, 'base64').toString('base64');
  return JSON.stringify({ ...head, publicKey });
}

function notSigned(path: string, first: string): string {
  return exportedEntry.safeParse(readJson(first)).success
    ? `${path} has no line of signatures: a program before ledger version 11 wrote it, or somebody took the line away. Verify the ledger’s file.`
    : `${path} is no ledger of a kiosk, and no export of one in NDJSON.`;
}

/** Without triggers: what they stop is for the verifier to find. */
function emptyTables(): Sqlite.Database {
  const tables = new Sqlite(':memory:');
  tables.exec(ledgerSchema.sql);
  const found = tables.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of triggers.parse(found)) tables.exec(`DROP TRIGGER ${name}`);
  return tables;
}

/** Null: all of it is there. */
function fillSigned(
  tables: Sqlite.Database,
  { kiosk, publicKey, rolls, intervals, head }: ExportHead,
): string | null {
  const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');
  const hex = (digits: string): Buffer => Buffer.from(digits, 'hex');
  tables.prepare('INSERT INTO signer VALUES (1, ?, ?)').run(hex(kiosk), bytes(publicKey));
  if (head !== null)
    tables
      .prepare('INSERT INTO head VALUES (1, ?, ?, ?)')
      .run(head.sequence, hex(head.hash), bytes(head.signature));
  const addRoll = tables.prepare('INSERT OR IGNORE INTO rolls VALUES (?, ?)');
  const addInterval = tables.prepare('INSERT OR IGNORE INTO checkpoints VALUES (?, ?, ?)');
  for (const { sequence, signature } of rolls)
    if (addRoll.run(sequence, bytes(signature)).changes === 0)
      return `entry ${sequence} has two signatures of a key that gave way`;
  for (const { sequence, hash, signature } of intervals)
    if (addInterval.run(sequence, hex(hash), bytes(signature)).changes === 0)
      return `entry ${sequence} has two signatures of an interval`;
  return null;
}

/** Null: all lines are entries, or what somebody made of one. */
function fillEntries(tables: Sqlite.Database, lines: Iterable<string>): string | null {
  const add = tables.prepare('INSERT OR IGNORE INTO entries VALUES (?, ?, ?)');
  let place = 1;
  for (const line of lines) {
    place += 1;
    const entry = exportedEntry.safeParse(readJson(line));
    if (!entry.success) return `line ${place} is no line of an entry`;
    const { sequence, hash } = entry.data;
    if (add.run(sequence, bytesOfLine(line, entry.data), Buffer.from(hash, 'hex')).changes === 0)
      return `two lines have the number ${sequence}`;
  }
  return null;
}

/** None where the line is written otherwise than a kiosk does it: what else somebody had it say is in no hash. */
function bytesOfLine(line: string, entry: ExportedEntry): Uint8Array {
  const bytes = bytesOfExported(entry);
  const { sequence } = entry;
  if (bytes.length === 0) return bytes;
  return exportedLine({ sequence, bytes, hash: Buffer.from(entry.hash, 'hex') }) === line
    ? bytes
    : new Uint8Array();
}
