import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { shippedPolicy } from '../../build/programmes/shipped-policy.ts';
import { KEY_FILE_NAME } from '../../electron/keeper/policy/programme-key.ts';
import { LONG, longUnless } from '../support/long.ts';
import { type Counter, copyData, expect, giveAway, isRoot, test } from './deployed-fixtures.ts';

type Environment = Readonly<Record<string, string>>;

interface Row {
  /** Of the test and of its picture. */
  readonly name: string;
  /** Brings it about in this counter; answers what the command is started with. */
  readonly bringAbout: (counter: Counter, setUpData: string) => Environment;
  readonly words?: readonly string[];
  readonly code: number;
  readonly title: string;
  /** Whether only root can bring it about. */
  readonly mounts?: boolean;
}

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
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kibibytes}k,mode=0777`, 'tmpfs', dataFolder]);
  giveAway(dataFolder);
  return dataFolder;
}

/** SQLite's user_version: four bytes of the header, the highest first. */
function writeSchemaVersion(path: string, version: number): void {
  const content = readFileSync(path);
  content.writeUInt32BE(version, 60);
  writeFileSync(path, content);
}

/** A policy file in the account's home. */
function policyOf(counter: Counter, text: string): Environment {
  const path = join(counter.home, 'policy.json');
  writeFileSync(path, text);
  giveAway(path);
  return { COUNTERFOIL_POLICY: path };
}

/** The shipped policy, with a key file next to it. */
function policyBesideKey(counter: Counter, pem: string): Environment {
  const path = join(counter.home, KEY_FILE_NAME);
  writeFileSync(path, pem);
  giveAway(path);
  return policyOf(counter, readFileSync(shippedPolicy, 'utf8'));
}

function publicKey(): string {
  return generateKeyPairSync('ed25519').publicKey.export({ format: 'pem', type: 'spki' }).toString();
}

/** The shipped policy with a change of its text. */
function changedPolicy(from: string, to: string): string {
  const text = readFileSync(shippedPolicy, 'utf8');
  if (!text.includes(from)) throw new Error(`the shipped policy has no ${from}`);
  return text.replace(from, to);
}

const ROWS: readonly Row[] = [
  {
    name: 'no-policy',
    bringAbout: ({ home }) => ({ COUNTERFOIL_POLICY: join(home, 'policy.json') }),
    code: 26,
    title: 'There is no policy',
  },
  {
    name: 'policy-that-is-a-film',
    bringAbout: (counter) => policyOf(counter, ' '.repeat(2_000_000)),
    code: 27,
    title: 'The policy can’t be read',
  },
  {
    name: 'policy-cut-off',
    bringAbout: (counter) => policyOf(counter, readFileSync(shippedPolicy, 'utf8').slice(0, 300)),
    code: 28,
    title: 'The policy has a mistake',
  },
  {
    name: 'policy-with-an-unknown-key',
    bringAbout: (counter) => policyOf(counter, changedPolicy('"feeCents"', '"feeCent"')),
    code: 28,
    title: 'The policy has a mistake',
  },
  {
    name: 'policy-undecided',
    bringAbout: (counter) => policyOf(counter, changedPolicy('"feeCents": 0', '"feeCents": null')),
    code: 28,
    title: 'The policy has a mistake',
  },
  {
    name: 'policy-not-signed',
    bringAbout: (counter) => policyBesideKey(counter, publicKey()),
    code: 29,
    title: 'The policy isn’t signed',
  },
  {
    name: 'program-key-that-is-none',
    bringAbout: (counter) => policyBesideKey(counter, 'Minutes of the meeting of 12 May.'),
    code: 39,
    title: 'The program key can’t be used',
  },
  {
    name: 'arguments',
    bringAbout: () => ({}),
    words: ['--fullscreen'],
    code: 20,
    title: 'The start command has extra words',
  },
  {
    name: 'misspelt-setting',
    bringAbout: ({ home }) => ({ COUNTERFOIL_DATAA: home }),
    code: 21,
    title: 'A setting has an unknown name',
  },
  {
    name: 'relative-data-folder',
    bringAbout: () => ({ COUNTERFOIL_DATA: 'data' }),
    code: 22,
    title: 'A setting needs a full path',
  },
  {
    name: 'relative-state-home',
    bringAbout: () => ({ XDG_STATE_HOME: 'state' }),
    code: 22,
    title: 'A setting needs a full path',
  },
  {
    name: 'wrong-seconds',
    bringAbout: () => ({ COUNTERFOIL_PRINTER_SECONDS: 'fast' }),
    code: 23,
    title: 'A setting has an unusable value',
  },
  {
    name: 'folder-read-only',
    bringAbout: (counter) => ({ COUNTERFOIL_DATA: dataFolderOf(counter, 0o500) }),
    code: 30,
    title: 'The kiosk is not allowed to use its data',
  },
  {
    name: 'parent-not-writable',
    bringAbout: (counter) => ({ COUNTERFOIL_DATA: join(dataFolderOf(counter, 0o500), 'kiosk') }),
    code: 30,
    title: 'The kiosk is not allowed to use its data',
  },
  {
    name: 'file-not-readable',
    bringAbout(counter, setUpData) {
      const dataFolder = copyData(setUpData, counter);
      chmodSync(join(dataFolder, 'vault.db'), 0o000);
      return { COUNTERFOIL_DATA: dataFolder };
    },
    code: 30,
    title: 'The kiosk is not allowed to use its data',
  },
  {
    name: 'foreign-owner',
    // Root's, in both cases.
    bringAbout({ home }) {
      if (!isRoot) return { COUNTERFOIL_DATA: '/usr' };
      const dataFolder = join(home, 'roots');
      mkdirSync(dataFolder, { mode: 0o777 });
      return { COUNTERFOIL_DATA: dataFolder };
    },
    code: 31,
    title: 'The kiosk’s data belongs to another account',
  },
  {
    name: 'file-in-its-place',
    bringAbout({ home }) {
      const file = join(home, 'data');
      writeFileSync(file, 'Minutes of the meeting of 12 May.\n');
      return { COUNTERFOIL_DATA: file };
    },
    code: 32,
    title: 'Something else is where the data folder should be',
  },
  {
    name: 'dangling-link',
    bringAbout({ home }) {
      const link = join(home, 'data');
      symlinkSync('/nowhere/at/all', link);
      return { COUNTERFOIL_DATA: link };
    },
    code: 33,
    title: 'The data folder is not reachable',
  },
  {
    name: 'read-only-disk',
    bringAbout(counter) {
      const dataFolder = mountSmall(counter, 4_096);
      execFileSync('mount', ['-o', 'remount,ro', dataFolder]);
      return { COUNTERFOIL_DATA: dataFolder };
    },
    code: 34,
    title: 'The disk is read-only',
    mounts: true,
  },
  {
    name: 'disk-full',
    bringAbout: (counter) => ({ COUNTERFOIL_DATA: mountSmall(counter, 16) }),
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
      return { COUNTERFOIL_DATA: dataFolder };
    },
    code: 41,
    title: 'The vault is not readable',
  },
  {
    name: 'cut-ledger',
    bringAbout(counter, setUpData) {
      const dataFolder = copyData(setUpData, counter);
      truncateSync(join(dataFolder, 'ledger.db'), 5_000);
      return { COUNTERFOIL_DATA: dataFolder };
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
    ([age, code, version]): Row => ({
      name: `vault-from-${age}-version`,
      bringAbout(counter, setUpData) {
        const dataFolder = copyData(setUpData, counter);
        writeSchemaVersion(join(dataFolder, 'vault.db'), version);
        return { COUNTERFOIL_DATA: dataFolder };
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
      return { COUNTERFOIL_DATA: dataFolder };
    },
    code: 45,
    title: 'The vault of this kiosk is missing',
  },
  {
    name: 'ledger-missing',
    bringAbout(counter, setUpData) {
      const dataFolder = copyData(setUpData, counter);
      for (const name of ['ledger.db', 'ledger.db-journal']) rmSync(join(dataFolder, name), { force: true });
      return { COUNTERFOIL_DATA: dataFolder };
    },
    code: 46,
    title: 'The ledger of this kiosk is missing',
  },
];

/** What lies below a place: names, sizes, and the text of small files. */
function contentOf(path: string | undefined): unknown {
  const found = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
  if (path === undefined || found === undefined) return 'nothing';
  if (!found.isDirectory()) return readFileSync(path, 'base64');
  return readdirSync(path)
    .sort()
    .filter((name) => name !== 'vault.db')
    .map((name) => [name, statSync(join(path, name)).size]);
}

/**
 * In `npm test` one of each kind of cause: what the keeper refuses for which file, and the page of each code, other tests
 * say one by one.
 */
const SAMPLED = ['misspelt-setting', 'policy-not-signed', 'folder-read-only', 'disk-full', 'garbage-vault'];

// About 2 s each: no kiosk comes up, only the page.
for (const { name, bringAbout, words, code, title, mounts } of ROWS) {
  test(
    `refused at the start, on the screen and by exit code ${code}: ${name}`,
    longUnless(SAMPLED.includes(name)),
    async ({ openCounter, setUpData }) => {
      test.skip(mounts === true && !isRoot, 'only root may mount');
      const counter = await openCounter();
      const environment = bringAbout(counter, setUpData);
      const data = environment.COUNTERFOIL_DATA;
      const place = data?.startsWith('/') === true && data !== '/usr' ? data : undefined;
      try {
        const before = contentOf(place);
        const command = counter.start(environment, words);
        await counter.window(`${title} (CF-${code})`);
        counter.keepPicture(`refusal-${name}`);
        const [refusal, ...more] = command.refusals();
        expect(refusal).toContain(`counterfoil CF-${code}, exit code ${code}: ${title}.`);
        expect(more).toEqual([]);
        // Above that it is about what stands in the environment.
        if (code >= 30) expect(refusal).toMatch(/\(.*Path: \/.*\)$/);
        if (mounts !== true) expect(contentOf(place), 'nothing was made in its place').toEqual(before);
        expect(await command.stop()).toBe(code);
      } finally {
        if (mounts === true) execFileSync('umount', ['--lazy', join(counter.home, 'data')]);
      }
    },
  );
}

test('without a screen the words are in the log, and the exit code tells at once', async ({
  openCounter,
}) => {
  const counter = await openCounter();
  const without = counter.start({ DISPLAY: '' });
  const misspelt = counter.start({ DISPLAY: '', COUNTERFOIL_DATAA: '/tmp' });
  expect(await without.ended).toBe(60);
  expect(without.refusals()).toEqual([expect.stringContaining('There is no screen to show the kiosk on.')]);
  // The first thing that is wrong is what has to be put right.
  expect(await misspelt.ended).toBe(21);
  expect(misspelt.refusals()[0]).toContain('Did you mean COUNTERFOIL_DATA?');
});

// About 10 s: so long may a display server come up later than the kiosk.
test(
  'a display that does not answer is waited for, and then the exit code says so',
  LONG,
  async ({ openCounter }) => {
    const counter = await openCounter();
    await counter.display.kill();
    const command = counter.start({ COUNTERFOIL_DATA: join(counter.home, 'data') });
    expect(await command.ended).toBe(61);
    expect(command.refusals()).toEqual([expect.stringContaining('The screen does not answer.')]);
    expect(readdirSync(counter.home)).toEqual([]);
  },
);
