import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { workingFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { policyFile } from '../../electron/keeper/policy/policy.test-support.ts';
import { runProvision } from '../../electron/provision/command.ts';
import { testComputer } from '../../electron/provision/computer.test-support.ts';
import { parseRoster } from '../../shared/provisioning/roster.ts';
import { sample } from '../../tests/support/sample.ts';
import { makeKeys } from '../policy/keys.ts';
import { checkFolder } from './check.ts';
import { type MakeOptions, makeFolders, numberAt } from './make.ts';

const NOW = Date.UTC(2026, 10, 25, 14, 32, 5);
const CSV = `kiosk,host,supervisors,clerks,printer-address
Harbor Library 1,counter-017,Marisol Tidewater; Ottoline Quarry,Anselm Brightwater,ipp://192.0.2.17
Harbor Library 2,counter-018,,,
`;
const SETTINGS =
  'data-folder = "/var/lib/counterfoil"\nprovisioned = true\n[built-in-printer]\nseconds-per-face = 1\n';

/** Everything that folders are made of, in a folder of its own. */
function office(
  change: { readonly csv?: string; readonly settings?: string } = {},
): MakeOptions & { keys: string } {
  const folder = workingFolder();
  const keys = join(folder, 'keys');
  expect(makeKeys(keys).code).toBe(0);
  writeFileSync(join(folder, 'counters.csv'), change.csv ?? CSV);
  writeFileSync(join(folder, 'settings.toml'), change.settings ?? SETTINGS);
  return {
    ...{ keys, csv: join(folder, 'counters.csv'), settings: join(folder, 'settings.toml') },
    ...{ key: join(keys, 'program-key.private.pem'), policy: policyFile() },
    ...{ validUntil: '2026-12-31', into: join(folder, 'made') },
    ...{ only: [], withStaff: true, platform: 'linux' },
  };
}

const folderOf = ({ into }: MakeOptions, host: string): string =>
  join(into, 'counterfoil-provisioning', host);

describe('fleet make', () => {
  it('makes a folder for each counter, and a sheet of first passphrases for each that has staff', async () => {
    const options = office();
    const { code, say } = await makeFolders(options, NOW);
    expect({ code, say }).toMatchObject({
      code: 0,
      say: expect.stringContaining('2 folders, number 20261125143205'),
    });
    expect(readdirSync(join(options.into, 'counterfoil-provisioning')).sort()).toEqual([
      'counter-017',
      'counter-018',
    ]);
    expect(readdirSync(folderOf(options, 'counter-018'))).not.toContain('staff.json');
    const roster = parseRoster(
      JSON.parse(readFileSync(join(folderOf(options, 'counter-017'), 'staff.json'), 'utf8')),
    );
    if (!roster.ok) throw new Error('no roster');
    expect(readdirSync(join(options.into, 'envelopes'))).toEqual(['counter-017.txt']);
    const sheet = readFileSync(join(options.into, 'envelopes', 'counter-017.txt'), 'utf8');
    const passphrases = roster.value.staff.map(({ firstPassphrase }) => firstPassphrase);
    expect(new Set(passphrases).size).toBe(3);
    for (const { name, firstPassphrase } of roster.value.staff) {
      expect(firstPassphrase).toMatch(/^[a-z]+( [a-z]+){3}$/);
      expect(sheet).toMatch(new RegExp(`${name}, (supervisor|clerk)\n[^-]*${firstPassphrase}`));
    }
    // Whoever may read them may sign in first.
    expect(statSync(options.into).mode & 0o777).toBe(0o700);
    expect(statSync(join(options.into, 'envelopes', 'counter-017.txt')).mode & 0o777).toBe(0o600);
    // What it says on a terminal is kept in many places.
    for (const passphrase of passphrases) expect(say).not.toContain(passphrase);
  });

  it('makes one counter’s alone for a swap, and says so of a computer that the table does not have', async () => {
    const options = { ...office(), only: ['COUNTER-018'] };
    expect(await makeFolders(options, NOW)).toMatchObject({
      ...{ code: 0, say: expect.stringContaining('1 folder, number') },
    });
    expect(readdirSync(join(options.into, 'counterfoil-provisioning'))).toEqual(['counter-018']);
    const strange = { ...office(), only: ['counter-017', 'counter-170'] };
    expect(await makeFolders(strange, NOW)).toMatchObject({
      ...{ code: 1, say: expect.stringMatching(/^--only counter-170: no row .*\nNothing was made\.$/) },
    });
    expect(() => readdirSync(strange.into)).toThrow('ENOENT');
  });

  it('makes folders without staff of a table with staff, for kiosks that are set up', async () => {
    const options = { ...office(), withStaff: false };
    const { code, say } = await makeFolders(options, NOW);
    expect({ code, say }).toMatchObject({ code: 0, say: expect.stringContaining('0 sheets') });
    for (const host of ['counter-017', 'counter-018'])
      expect(readdirSync(folderOf(options, host))).not.toContain('staff.json');
    expect(readdirSync(join(options.into, 'envelopes'))).toEqual([]);
  });

  it('makes none with first staff that is good for more than 90 days, but one without', async () => {
    const late = { ...office(), validUntil: '2027-02-24' };
    expect(await makeFolders(late, NOW)).toMatchObject({
      ...{
        code: 1,
        say: expect.stringMatching(/^--valid-until 2027-02-24: this takes a day at most 90 days /),
      },
    });
    expect(await makeFolders({ ...late, validUntil: '2027-02-23' }, NOW)).toMatchObject({ code: 0 });
    expect(await makeFolders({ ...office(), validUntil: '2036-12-31', withStaff: false }, NOW)).toMatchObject(
      {
        code: 0,
      },
    );
  });

  it('makes what a computer takes', async () => {
    const here = testComputer({ now: NOW + 86_400_000 });
    const settings = SETTINGS.replace('/var/lib/counterfoil', here.data);
    const options = { ...office({ settings }), platform: 'linux-evaluation' } as const;
    expect((await makeFolders(options, NOW)).code).toBe(0);
    writeFileSync(join(here.etc, 'program-key.pem'), readFileSync(join(options.keys, 'program-key.pem')));
    expect(await runProvision([folderOf(options, 'counter-018')], here.computer)).toMatchObject({ code: 96 });
    const done = await runProvision(['--drive', options.into], here.computer);
    expect(done).toMatchObject({ code: 0, lines: [expect.stringMatching(/^applied: /), expect.anything()] });
    expect(readFileSync(join(here.etc, 'settings.toml'), 'utf8')).toContain(
      'seconds-per-face = 1\n\n[card-printer]\naddress = "ipp://192.0.2.17"\n',
    );
  });

  it('gives each making a number that is higher than those before', () => {
    const moments = [0, 1, 60, 3_600, 86_400, 31 * 86_400, 400 * 86_400].map(
      (seconds) => NOW + 1000 * seconds,
    );
    const numbers = moments.map(numberAt);
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every(Number.isSafeInteger)).toBe(true);
  });

  it.each<[string, { csv?: string; settings?: string; validUntil?: string }, RegExp]>([
    [
      'a table with faults, all of them at once',
      { csv: CSV.replace('counter-017', 'counter 17').replace('Harbor Library 2', '***') },
      /counters\.csv:2:18: host: .*\n.*counters\.csv:3:1: kiosk: .*\nNothing was made\.$/,
    ],
    [
      'settings with a mistake',
      { settings: `${SETTINGS}x = 1\n` },
      /settings\.toml: .*\nsettings\.toml:5:1: unknown key x/,
    ],
    ['settings of no provisioned kiosk', { settings: 'data-folder = "/srv"\n' }, /provisioned = true/],
    [
      'settings that have a card printer already',
      { settings: `${SETTINGS}[card-printer]\naddress = "ipp://192.0.2.1"\n` },
      /settings\.toml:\d+:\d+: /,
    ],
    [
      'a last day that is no day',
      { validUntil: 'Monday' },
      /^--valid-until Monday: this takes a day such as/,
    ],
    [
      'a last day that is over',
      { validUntil: '2026-11-24' },
      /^--valid-until 2026-11-24: this takes a day that is not before/,
    ],
  ])('makes nothing of %s', async (_what, { validUntil, ...change }, said) => {
    const options = office(change);
    const { code, say } = await makeFolders(
      { ...options, ...(validUntil === undefined ? {} : { validUntil }) },
      NOW,
    );
    expect(say).toMatch(said);
    expect(code).toBe(1);
    expect(() => readdirSync(options.into)).toThrow('ENOENT');
  });

  it('writes into no folder that has something in it, and reads no key that is none', async () => {
    const options = office();
    mkdirSync(options.into);
    writeFileSync(join(options.into, 'note'), '');
    expect(await makeFolders(options, NOW)).toMatchObject({
      code: 2,
      say: expect.stringContaining('isn’t empty'),
    });
    expect(readdirSync(options.into)).toEqual(['note']);
    expect(await makeFolders({ ...options, key: options.policy }, NOW)).toMatchObject({
      code: 2,
      say: expect.stringContaining('cannot be read as a key'),
    });
  });
});

