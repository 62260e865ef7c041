import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import { decodeEntry } from '../../../shared/ledger/encode-entry.ts';
import { stillRunning } from '../memory/process-tree.ts';
import { everythingBelow, until } from './session-processes.ts';
import type { TestKiosk } from './test-kiosk.ts';

/** Kills the keeper where it stands, and waits until everything that it had started has ended as well. */
export async function killKeeper(kiosk: TestKiosk): Promise<void> {
  const { pid, ended } = kiosk.keeper();
  const everything = everythingBelow(pid, kiosk.sessions());
  process.kill(pid, 'SIGKILL');
  await ended;
  await until('the end of every process', () => (stillRunning(everything).length === 0 ? true : null));
}

function withFile<Answer>(path: string, act: (database: Sqlite.Database) => Answer): Answer {
  const database = new Sqlite(path);
  try {
    // As the product has it: the journal is not removed, only emptied.
    database.pragma('journal_mode = PERSIST');
    return act(database);
  } finally {
    database.close();
  }
}

/** Changes the vault's file while no keeper runs. Throws when not exactly one row is changed. */
export function changeVault(
  kiosk: TestKiosk,
  statement: string,
  ...values: readonly (string | number)[]
): void {
  const { changes } = withFile(join(kiosk.dataFolder, 'vault.db'), (database) =>
    database.prepare(statement).run(...values),
  );
  if (changes !== 1) throw new Error(`${changes} rows of the vault were changed`);
}

/** How many applications the vault's file holds, open or being wiped, while no keeper runs. */
export function applicationsInVault(kiosk: TestKiosk): number {
  return withFile(join(kiosk.dataFolder, 'vault.db'), (database) =>
    z.int().parse(database.prepare('SELECT count(*) FROM application').pluck().get()),
  );
}

/** The kinds of entries that rest in a vault on their way to the ledger, while no keeper runs. */
export function kindsResting(dataFolder: string): readonly string[] {
  return withFile(join(dataFolder, 'vault.db'), (database) =>
    z
      .array(z.instanceof(Uint8Array))
      .parse(database.prepare('SELECT entry FROM resting').pluck().all())
      .map((entry) => {
        const decoded = decodeEntry(entry);
        if (!decoded.ok) throw new Error('a resting entry cannot be read');
        return decoded.value.kind;
      }),
  );
}

/** Flips the last bit of the ledger's last entry, and leaves every rule of its file as it was. */
export function tamperWithLastEntry(kiosk: TestKiosk): void {
  withFile(join(kiosk.dataFolder, 'ledger.db'), (database) => {
    const rule = z
      .string()
      .parse(
        database.prepare("SELECT sql FROM sqlite_schema WHERE name = 'entries_stay_the_same'").pluck().get(),
      );
    const last = z
      .object({ sequence: z.int(), entry: z.instanceof(Buffer) })
      .parse(database.prepare('SELECT sequence, entry FROM entries ORDER BY sequence DESC LIMIT 1').get());
    last.entry.writeUInt8(last.entry.readUInt8(last.entry.length - 1) ^ 1, last.entry.length - 1);
    database.exec('DROP TRIGGER entries_stay_the_same');
    database.prepare('UPDATE entries SET entry = ? WHERE sequence = ?').run(last.entry, last.sequence);
    database.exec(rule);
  });
}
