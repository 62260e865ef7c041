import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { bytes } from '../../../shared/contract/bytes.ts';
import { hexOfBytes } from '../../../shared/ledger/encode-field.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { sampleEntries } from '../../../shared/ledger/sample-entries.test-support.ts';
import type { Result } from '../../../shared/result.ts';
import type { OpenFailure } from '../database/open-failure.ts';
import { workingRoot } from '../database/temporary-files.test-support.ts';
import { type GuardedKey, randomGuardedKey, type SigningKey } from '../signing/signing-key.ts';
import { type Ledger, openLedger, openLedgerToRead } from './ledger.ts';
import { sha256 } from './signatures.ts';
import type { KeptElsewhere } from './verify-ledger.ts';

export const day = { year: 2026, month: 2, day: 14 };

/** A kiosk's private key as tests make it. */
export function newKey(): GuardedKey {
  return randomGuardedKey();
}

/** The key of the kiosk whose ledger is tampered with. */
export const kioskKey = newKey();

/** The sample of each kind, the first one naming the key that signs. */
export function samplesFor(key: SigningKey): readonly LedgerEntry[] {
  return sampleEntries.map((entry) =>
    entry.kind === 'opened' ? { ...entry, key: hexOfBytes(sha256(key.publicKey)) } : entry,
  );
}

/** A path in a folder that goes when the test has finished. */
export function temporaryPath(): string {
  const folder = mkdtempSync(join(workingRoot(), 'counterfoil-ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'ledger.db');
}

/** What must work in a test. */
export function worked<Value>(result: Result<Value, OpenFailure>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** An open ledger that is closed when the test has finished. */
export function opened(path: string, key: SigningKey = kioskKey): Ledger {
  const ledger = worked(openLedger(path, () => key));
  onTestFinished(ledger.close);
  return ledger;
}

/** Cards handed over: entries that differ from one another. */
export function issuedEntries(count: number): readonly LedgerEntry[] {
  return Array.from({ length: count }, (_none, index) => ({
    kind: 'issued',
    day,
    printer: 'virtual',
    attempts: 1 + (index % 99),
  }));
}

/** A closed ledger: a sample of each kind, then cards handed over up to the given number of entries. */
export function makeLedger(entries: number, key: SigningKey = kioskKey): string {
  const path = temporaryPath();
  const ledger = worked(openLedger(path, () => key));
  const samples = samplesFor(key);
  ledger.appendAll(samples);
  if (entries > samples.length) ledger.appendAll(issuedEntries(entries - samples.length));
  ledger.close();
  return path;
}

const triggers = z.array(z.object({ name: z.string(), sql: z.string() }));

/** Whoever may write the file can take the triggers off, and put them back so that nobody sees it. */
export function tamper(path: string, change: (database: Sqlite.Database) => void): void {
  const database = new Sqlite(path);
  const found = triggers.parse(
    database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all(),
  );
  for (const { name } of found) database.exec(`DROP TRIGGER ${name}`);
  database.transaction(() => change(database))();
  for (const { sql } of found) database.exec(sql);
  database.close();
}

const linkRow = z.object({ entry: bytes, hash: bytes });

/** A row of the entries as it lies in the file. */
export function linkAt(database: Sqlite.Database, sequence: number) {
  return linkRow.parse(database.prepare('SELECT entry, hash FROM entries WHERE sequence = ?').get(sequence));
}

/** Writes over a row of the entries. */
export function putLink(
  database: Sqlite.Database,
  sequence: number,
  { entry, hash }: z.infer<typeof linkRow>,
): void {
  database.prepare('UPDATE entries SET entry = ?, hash = ? WHERE sequence = ?').run(entry, hash, sequence);
}

/** The verdict of a reader on a file, and nothing of the file changes. */
export function verify(path: string, checkpoint?: KeptElsewhere, fingerprint?: string) {
  const ledger = worked(openLedgerToRead(path));
  const verdict = ledger.verify({ checkpoint, fingerprint });
  ledger.close();
  return verdict;
}

/** The quick verdict at a start. */
export function isTailValid(path: string) {
  const ledger = worked(openLedgerToRead(path));
  const verdict = ledger.verifyTail();
  ledger.close();
  return verdict;
}

/** A verdict that names an entry. */
export function broken(sequence: number, reason: string) {
  return { ok: false, error: { kind: 'broken', sequence, reason } };
}