describe('fleet check', () => {
  it('says whom a folder is for, and shows no passphrase', async () => {
    const options = office();
    await makeFolders(options, NOW);
    const folder = folderOf(options, 'counter-017');
    const { code, say } = await checkFolder(folder);
    expect(code).toBe(0);
    expect(say).toContain('for the kiosk “Harbor Library 1” on the computer counter-017.');
    expect(say).toContain('Number 20261125143205, made on 2026-11-25, may be applied until 2026-12-31.');
    expect(say).toContain('Marisol Tidewater (supervisor)');
    const staff = readFileSync(join(folder, 'staff.json'), 'utf8');
    const [, passphrase = 'none'] = /"firstPassphrase": "([^"]+)"/.exec(staff) ?? [];
    expect(passphrase).not.toBe('none');
    expect(say).not.toContain(passphrase);
    expect((await checkFolder(folderOf(options, 'counter-018'))).say).toContain('It brings no first staff.');
  });

  it('says what is wrong with it', async () => {
    const options = office();
    await makeFolders(options, NOW);
    const folder = folderOf(options, 'counter-017');
    writeFileSync(join(folder, 'settings.toml'), SETTINGS);
    expect(await checkFolder(folder)).toMatchObject({
      code: 1,
      say: expect.stringContaining('settings.toml isn’t as it was when the folder was signed.'),
    });
    expect(await checkFolder(options.into)).toMatchObject({ code: 1 });
  });
});

