import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repository } from '../vite/repository.ts';

/** Which files say SQL about a table. A feature owns its rows: whoever else wants something of them asks it. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  kiosk: ['kiosk/kiosk-row.ts'],
  accepted_notice: ['residents/accepted-notices.ts'],
  policy: ['policy/policies.ts'],
  staff: ['staff/member-rows.ts'],
  wrong_passphrases: ['staff/sign-in-attempts.ts'],
  recovery: ['recovery/recovery-rows.ts'],
  recovery_code: ['recovery/recovery-rows.ts'],
  kiosk_time: ['expiry/kiosk-time-row.ts'],
  // A wipe's row is named by its application's, and a job's owner is one of the two.
  application: ['vault/application-rows.ts', 'vault/wipe-rows.ts', 'printing/job-rows.ts'],
  wipe: ['vault/wipe-rows.ts', 'printing/job-rows.ts'],
  sealed_part: ['vault/sealed-parts.ts'],
  made_of_applicant: ['vault/made-rows.ts'],
  room: ['vault/zeroed-free-pages.ts'],
  printer: ['printing/chosen-printer.ts'],
  print_job: ['printing/job-rows.ts'],
  tray_check: ['tray/tray-checks.ts'],
  owed: ['outbox/pending-entries.ts'],
  resting: ['outbox/resting-entries.ts'],
  hold: ['holds/holds.ts'],
  held: ['holds/holds.ts'],
  unfinished_production: ['production/unfinished-productions.ts'],
  ribbon: ['ribbons/ribbons.ts'],
  counter_day: ['counter-day/day-rows.ts'],
  pack_up: ['counter-day/day-rows.ts'],
  suspension: ['suspension/suspension-rows.ts'],
  newest_order: ['suspension/suspension-rows.ts'],
  misfit: ['misfit/misfit-rows.ts'],
  entries: ['ledger/ledger-rows.ts'],
  head: ['ledger/checkpoint-rows.ts'],
  signer: ['ledger/checkpoint-rows.ts'],
  checkpoints: ['ledger/checkpoint-rows.ts'],
  rolls: ['ledger/checkpoint-rows.ts'],
  vault_mark: ['ledger/checkpoint-rows.ts'],
};

/** The files that declare tables. */
const DECLARATIONS = [
  'vault/schema.ts',
  'ledger/ledger-schema.ts',
  'ledger/rolls-table.ts',
  'ledger/vault-mark/vault-mark-table.ts',
];

const DECLARED = /CREATE TABLE (\w+)/g;
/** A table in a query: SQL is written in capitals here, and prose is not. */
const NAMED = /\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)/g;

/** A source file of the keeper, by its path below electron/keeper. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Where a table is touched by a file that does not own it, or has no owner: one sentence for each. */
export function strayQueries(sources: readonly Source[]): readonly string[] {
  const declared = sources
    .filter(({ path }) => DECLARATIONS.includes(path))
    .flatMap(({ text }) => [...text.matchAll(DECLARED)].map(([, table = '']) => table));
  const ownerless = declared.filter((table) => OWNERS[table] === undefined);
  const strays = sources
    .filter(({ path }) => !DECLARATIONS.includes(path))
    .flatMap(({ path, text }) => {
      const tables = new Set([...text.matchAll(NAMED)].map(([, table = '']) => table));
      return [...tables]
        .filter((table) => declared.includes(table) && OWNERS[table]?.includes(path) !== true)
        .map((table) => `${path} has SQL about "${table}", which it does not own`);
    });
  return [...ownerless.map((table) => `the table "${table}" has no owner`), ...strays];
}

async function keeperSources(): Promise<readonly Source[]> {
  const folder = fileURLToPath(new URL('electron/keeper/', repository));
  const sources: Source[] = [];
  for await (const path of glob(`${folder}**/*.ts`)) {
    if (/\.test(-support)?\.ts$/.test(path)) continue;
    sources.push({ path: relative(folder, path), text: readFileSync(path, 'utf8') });
  }
  return sources;
}

if (import.meta.main) {
  const strays = strayQueries(await keeperSources());
  for (const stray of strays) process.stdout.write(`${stray}\n`);
  process.exitCode = strays.length === 0 ? 0 : 1;
}
