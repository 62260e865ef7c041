import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { type ExportModel, textOf } from '../../build/vectors/export-model.ts';
import { openLedger } from '../../electron/keeper/ledger/ledger.ts';
import type { Base } from './bases.test-support.ts';
import {
  fill,
  fillUntriggered,
  type MadeOtherwise,
  PAGE_SQL,
  writeFromPage,
} from './database-of-page.test-support.ts';
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
  readonly form: 'export' | 'database';
  /** What is done to the file itself; null: nothing. */
  readonly damage: Damage | null;
  readonly known: (base: Base) => KnownHere;
}

/** What is written into the text of an export beside all that it says; of a database it is damage of a row. */
const written = [
  ...['__proto__', 'doubled', 'space', 'point', 'order', 'padding', 'longer-signature'],
  ...['digits', 'deep', 'mark'],
] as const;
type Written = (typeof written)[number];

/** How a database is that somebody else's program made. */
const fromPage = ['spaced', 'spaced-otherwise', 'encoded', 'far-roll', 'far-entry', 'low-entry'] as const;
type FromPage = (typeof fromPage)[number];

type Damage = readonly [
  kind: 'cut' | 'line' | 'taken' | 'byte' | 'longer' | 'schema' | FromPage | Written,
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
    ...fromPage,
    ...written,
  ),
  fc.nat(1_000_000),
);
const base = fc.oneof({ weight: 80, arbitrary: fc.nat(1_000) }, { weight: 1, arbitrary: fc.constant(-1) });
const form = fc.constantFrom('export' as const, 'export' as const, 'export' as const, 'database' as const);

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
  else writeDatabase(ledger, folder, model, plan.damage);
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
    case 'line':
      return text.replace('\n', '\n\n');
    case 'taken':
    case 'schema':
    case 'spaced':
    case 'spaced-otherwise':
    case 'encoded':
      return `${text.slice(0, at)}${text.slice(at + 1)}`;
    case 'byte':
    case 'longer':
    case 'far-roll':
    case 'far-entry':
    case 'low-entry':
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
    case 'digits':
      return line.replace(/"(fields|head)":\{/, `$&"x":1${'0'.repeat(5_000)},`);
    case 'deep':
      return line.replace(/"(fields|head)":\{/, `$&"x":${'['.repeat(50_000)}${']'.repeat(50_000)},`);
    case 'mark':
      return `\ufeff${line}`;
  }
}

/** An empty database of ours, made once. */
function template(folder: string): string {
  const path = join(folder, 'template.db');
  if (existsSync(path)) return path;
  const made = openLedger(path, () => FOREIGN_KEY);
  if (!made.ok) throw new Error(made.error.kind);
  made.value.close();
  return path;
}

/** The disk is not waited for, which nobody pulls out here. */
function writeDatabase(path: string, folder: string, model: ExportModel, of: Damage | null): void {
  const otherwise = of === null ? null : madeFromPage(of[0]);
  if (otherwise !== null) {
    writeFromPage(path, model, otherwise);
    return;
  }
  copyFileSync(template(folder), path);
  const database = new Sqlite(path);
  database.pragma('synchronous=OFF');
  database.pragma('journal_mode=MEMORY');
  fillUntriggered(
    database,
    () => {
      fill(database, model);
      damageRow(database, of);
    },
    (name) => of?.[0] !== 'schema' || name !== 'entries_stay',
  );
  database.close();
}

/** Null: a program of ours made it. */
function madeFromPage(kind: Damage[0]): MadeOtherwise | null {
  const anEntry = (sequence: string): string =>
    `INSERT OR IGNORE INTO entries SELECT ${sequence}, entry, hash FROM entries LIMIT 1`;
  switch (kind) {
    case 'spaced':
      return {};
    case 'spaced-otherwise':
      return { sql: PAGE_SQL.replace('no update', 'no\u00a0update') };
    case 'encoded':
      return { encoding: 'UTF-16le' };
    case 'far-roll':
      return { more: 'INSERT OR IGNORE INTO rolls VALUES (9007199254740993, zeroblob(64))' };
    case 'far-entry':
      return { more: anEntry('9007199254740993') };
    case 'low-entry':
      return { more: anEntry('-9223372036854775808') };
    default:
      return null;
  }
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
  if (kind === 'longer' || kind === 'taken' || kind === 'byte') update.run(kind, place % 7);
}
