import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { matchesSchema } from './matches-schema.ts';

const SQL = `
  CREATE TABLE counters (
    name TEXT NOT NULL CHECK (name <> 'no name'),
    many INTEGER NOT NULL
  ) STRICT;
`;
const COMMENTED = `
  CREATE TABLE counters (
    -- As staff call it.
    name TEXT NOT NULL,
    many INTEGER
  ) STRICT;
`;

function matches(declared: string, sql: string): boolean {
  const database = new Sqlite(':memory:');
  database.exec(declared);
  const isSame = matchesSchema(database, sql);
  database.close();
  return isSame;
}

it('white space makes no other declaration, and what only looks like it does', () => {
  expect(matches(SQL, SQL)).toBe(true);
  expect(matches(SQL.replaceAll(/\n\s+/g, '\r\n\t'), SQL)).toBe(true);
  expect(matches(SQL.replace('many INTEGER NOT NULL', 'many INTEGER'), SQL)).toBe(false);
  expect(matches(SQL.replace('no name', 'no\u00a0name'), SQL)).toBe(false);
});

it('a comment that goes on over the next line makes another one', () => {
  expect(matches(COMMENTED, COMMENTED)).toBe(true);
  const longer = COMMENTED.replace('call it.\n', 'call it.');
  expect(matches(longer, COMMENTED)).toBe(false);
});
