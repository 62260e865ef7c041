import { expect, it } from 'vitest';
import { z } from 'zod';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { begin, newVault } from './vault.test-support.ts';
import type { Vault } from './vault.ts';

/** How the rows of a table say which application they are of, and a statement that makes one. */
interface Naming {
  readonly column: string;
  /** The number is counted anew: a row that is left would be the next application's. */
  readonly by: 'id' | 'number';
  /** Null: it is there as soon as the application has begun. */
  readonly fill: string | null;
}

/** Every table that names an application: what `remove` has to know of. */
const NAMING: Readonly<Record<string, Naming>> = {
  application: { column: 'id', by: 'id', fill: null },
  sealed_part: {
    ...{ column: 'application', by: 'number' },
    fill: "INSERT INTO sealed_part VALUES (?, 'photo', x'00')",
  },
  made_of_applicant: {
    ...{ column: 'application', by: 'number' },
    fill: "INSERT INTO made_of_applicant (application, sealed) VALUES (?, x'00')",
  },
  print_job: {
    ...{ column: 'owner', by: 'id' },
    fill: "INSERT INTO print_job (name, owner, printer) VALUES ('job', ?, 'printer')",
  },
  held: {
    ...{ column: 'application', by: 'id' },
    fill: 'INSERT INTO held SELECT identifier, ?, 0 FROM hold',
  },
};

/** Every other table: of the office, its staff and its things, or of an application that nothing in the row names. */
const NAMES_NOBODY: readonly string[] = [
  ...[
    'accepted_notice',
    'counter_day',
    'hold',
    'kiosk',
    'kiosk_time',
    'misfit',
    'newest_order',
    'owed',
    'pack_up',
  ],
  ...['policy', 'printer', 'recovery', 'recovery_code', 'resting', 'ribbon', 'room', 'staff', 'suspension'],
  ...['tray_check', 'unfinished_production', 'wipe', 'wrong_passphrases'],
];

const texts = z.array(z.string());

function tablesOf({ database }: Vault): readonly string[] {
  const found = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all();
  return texts.parse(found);
}

function numberOf({ database }: Vault, id: ApplicationId): unknown {
  return database.prepare('SELECT number FROM application WHERE id = ?').pluck().get(id);
}

/** A row for the application in each table that names one in this way. */
function fillFor(vault: Vault, id: ApplicationId, by: Naming['by']): void {
  for (const naming of Object.values(NAMING)) {
    if (naming.by !== by || naming.fill === null) continue;
    const made = vault.database.prepare(naming.fill).run(by === 'id' ? id : numberOf(vault, id));
    expect(made.changes).toBe(1);
  }
}

it('of every table of the vault it is known whether it names an application', () => {
  const vault = newVault();
  expect(tablesOf(vault)).toEqual([...Object.keys(NAMING), ...NAMES_NOBODY].sort());
  for (const table of tablesOf(vault)) {
    const columns = texts.parse(
      vault.database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table),
    );
    const naming = NAMING[table]?.column;
    // A column that refers to an application is called so, or `owner`.
    expect(
      columns.filter((name) => /application|owner/.test(name) && name !== naming && table !== 'tray_check'),
      table,
    ).toEqual([]);
    if (naming !== undefined) expect(columns).toContain(naming);
  }
});

it('what is of an application by its number goes with it, from every table, and nobody else’s does', () => {
  const vault = newVault();
  const [gone, kept] = [begin(vault, '2026-11-24', 0).id, begin(vault, '2026-11-24', 0).id];
  for (const id of [gone, kept]) fillFor(vault, id, 'number');
  const number = numberOf(vault, kept);
  vault.remove(gone);
  for (const [table, { column, by }] of Object.entries(NAMING)) {
    if (by !== 'number') continue;
    const left = vault.database.prepare(`SELECT ${column} FROM ${table}`).pluck().all();
    expect(left, table).toEqual([number]);
  }
});

it('where one goes, the rows of every table that has ids are written anew', () => {
  const vault = newVault();
  const { database } = vault;
  const [gone, kept] = [begin(vault, '2026-11-24', 0).id, begin(vault, '2026-11-24', 0).id];
  database.prepare("INSERT INTO hold VALUES ('hold', 'tickets', 'subpoena', 0, 'Anselm', NULL)").run();
  fillFor(vault, kept, 'id');
  const named = Object.entries(NAMING).filter(([, { by }]) => by === 'id');
  database.exec('CREATE TEMP TABLE written_anew (name TEXT)');
  for (const [table, { column }] of named)
    database.exec(
      `CREATE TEMP TRIGGER watch_${table} AFTER INSERT ON main.${table} WHEN NEW.${column} = '${kept}'
       BEGIN INSERT INTO written_anew VALUES ('${table}'); END`,
    );
  vault.remove(gone);
  const anew = database.prepare('SELECT name FROM written_anew ORDER BY name').pluck().all();
  expect(anew).toEqual(named.map(([table]) => table).sort());
});
