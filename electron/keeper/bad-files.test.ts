import { copyFileSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { temporaryFolder } from './database/testing.ts';
import { productParts } from './desk/build-desk.ts';
import { configurationOf } from './desk/desk.test-support.ts';
import { counter, create } from './desk/scripted-core.test-support.ts';
import { explainStartFailure } from './explain-start-failure.ts';
import { openLedgerToRead } from './ledger/ledger.ts';
import { runKeeper } from './run-keeper.ts';
import { scriptedSelections } from './x-display/selections.test-support.ts';

/** A kiosk that has served somebody under sealed custody, and has stopped. */
async function usedKiosk(): Promise<string> {
  const dataFolder = temporaryFolder();
  const { keeper, core } = await counter({ dataFolder, custody: 'sealed' });
  await create(core);
  await keeper.stop();
  return dataFolder;
}

const contentOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'base64')]));

/** The ledger's head, or why it cannot be read. */
function headOf(folder: string): string {
  const ledger = openLedgerToRead(join(folder, 'ledger.db'));
  if (!ledger.ok) return ledger.error.kind;
  const head = ledger.value.head()?.hash ?? 'none';
  ledger.value.close();
  return head;
}

it.each([
  {
    what: 'a ledger from a newer version',
    damage: async (folder: string) => {
      const ledger = new Sqlite(join(folder, 'ledger.db'));
      ledger.pragma('user_version = 99');
      ledger.close();
    },
    file: 'ledger.db',
    says: 'The ledger file cannot be used: it was written by a newer version of this program. It was left exactly as it is.',
  },
  {
    what: 'a vault of another kiosk',
    damage: async (folder: string) => {
      const other = await usedKiosk();
      for (const name of ['vault.db', 'vault.db-journal', 'keys.slots'])
        copyFileSync(join(other, name), join(folder, name));
    },
    file: 'ledger.db',
    says: 'The ledger file cannot be used: vault and ledger belong to two different kiosks. No entry in it was changed.',
  },
  {
    what: 'a sealed file of the wrong size',
    damage: async (folder: string) => truncateSync(join(folder, 'keys.slots'), 4000),
    file: 'keys.slots',
    says: 'The keys file cannot be used: it has 4000 bytes, which is no whole number of key slots. It was left exactly as it is.',
  },
])('$what is refused in one sentence, and nothing is lost', async ({ damage, file, says }) => {
  const folder = await usedKiosk();
  await damage(folder);
  const before = contentOf(folder);
  const head = headOf(folder);
  const started = await runKeeper(configurationOf({ dataFolder: folder, scripted: true }), {
    ...productParts,
    openSelections: scriptedSelections,
  });
  if (started.ok) throw new Error('it started');
  expect(explainStartFailure(started.error)).toBe(
    `${says} Restore the right file, or move it away yourself to begin with an empty one.`,
  );
  if (says.includes('exactly')) expect(contentOf(folder).get(file) === before.get(file)).toBe(true);
  else expect(headOf(folder)).toBe(head);
  expect([...contentOf(folder).keys()].sort()).toEqual([...before.keys()].sort());
});