describe('npm run fleet', () => {
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, [fileURLToPath(new URL('../fleet.ts', import.meta.url)), ...words], {
      encoding: 'utf8',
    });

  it('makes folders and looks at them, on the right stream, with the right code', () => {
    const { csv, key, policy, settings, into } = office();
    const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const made = run(
      ...['make', '--csv', csv, '--key', key, '--policy', policy, '--settings', settings],
      ...['--valid-until', inAMonth, '--into', into, '--only', 'counter-017', '--only', 'counter-018'],
    );
    expect(made).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('2 folders') });
    const folder = join(into, 'counterfoil-provisioning', 'counter-017');
    expect(run('check', folder)).toMatchObject({ status: 0, stderr: '' });
    const strange = [
      [],
      ['make'],
      ['make', '--csv', csv],
      ['check'],
      ['check', folder, 'more'],
      ['status'],
      ['status', into, 'more'],
      ['status', into, '--key', key],
      // Its table has every counter: a word that it takes no notice of would be believed.
      ['status', into, '--only', 'counter-017'],
      ['status', into, '--without-staff'],
      ['status', into, '--days', 'many'],
      ['make', '--days', '3'],
    ];
    for (const words of sample(strange, 2, 4))
      expect(run(...words), words.join(' ')).toMatchObject({
        ...{ status: 2, stdout: '' },
        stderr: expect.stringContaining('Use: npm run fleet'),
      });
  });
});
