import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { z } from 'zod';
import { type ExportModel, textOf } from '../../build/vectors/export-model.ts';
import { openLedger } from '../../electron/keeper/ledger/ledger.ts';
import { ledgerSchema } from '../../electron/keeper/ledger/ledger-schema.ts';
import { bytesOfExported } from '../../shared/ledger/export-lines.ts';
import type { Base } from './bases.test-support.ts';
import { type KnownHere, known, rightlyKnown } from './known-elsewhere.test-support.ts';
import { FOREIGN_KEY, placeIn, type Tampering, tampering } from './tampering.test-support.ts';

/** What both verifiers are asked. A checkpoint or a receipt is a text, or the path of a file. */
export interface Question {
  readonly ledger?: string;
  readonly receipt?: string;
  readonly checkpoint?: string;
  readonly fingerprint?: string;
}

/** A case as it is drawn; the files come with `asked`. */
export interface LedgerPlan {
  /** A place in the list of bases; the last base is long, and is meant by −1. */
  readonly base: number;
  readonly tampering: Tampering | null;
  readonly form: 'export' | 'database' | 'database-of-the-page';
  /** What is done to the file itself; null: nothing. */
  readonly damage: Damage | null;
  readonly known: (base: Base) => KnownHere;
}

/** What is written into the text of an export beside all that it says; of a database it is damage of a row. */
const written = ['__proto__', 'doubled', 'space', 'point', 'order', 'padding', 'longer-signature'] as const;
type Written = (typeof written)[number];

type Damage = readonly [
  kind: 'cut' | 'line' | 'taken' | 'byte' | 'longer' | 'schema' | 'encoding' | 'number' | Written,
  place: number,
];

const damage: fc.Arbitrary<Damage> = fc.tuple(
  fc.constantFrom(
    'cut',
    'line',
    'taken',
    'byte',
    'byte',
    'byte',
    'longer',
    'schema',
    'encoding',
    'number',
    ...written,
  ),
  fc.nat(1_000_000),
);
const base = fc.oneof({ weight: 80, arbitrary: fc.nat(1_000) }, { weight: 1, arbitrary: fc.constant(-1) });
const form = fc.oneof(
  { weight: 6, arbitrary: fc.constant('export' as const) },
  { weight: 2, arbitrary: fc.constant('database' as const) },
  { weight: 1, arbitrary: fc.constant('database-of-the-page' as const) },
);

/** A ledger that nobody touched, with what is rightly known of it. */
export const wholeLedger: fc.Arbitrary<LedgerPlan> = fc.record({
  ...{ base, form, tampering: fc.constant(null), damage: fc.constant(null) },
  known: rightlyKnown,
});

/** One that somebody tampered with, or of which something else is said. */
export const tamperedLedger: fc.Arbitrary<LedgerPlan> = fc.record({
  ...{
    base,
    form,
    tampering,
    damage: fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: damage }),
  },
  known,
});

/** The base that a plan means. */
export function baseOf(bases: readonly Base[], place: number): Base {
  const small = bases.slice(0, -1);
  const meant = place < 0 ? bases.at(-1) : small[placeIn(small.length, place)];
  if (meant === undefined) throw new Error('there are bases');
  return meant;
}

/** Writes the files of a case, and says what is asked. */
export function askedOfLedger(
  plan: LedgerPlan,
  bases: readonly Base[],
  folder: string,
  name: string,
): Question {
  const of = baseOf(bases, plan.base);
  const model = plan.tampering === null ? of.model : plan.tampering(of.model, of.keys);
  const ledger = join(folder, `${name}.${plan.form}`);
  if (plan.form === 'export') writeFileSync(ledger, damagedText(textOf(model), plan.damage));
  else writeDatabase(ledger, template(folder, plan.form, plan.damage), model, plan.damage);
  return { ledger, ...knownFiles(plan.known(of), folder, name) };
}

/** What is known, with a file for what is to be one. */
export function knownFiles({ checkpoint, fingerprint }: KnownHere, folder: string, name: string): Question {
  const path = join(folder, `${name}.json`);
  if (checkpoint?.isFile === true) writeFileSync(path, checkpoint.text);
  return {
    ...(checkpoint === null ? {} : { checkpoint: checkpoint.isFile ? path : checkpoint.text }),
    ...(fingerprint === null ? {} : { fingerprint }),
  };
}

function damagedText(text: string, of: Damage | null): string {
  if (of === null) return text;
  const [kind, place] = of;
  const at = placeIn(text.length, place);
  switch (kind) {
    case 'cut':
      return text.slice(0, at);
    case 'encoding':
      return `\ufeff${text}`;
    case 'line':
      return text.replace('\n', '\n\n');
    case 'taken':
    case 'number':
    case 'schema':
      return `${text.slice(0, at)}${text.slice(at + 1)}`;
    case 'byte':
    case 'longer':
      return `${text.slice(0, at)}${text[at] === '1' ? '2' : '1'}${text.slice(at + 1)}`;
    default: {
      const lines = text.split('\n');
      const line = placeIn(lines.length - 1, place);
      return lines.map((each, index) => (index === line ? writtenOtherwise(each, kind) : each)).join('\n');
    }
  }
}

