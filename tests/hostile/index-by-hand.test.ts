import { copyFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addLinks, signHead } from '../../electron/keeper/ledger/forgery.test-support.ts';
import {
  broken,
  issuedEntries,
  newKey,
  samplesFor,
  tamper,
  temporaryPath,
  verify,
  worked,
} from '../../electron/keeper/ledger/ledger.test-support.ts';
import { openLedger } from '../../electron/keeper/ledger/ledger.ts';
import type { GuardedKey } from '../../electron/keeper/signing/signing-key.ts';
import type { Checkpoint } from '../../shared/ledger/checkpoint.ts';

// The index by kind and day is no part of the chain. Whoever has the file writes it anew so that it says something else of some
// entries, puts its declaration back, and SQLite finds as many rows in it as before.

const INDEX = 'entries_by_kind_and_day';
const declared = z.object({ sql: z.string() });

/** Writes the index anew by hand: entries that begin so sort where nobody looks. */
function sortElsewhere(path: string, beginning: Buffer): void {
  const database = new Sqlite(path);
  database.unsafeMode(true);
  const asked = database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?');
  const { sql } = declared.parse(asked.get(INDEX));
  const hex = beginning.toString('hex');
  database.exec(`DROP INDEX ${INDEX};
    CREATE INDEX ${INDEX} ON entries
      (CASE WHEN substr(entry, 1, ${beginning.length}) = x'${hex}' THEN x'00' ELSE substr(entry, 1, 13) END);
    PRAGMA writable_schema=ON`);
  database.prepare('UPDATE sqlite_schema SET sql = ? WHERE name = ?').run(sql, INDEX);
  database.close();
}

const wordOf = (kind: string): Buffer => Buffer.concat([Buffer.of(kind.length), Buffer.from(kind, 'latin1')]);

const AFTER_ROLL = 7;
const COUNT = 20;
let path = '';
let old: GuardedKey;
let checkpoint: Checkpoint | undefined;

beforeEach(() => {
  path = temporaryPath();
  const keys = [newKey()];
  const now = (): GuardedKey => keys.at(-1) ?? expect.fail('there is a first key');
  old = now();
  const ledger = worked(openLedger(path, now));
  ledger.appendAll([...samplesFor(old).slice(0, 1), ...issuedEntries(AFTER_ROLL - 1)]);
  const next = newKey();
  ledger.roll(next, { epoch: 1, utc: 1 });
  keys.push(next);
  ledger.appendAll(issuedEntries(COUNT - AFTER_ROLL - 1));
  checkpoint = ledger.checkpoint();
  ledger.close();
});

describe('an index that was written by hand', () => {
  /** What a thief does who has the file and a key that was destroyed since: an entry of their own at the end. */
  function forge(): string {
    const forged = temporaryPath();
    copyFileSync(path, forged);
    tamper(forged, (database) => {
      addLinks(database, COUNT, 1);
      database.exec('DELETE FROM rolls');
      signHead(database, old, COUNT + 1);
    });
    sortElsewhere(forged, wordOf('key-rolled'));
    return forged;
  }

  it('hides no change of keys: a key that was destroyed signs no end', () => {
    expect(verify(path, checkpoint)).toMatchObject({ ok: true, value: { count: COUNT } });
    const forged = forge();
    expect(verify(forged)).toEqual(broken(AFTER_ROLL + 1, 'unsigned'));
    expect(verify(forged, checkpoint)).toEqual(broken(AFTER_ROLL + 1, 'unsigned'));
  });

  it('hides nothing from a keeper, which does not start with it', () => {
    const now = () => expect.fail('nothing is signed');
    const whole = worked(openLedger(path, now));
    expect(whole.counts({ year: 2026, month: 2, day: 14 })).toMatchObject({ issued: COUNT - 2 });
    whole.close();
    sortElsewhere(path, wordOf('issued'));
    // The control: nothing of it is in the chain.
    expect(verify(path, checkpoint)).toMatchObject({ ok: true });
    expect(openLedger(path, now)).toEqual({ ok: false, error: { kind: 'corrupt', reason: 'malformed' } });
  });
});
