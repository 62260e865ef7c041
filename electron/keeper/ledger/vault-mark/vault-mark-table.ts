/**
 * One row, written over and over: how often applications began and ended, and a salted hash of each that is in the vault, and of each that a
 * hold froze. Not in
 * the chain, because there it would stay. As a text of its own, because files of before get it besides.
 */
export const VAULT_MARK_SQL = `
    CREATE TABLE vault_mark (
      only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
      generation INTEGER NOT NULL,
      salt BLOB NOT NULL CHECK (length(salt) = 16),
      members BLOB NOT NULL CHECK (length(members) % 16 = 0),
      signature BLOB NOT NULL CHECK (length(signature) = 64)
    ) STRICT;
`;
