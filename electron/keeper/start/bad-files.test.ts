import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { openLedgerToRead } from '../ledger/ledger.ts';
import { scriptedSelections } from '../x-display/selections.test-support.ts';
import { explainStartFailure } from './explain-start-failure.ts';
import { configurationOf } from './keeper.test-support.ts';
import { readMachine } from './keeper-machine.ts';
import { productParts } from './keeper-parts.ts';
import { runKeeper } from './run-keeper.ts';
import { counter, create } from './scripted-core.test-support.ts';

/** A kiosk that has served somebody under sealed custody, and has stopped. */
async function usedKiosk(): Promise<string> {
  const dataFolder = workingFolder();
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
    says: { kind: 'newer', file: 'ledger', path: 'ledger.db' },
    untouched: true,
  },
  {
    what: 'a vault of another kiosk',
    damage: async (folder: string) => {
      const other = await usedKiosk();
      for (const name of ['vault.db', 'vault.db-journal', 'keys.slots'])
        copyFileSync(join(other, name), join(folder, name));
    },
    file: 'ledger.db',
    says: { kind: 'other-kiosk', path: '' },
    // Whether two files go together is seen only when both are open, and opening writes into their headers.
    untouched: false,
  },
  {
    what: 'a sealed file of the wrong size',
    damage: async (folder: string) => truncateSync(join(folder, 'keys.slots'), 4000),
    file: 'keys.slots',
    says: { kind: 'damaged', file: 'keys', path: 'keys.slots', reason: '4000 bytes' },
    untouched: true,
  },
])('$what is refused by its own name, and nothing is lost', async ({ damage, file, says, untouched }) => {
  const folder = await usedKiosk();
  await damage(folder);
  const before = contentOf(folder);
  const head = headOf(folder);
  const started = await runKeeper(configurationOf({ dataFolder: folder, scripted: true }), {
    ...productParts(readMachine(process.env)),
    openSelections: scriptedSelections,
  });
  if (started.ok) throw new Error('it started');
  expect(
    explainStartFailure(started.error, { dataFolder: folder, policyPath: '/nowhere/policy.json' }),
  ).toEqual({ ...says, path: join(folder, says.path) });
  if (untouched) expect(contentOf(folder).get(file) === before.get(file)).toBe(true);
  else expect(headOf(folder)).toBe(head);
  expect([...contentOf(folder).keys()].sort()).toEqual([...before.keys()].sort());
});

describe('a folder that held a kiosk', () => {
  /** Set up, the way of keeping keys decided, and nobody served. */
  async function newKiosk(custody: 'memory' | 'sealed'): Promise<string> {
    const dataFolder = workingFolder();
    const { keeper } = await counter({ dataFolder, custody });
    await keeper.stop();
    return dataFolder;
  }

  const made = new Map<() => Promise<string>, string>();
  /** A copy of what is made once: a kiosk takes a second to set up. */
  async function copyOf(kiosk: () => Promise<string>): Promise<string> {
    const folder = workingFolder();
    if (!made.has(kiosk)) {
      const kept = mkdtempSync(join(tmpdir(), 'counterfoil-kept-'));
      cpSync(await kiosk(), kept, { recursive: true });
      made.set(kiosk, kept);
    }
    cpSync(made.get(kiosk) ?? '', folder, { recursive: true });
    return folder;
  }
  afterAll(() => {
    for (const folder of made.values()) rmSync(folder, { recursive: true });
  });

  const ROWS = [
    { file: 'vault', gone: ['vault.db'] },
    { file: 'vault', gone: ['vault.db', 'vault.db-journal'] },
    { file: 'vault', gone: ['vault.db', 'vault.db-journal', 'ledger.db', 'ledger.db-journal'] },
    { file: 'ledger', gone: ['ledger.db'] },
    { file: 'ledger', gone: ['ledger.db', 'ledger.db-journal'] },
    { file: 'keys', gone: ['keys.slots'] },
  ] as const;

  for (const [when, kiosk] of [
    ['before anybody was served', () => newKiosk('sealed')],
    ['after somebody was', usedKiosk],
  ] as const) {
    it.each(ROWS)(
      `and lost $gone ${when} is refused by the name of what is gone, and nothing is made anew`,
      async ({ file, gone }) => {
        const folder = await copyOf(kiosk);
        // A keeper that was killed leaves its record; without any other trace that of an open application tells.
        writeFileSync(join(folder, 'sessions.json'), '{}');
        for (const name of gone) rmSync(join(folder, name), { force: true });
        const before = [...contentOf(folder).keys()];
        const options = configurationOf({ dataFolder: folder, scripted: true });
        for (const _attempt of [1, 2]) {
          const started = await runKeeper(options, productParts(readMachine(process.env)));
          if (started.ok) throw new Error('it started');
          expect(
            explainStartFailure(started.error, { dataFolder: folder, policyPath: '/nowhere/policy.json' }),
          ).toEqual({
            kind: 'missing',
            file,
            path: join(folder, gone[0]),
          });
          expect([...contentOf(folder).keys()]).toEqual(before);
        }
      },
    );
  }

  it('under keys in memory needs no file of keys', async () => {
    const folder = await newKiosk('memory');
    const started = await runKeeper(
      configurationOf({ dataFolder: folder, scripted: true }),
      productParts(readMachine(process.env)),
    );
    if (!started.ok) throw new Error('it was refused');
    await started.value.stop();
  });

  it.each([
    ['nothing', []],
    ['an empty vault', ['vault.db']],
    ['an empty vault and a journal without a page', ['vault.db', 'vault.db-journal']],
  ])(
    'is none as long as nobody has set it up: a first start that left %s is begun again',
    async (_what, names) => {
      const folder = workingFolder();
      for (const name of names)
        writeFileSync(join(folder, name), Buffer.alloc(name.endsWith('journal') ? 512 : 0));
      const started = await runKeeper(
        configurationOf({ dataFolder: folder, scripted: true }),
        productParts(readMachine(process.env)),
      );
      if (!started.ok) throw new Error('it was refused');
      expect(started.value.services.kiosk.read()).toBeNull();
      await started.value.stop();
      // Killed between the vault and the ledger, or before anybody had set it up.
      for (const name of ['ledger.db', 'ledger.db-journal']) rmSync(join(folder, name), { force: true });
      const again = await runKeeper(
        configurationOf({ dataFolder: folder, scripted: true }),
        productParts(readMachine(process.env)),
      );
      if (!again.ok) throw new Error('it was refused');
      await again.value.stop();
    },
  );
});
