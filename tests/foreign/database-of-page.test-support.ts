import { readFileSync, rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import type { ExportModel } from '../../build/vectors/export-model.ts';
import { bytesOfExported } from '../../shared/ledger/export-lines.ts';

const page = readFileSync(new URL('../../docs/ledger.md', import.meta.url), 'utf8');
const fact = (pattern: RegExp): string => {
  const [, found] = pattern.exec(page) ?? [];
  if (found === undefined) throw new Error(`docs/ledger.md does not say ${pattern.source}`);
  return found;
};

/** The declaration as docs/ledger.md prints it. */
export const PAGE_SQL = fact(/```sql\n(.*?)```/s);
const APPLICATION = fact(/is (\d+), `CFLd`/);
const VERSION = fact(/its user version \(4 bytes from byte 60\) is (\d+)/);

const triggers = z.array(z.object({ name: z.string(), sql: z.string() }));

/** What somebody else's program did differently. */
export interface MadeOtherwise {
  readonly sql?: string;
  readonly encoding?: 'UTF-8' | 'UTF-16le';
  /** Statements that are run while no trigger is there. */
  readonly more?: string;
}

/** Makes a file of the rows of a ledger, from docs/ledger.md alone. One that is there goes. */
export function writeFromPage(
  path: string,
  model: ExportModel,
  { sql = PAGE_SQL, encoding = 'UTF-8', more = '' }: MadeOtherwise = {},
): void {
  rmSync(path, { force: true });
  const database = new Sqlite(path);
  database.pragma('synchronous=OFF');
  database.pragma('journal_mode=MEMORY');
  database.pragma(`encoding='${encoding}'`);
  database.exec(sql);
  fillUntriggered(database, () => {
    fill(database, model);
    database.exec(more);
  });
  database.pragma(`application_id=${APPLICATION}`);
  database.pragma(`user_version=${VERSION}`);
  database.close();
}

/** Takes the triggers off, and puts those back that are to come back. */
export function fillUntriggered(
  database: Sqlite.Database,
  work: () => void,
  comesBack: (name: string) => boolean = () => true,
): void {
  const found = triggers.parse(
    database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all(),
  );
  database.transaction(() => {
    for (const { name } of found) database.exec(`DROP TRIGGER ${name}`);
    work();
    for (const { name, sql } of found) if (comesBack(name)) database.exec(sql);
  })();
}

/** The rows of a model, in tables without triggers. */
export function fill(database: Sqlite.Database, { head, entries }: ExportModel): void {
  const hex = (digits: string): Buffer => Buffer.from(digits, 'hex');
  const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');
  database.prepare('INSERT INTO signer VALUES (1, ?, ?)').run(hex(head.kiosk), bytes(head.publicKey));
  if (head.head !== null)
    database
      .prepare('INSERT INTO head VALUES (1, ?, ?, ?)')
      .run(head.head.sequence, hex(head.head.hash), bytes(head.head.signature));
  const roll = database.prepare('INSERT OR IGNORE INTO rolls VALUES (?, ?)');
  for (const { sequence, signature } of head.rolls) roll.run(sequence, bytes(signature));
  const kept = database.prepare('INSERT OR IGNORE INTO checkpoints VALUES (?, ?, ?)');
  for (const { sequence, hash, signature } of head.intervals) kept.run(sequence, hex(hash), bytes(signature));
  const add = database.prepare('INSERT OR IGNORE INTO entries VALUES (?, ?, ?)');
  for (const entry of entries) add.run(entry.sequence, bytesOfExported(entry), hex(entry.hash));
}
