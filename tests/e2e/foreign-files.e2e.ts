import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { waitForScreen } from '../../build/kiosk/clerk.ts';
import type { LaunchedKiosk } from '../../build/kiosk/launch-keeper.ts';
import { longUnless } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

/** What a keeper that does not start says, and its exit code. */
async function refusalOf(
  keeper: LaunchedKiosk,
): Promise<{ readonly code: number | null; readonly words: string }> {
  const words = await keeper.ready.then(
    () => 'it started',
    (error: unknown) => (error instanceof Error ? error.message : 'not an error'),
  );
  return { code: await keeper.ended, words };
}

/** Every file of a folder with its bytes and when it was last written: what "hasn’t changed it" means. */
function snapshotOf(folder: string): readonly (readonly [name: string, bytes: string, written: number])[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const path = join(folder, name);
      return [name, readFileSync(path, 'base64'), statSync(path).mtimeMs];
    });
}

function anotherDatabase(path: string): void {
  const database = new Sqlite(path);
  database.exec("CREATE TABLE contacts (name TEXT); INSERT INTO contacts VALUES ('somebody else’s data')");
  database.close();
}

const FOREIGN: readonly {
  readonly what: string;
  readonly file: 'vault.db' | 'ledger.db';
  readonly make: (path: string) => void;
  readonly reason: string;
}[] = [
  {
    what: 'a text file in the place of the vault',
    file: 'vault.db',
    make: (path) => writeFileSync(path, 'Minutes of the meeting of 12 May.\n'.repeat(400)),
    reason: 'Reason: not-sqlite.',
  },
  {
    what: 'another program’s SQLite database in the place of the vault',
    file: 'vault.db',
    make: anotherDatabase,
    reason: 'Reason: other-application.',
  },
];

// About 1 s each: no session comes up.
for (const { what, file, make, reason } of FOREIGN) {
  test(`${what}: the keeper refuses and leaves it alone`, async ({ openKiosk }) => {
    let before: ReturnType<typeof snapshotOf> = [];
    const kiosk = await openKiosk({
      before(folder) {
        make(join(folder, file));
        before = snapshotOf(folder);
      },
    });
    const { code, words } = await refusalOf(kiosk.keeper());
    expect(words).toContain('CF-41, exit code 41: The vault is not readable.');
    expect(words).toContain(reason);
    expect(words).toContain('Counterfoil hasn’t changed it');
    expect(code).toBe(41);
    expect(snapshotOf(kiosk.dataFolder)).toEqual(before);
  });
}

// About 5 s: a kiosk comes up first, so that there is a vault of our own to damage.
for (const { file, length, reason } of [
  { file: 'vault.db', length: 60, reason: 'Reason: truncated.' },
  { file: 'vault.db', length: 5000, reason: 'Reason: malformed.' },
  { file: 'ledger.db', length: 5000, reason: 'Reason: malformed.' },
] as const) {
  test(
    `our own ${file} cut off after ${length} bytes: refused and left alone; put right, it works again`,
    longUnless(length === 60),
    async ({ openKiosk }) => {
      const kiosk = await openKiosk();
      await kiosk.signedIn();
      await kiosk.keeper().stop();
      const path = join(kiosk.dataFolder, file);
      const whole = readFileSync(path);
      truncateSync(path, length);
      const before = snapshotOf(kiosk.dataFolder);
      const { words } = await kiosk.relaunch().then(
        () => ({ words: 'it started' }),
        (error: unknown) => ({ words: error instanceof Error ? error.message : 'not an error' }),
      );
      expect(words).toContain(
        `CF-42, exit code 42: The ${file === 'vault.db' ? 'vault' : 'ledger'} is damaged.`,
      );
      expect(words).toContain(reason);
      expect(await kiosk.keeper().ended).toBe(42);
      // The vault is opened before the ledger, and a vault that is in order may be written to.
      const contents = (): unknown =>
        file === 'vault.db' ? snapshotOf(kiosk.dataFolder) : readFileSync(path, 'base64');
      expect(contents()).toEqual(file === 'vault.db' ? before : before.find(([name]) => name === file)?.[1]);
      expect(readdirSync(kiosk.dataFolder).sort()).toEqual(before.map(([name]) => name));

      writeFileSync(path, whole);
      await kiosk.relaunch();
      await waitForScreen((await kiosk.shown()).page, 'sign-in');
    },
  );
}
