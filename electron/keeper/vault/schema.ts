import type { DatabaseSchema } from '../database/open-database.ts';

/**
 * The vault: open applications as ciphertext, and what the kiosk must know of itself. Columns in clear are
 * random ids, states and coarse times; nothing about a person has a column (DESIGN 2, 5).
 */
export const vaultSchema: DatabaseSchema = {
  // "CfVt"
  applicationId: 0x43665674,
  version: 1,
  sql: `
    CREATE TABLE kiosk (
      only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
      identifier TEXT NOT NULL,
      name TEXT NOT NULL,
      signing_key BLOB NOT NULL,
      ticket_day TEXT NOT NULL,
      last_ticket INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE staff (
      name TEXT PRIMARY KEY,
      role TEXT NOT NULL CHECK (role IN ('clerk', 'supervisor')),
      verifier TEXT NOT NULL
    ) STRICT;

    CREATE TABLE application (
      id TEXT PRIMARY KEY,
      ticket INTEGER NOT NULL,
      day TEXT NOT NULL,
      began INTEGER NOT NULL,
      state TEXT NOT NULL,
      answers BLOB,
      photo BLOB,
      card BLOB,
      tray BLOB,
      full_hash TEXT,
      last_four_hash TEXT,
      job TEXT,
      attempts INTEGER NOT NULL DEFAULT 0,
      stage TEXT
    ) STRICT;

    CREATE TABLE made_of_applicant (
      number INTEGER PRIMARY KEY,
      application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
      sealed BLOB NOT NULL
    ) STRICT;

    CREATE TABLE wipe (
      id TEXT PRIMARY KEY,
      application TEXT NOT NULL,
      outcome TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      day TEXT NOT NULL,
      done TEXT NOT NULL,
      search TEXT NOT NULL,
      ended TEXT NOT NULL,
      ledger_from INTEGER
    ) STRICT;
  `,
};
