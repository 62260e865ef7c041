import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { shippedPolicy } from '../../build/programmes/shipped-policy.ts';
import { openLedger } from '../../electron/keeper/ledger/ledger.ts';
import { openVault } from '../../electron/keeper/vault/open-vault.test-support.ts';
import { readPolicyFile } from '../../electron/lib/policy-file/policy-file.ts';
import { ok, type Result } from '../../shared/result.ts';
import { type Comparison, spreadOf } from './statistics.ts';

const APPLICATIONS = 1_000;
const ENTRIES = 1_000_000;
const READINGS = 101;
const BASELINE = 'SQLite’s VACUUM INTO of the same file';
/** As large as an application's parts are, all of them random: ciphertext cannot be made smaller. */
const PART_BYTES = { answers: 600, photo: 60_000, card: 1_200 } as const;

function unpack(folder: string, name: string): string {
  const packed = new URL(`../fixtures/vault-6/sealed/${name}.gz`, import.meta.url);
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, gunzipSync(readFileSync(fileURLToPath(packed))), { mode: 0o600 });
  return path;
}

/** The fixture's vault with so many open applications more. */
function fillVault(path: string): void {
  const database = new Sqlite(path);
  const begin = database.prepare(
    `INSERT INTO application (id, ticket, day, began, began_elapsed, state)
     SELECT ?, ?, day, began, began_elapsed, 'photographed' FROM application LIMIT 1`,
  );
  const seal = database.prepare('INSERT INTO sealed_part (application, part, sealed) VALUES (?, ?, ?)');
  database.transaction(() => {
    for (let number = 0; number < APPLICATIONS; number += 1) {
      const { lastInsertRowid } = begin.run(randomBytes(16).toString('hex'), 1_000 + number);
      for (const [part, bytes] of Object.entries(PART_BYTES))
        seal.run(lastInsertRowid, part, randomBytes(bytes));
    }
  })();
  database.close();
}

function fillLedger(path: string): void {
  const database = new Sqlite(path);
  const last = Number(database.prepare('SELECT max(sequence) FROM entries').pluck().get());
  const add = database.prepare('INSERT INTO entries (sequence, entry, hash) VALUES (?, ?, ?)');
  database.transaction(() => {
    for (let number = 1; number <= ENTRIES; number += 1)
      add.run(last + number, randomBytes(60), randomBytes(32));
  })();
  database.close();
}

function timeOf(act: () => void): number {
  const began = performance.now();
  act();
  return performance.now() - began;
}

function vacuumInto(path: string): number {
  const copy = `${path}.vacuum`;
  const database = new Sqlite(path, { readonly: true });
  const took = timeOf(() => database.prepare('VACUUM INTO ?').run(copy));
  database.close();
  rmSync(copy);
  return took;
}

interface CarriedFile {
  readonly name: string;
  fill(path: string): void;
  open(path: string): Result<{ close(): void }, unknown>;
}

const VAULT: CarriedFile = {
  name: 'vault.db',
  fill: fillVault,
  open(path) {
    const opened = openVault(path);
    return opened.ok ? ok(opened.value.database) : opened;
  },
};

const LEDGER: CarriedFile = {
  name: 'ledger.db',
  fill: fillLedger,
  open: (path) =>
    openLedger(path, () => {
      throw new Error('nothing is to be signed');
    }),
};

/** Carries a filled file over, each round a new one, beside the baseline on the same file. */
function compare(work: string, rounds: number, what: string, file: CarriedFile): Comparison {
  const ours: number[] = [];
  const theirs: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const folder = join(work, `migrating-${round}`);
    const path = unpack(folder, file.name);
    file.fill(path);
    bytes = statSync(path).size;
    theirs.push(vacuumInto(path));
    ours.push(
      timeOf(() => {
        const opened = file.open(path);
        if (!opened.ok) throw new Error(`${file.name} is not carried over`);
        opened.value.close();
      }),
    );
    rmSync(folder, { recursive: true });
  }
  return {
    what: `${what}, ${(bytes / 1_000_000).toFixed(0)} MB`,
    ...{ baseline: BASELINE, goal: null, ours, theirs },
  };
}

/** Carries a full vault and a long ledger over to this version, and reads the shipped policy. */
export function measureMigrating(
  work: string,
  rounds: number,
): { readonly comparisons: readonly Comparison[]; readonly lines: readonly string[] } {
  const readings = Array.from({ length: READINGS }, () => timeOf(() => void readPolicyFile(shippedPolicy)));
  return {
    comparisons: [
      compare(work, rounds, `update of a vault with ${APPLICATIONS} open applications`, VAULT),
      compare(work, rounds, `update of a ledger with ${ENTRIES} entries`, LEDGER),
    ],
    lines: [
      `Reading and checking the shipped policy: ${spreadOf(readings).median.toFixed(1)} ms (median of ${READINGS}).`,
    ],
  };
}
