import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { shippedPolicy } from '../../build/programmes/shipped-policy.ts';
import { openLedger } from '../../electron/keeper/ledger/ledger.ts';
import { readPolicyFile } from '../../electron/keeper/policy/policy-file.ts';
import { openVault } from '../../electron/keeper/vault/vault.ts';
import type { Comparison } from './statistics.ts';

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

function carriedOver(name: string, open: () => { readonly ok: boolean }): number {
  return timeOf(() => {
    if (!open().ok) throw new Error(`the ${name} is not carried over`);
  });
}

/** Carries a full vault and a long ledger over to this version, and reads the shipped policy. */
export function measureMigrating(
  work: string,
  rounds: number,
): { readonly comparisons: readonly Comparison[]; readonly lines: readonly string[] } {
  const vault = { ours: [] as number[], theirs: [] as number[], bytes: 0 };
  const ledger = { ours: [] as number[], theirs: [] as number[], bytes: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const folder = join(work, `migrating-${round}`);
    const vaultPath = unpack(folder, 'vault.db');
    fillVault(vaultPath);
    vault.bytes = statSync(vaultPath).size;
    vault.theirs.push(vacuumInto(vaultPath));
    vault.ours.push(
      carriedOver('vault', () => {
        const opened = openVault(vaultPath);
        if (opened.ok) opened.value.database.close();
        return opened;
      }),
    );
    const ledgerPath = unpack(folder, 'ledger.db');
    fillLedger(ledgerPath);
    ledger.bytes = statSync(ledgerPath).size;
    ledger.theirs.push(vacuumInto(ledgerPath));
    ledger.ours.push(
      carriedOver('ledger', () => {
        const opened = openLedger(ledgerPath, () => {
          throw new Error('nothing is to be signed');
        });
        if (opened.ok) opened.value.close();
        return opened;
      }),
    );
    rmSync(folder, { recursive: true });
  }
  const readings = Array.from({ length: READINGS }, () => timeOf(() => void readPolicyFile(shippedPolicy)));
  const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(0)} MB`;
  return {
    comparisons: [
      {
        what: `update of a vault with ${APPLICATIONS} open applications, ${megabytes(vault.bytes)}`,
        baseline: BASELINE,
        goal: null,
        ...{ ours: vault.ours, theirs: vault.theirs },
      },
      {
        what: `update of a ledger with ${ENTRIES} entries, ${megabytes(ledger.bytes)}`,
        baseline: BASELINE,
        goal: null,
        ...{ ours: ledger.ours, theirs: ledger.theirs },
      },
    ],
    lines: [
      `Reading and checking the shipped policy: ${(readings.sort((a, b) => a - b)[READINGS >> 1] ?? 0).toFixed(1)} ms (median of ${READINGS}).`,
    ],
  };
}
