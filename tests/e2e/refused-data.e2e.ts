import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Counter, copyData, giveAway, isRoot } from './deployed-fixtures.ts';
import { expectRefused, type RefusedStart } from './refused-start.ts';

function dataFolderOf(counter: Counter, mode = 0o700): string {
  const dataFolder = join(counter.home, 'data');
  mkdirSync(dataFolder);
  giveAway(dataFolder);
  chmodSync(dataFolder, mode);
  return dataFolder;
}

/** A file system of so many kibibytes in the place of the data folder; it goes with the account's home. */
function mountSmall(counter: Counter, kibibytes: number): string {
  const dataFolder = dataFolderOf(counter);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kibibytes}k,mode=0700`, 'tmpfs', dataFolder]);
  giveAway(dataFolder);
  return dataFolder;
}

/** SQLite's user_version: four bytes of the header, the highest first. */
function writeSchemaVersion(path: string, version: number): void {
  const content = readFileSync(path);
  content.writeUInt32BE(version, 60);
  writeFileSync(path, content);
}

const ROWS: readonly RefusedStart[] = [
  {
    name: 'folder-read-only',
    bringAbout: (counter) => ({ dataFolder: dataFolderOf(counter, 0o500) }),
    code: 30,
    title: 'The kiosk is not allowed to use its data',
  },
  {
    name: 'parent-not-writable',
    bringAbout: (counter) => ({ dataFolder: join(dataFolderOf(counter, 0o500), 'kiosk') }),
    code: 30,
    title: 'The kiosk is not allowed to use its data',
  },
  {
    name: 'file-not-readable',
    bringAbout(counter, setUpData) {
      const dataFolder = copyData(setUpData, counter);
      chmodSync(join(dataFolder, 'vault.db'), 0o000);
      return { dataFolder };
    },
    code: 30,
    title: 'The kiosk is not allowed to use its data',
  },
  {
    name: 'foreign-owner',
    // Root's, in both cases.
    bringAbout({ home }) {
      if (!isRoot) return { dataFolder: '/usr' };
      const dataFolder = join(home, 'roots');
      mkdirSync(dataFolder, { mode: 0o777 });
      return { dataFolder };
    },
    code: 31,
    title: 'The kiosk’s data belongs to another account',
  },
  {
    name: 'file-in-its-place',
    bringAbout({ home }) {
      const file = join(home, 'data');
      writeFileSync(file, 'Minutes of the meeting of 12 May.\n');
      return { dataFolder: file };
    },
    code: 32,
    title: 'Something else is where the data folder should be',
  },
  {
    name: 'dangling-link',
    bringAbout({ home }) {
      const link = join(home, 'data');
      symlinkSync('/nowhere/at/all', link);
      return { dataFolder: link };
    },
    code: 33,
    title: 'The data folder is not reachable',
  },
  {
    name: 'read-only-disk',
    bringAbout(counter) {
      const dataFolder = mountSmall(counter, 4_096);
      execFileSync('mount', ['-o', 'remount,ro', dataFolder]);
      return { dataFolder };
    },
    code: 34,
    title: 'The disk is read-only',
    mounts: true,
  },
  {
    name: 'disk-full',
    bringAbout: (counter) => ({ dataFolder: mountSmall(counter, 16) }),
    code: 35,
    title: 'The disk is full',
    mounts: true,
  },
  {
    name: 'garbage-vault',
    bringAbout(counter) {
      const dataFolder = dataFolderOf(counter);
      writeFileSync(join(dataFolder, 'vault.db'), 'Minutes of the meeting of 12 May.\n'.repeat(400));
      giveAway(dataFolder);
      return { dataFolder };
    },
    code: 41,
    title: 'The vault is not readable',
  },
  {
    name: 'cut-ledger',
    bringAbout(counter, setUpData) {
      const dataFolder = copyData(setUpData, counter);
      truncateSync(join(dataFolder, 'ledger.db'), 5_000);
      return { dataFolder };
    },
    code: 42,
    title: 'The ledger is damaged',
  },
  ...(
    [
      ['newer', 43, 99],
      ['older', 44, 1],
    ] as const
  ).map(
    ([age, code, version]): RefusedStart => ({
      name: `vault-from-${age}-version`,
      bringAbout(counter, setUpData) {
        const dataFolder = copyData(setUpData, counter);
        writeSchemaVersion(join(dataFolder, 'vault.db'), version);
        return { dataFolder };
      },
      code,
      title: `The vault is from ${age === 'newer' ? 'a newer' : 'an older'} version`,
    }),
  ),
  {
    name: 'vault-missing',
    bringAbout(counter, setUpData) {
      const dataFolder = copyData(setUpData, counter);
      rmSync(join(dataFolder, 'vault.db'));
      return { dataFolder };
    },
    code: 45,
    title: 'The vault of this kiosk is missing',
  },
  {
    name: 'ledger-missing',
    bringAbout(counter, setUpData) {
      const dataFolder = copyData(setUpData, counter);
      for (const name of ['ledger.db', 'ledger.db-journal']) rmSync(join(dataFolder, name), { force: true });
      return { dataFolder };
    },
    code: 46,
    title: 'The ledger of this kiosk is missing',
  },
];

expectRefused(ROWS, ['folder-read-only', 'disk-full', 'garbage-vault']);