/** A line that says the same to whoever reads it carelessly. */
function writtenOtherwise(line: string, how: Written): string {
  switch (how) {
    case '__proto__':
      return line.replace(/"fields":\{|"head":\{|^\{/, '$&"__proto__":{"note":"Quillobert"},');
    case 'doubled':
      return line.replace(/"(kiosk|kind)":/, '"$1":"Quillobert","$1":');
    case 'space':
      return line.replace(':', ': ');
    case 'point':
      return line.replace(/"sequence":(\d+)/, '"sequence":$1.0');
    case 'order':
      return line.replace(/^\{("(?:sequence|format)":[^,]+),(.*)\}$/, '{$2,$1}');
    case 'padding':
      return line.replace(/[AQgw]==/, (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}==`);
    case 'longer-signature':
      return line.replace('==', 'AA');
  }
}

/** An empty database, made once of its kind: by the product, or of the text of docs/ledger.md. */
function template(folder: string, form: 'database' | 'database-of-the-page', of: Damage | null): string {
  const encoding = of?.[0] === 'encoding' ? 'UTF-16' : 'UTF-8';
  const path = join(folder, encoding === 'UTF-16' ? 'template-16.db' : `template-${form}.db`);
  if (existsSync(path)) return path;
  if (form === 'database-of-the-page' || encoding === 'UTF-16') {
    const database = new Sqlite(path);
    database.pragma(`encoding='${encoding}'`);
    database.exec(declaredSql().replaceAll('\n', '\r\n\t'));
    database.pragma(`application_id=${ledgerSchema.applicationId}`);
    database.pragma(`user_version=${ledgerSchema.version}`);
    database.close();
    return path;
  }
  const made = openLedger(path, () => FOREIGN_KEY);
  if (!made.ok) throw new Error(made.error.kind);
  made.value.close();
  return path;
}

function declaredSql(): string {
  const page = readFileSync(new URL('../../docs/ledger.md', import.meta.url), 'utf8');
  const [, sql] = /```sql\n(.*?)```/s.exec(page) ?? [];
  if (sql === undefined) throw new Error('the page has the declaration');
  return sql;
}

const triggers = z.array(z.object({ name: z.string(), sql: z.string() }));

/** Takes the triggers off, and puts them back; the disk is not waited for, which nobody pulls out here. */
function writeDatabase(path: string, emptyOne: string, model: ExportModel, of: Damage | null): void {
  copyFileSync(emptyOne, path);
  const database = new Sqlite(path);
  database.pragma('synchronous=OFF');
  database.pragma('journal_mode=MEMORY');
  const found = triggers.parse(
    database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all(),
  );
  database.transaction(() => {
    for (const { name } of found) database.exec(`DROP TRIGGER ${name}`);
    fill(database, model);
    damageRow(database, of);
    for (const { name, sql } of found)
      if (of?.[0] !== 'schema' || name !== 'entries_stay') database.exec(sql);
  })();
  database.close();
}

function fill(database: Sqlite.Database, { head, entries }: ExportModel): void {
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

/** A row with a number that no export can have. */
function addNumber(database: Sqlite.Database, place: number): void {
  const row = [
    'INSERT INTO rolls VALUES (?, zeroblob(64))',
    'INSERT INTO checkpoints VALUES (?, zeroblob(32), zeroblob(64))',
    "INSERT INTO entries VALUES (?, x'00', zeroblob(32))",
    'UPDATE head SET sequence = ?',
  ][place % 4];
  const numbers = [2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 53n) - 1n, -(2n ** 63n)];
  const meant = numbers[Math.floor(place / 4) % 4];
  if (row !== undefined && meant !== undefined) database.prepare(row).run(meant);
}

/** Bytes that no export can have. */
function damageRow(database: Sqlite.Database, of: Damage | null): void {
  if (of === null) return;
  const [kind, place] = of;
  const update = database.prepare(
    `UPDATE entries SET entry = coalesce(CASE ? WHEN 'longer' THEN CAST(entry || zeroblob(100) AS BLOB)
        WHEN 'taken' THEN substr(entry, 2) ELSE CAST(substr(entry, 1, 5) || x'ff' || substr(entry, 7) AS BLOB) END, x'')
      WHERE sequence = (SELECT sequence FROM entries LIMIT 1 OFFSET ?)`,
  );
  if (kind === 'number') addNumber(database, place);
  if (kind === 'longer' || kind === 'taken' || kind === 'byte') update.run(kind, place % 7);
}
