import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fingerprint } from '../../shared/ledger/checkpoint.ts';
import { workingFolder } from '../keeper/database/temporary-files.test-support.ts';
import { takeFileLock } from '../lib/file-systems/file-lock.ts';
import { folderBytes, ROSTER, SUBJECT, writeFolder } from '../lib/provisioning/provisioning.test-support.ts';
import { lastRefusal, runFolderOf } from '../lib/provisioning/run-folder.ts';
import { runProvision } from './command.ts';
import { type TestComputer, testComputer } from './computer.test-support.ts';
import { PowerCut } from './power-cut-disk.test-support.ts';

const folderFor = ({ programme, settings }: TestComputer, change = {}): string =>
  writeFolder(folderBytes(programme, { settings, ...change }));

describe('counterfoil provision', () => {
  it('says in its first word what came of it, and ends with 0 where all is as it should be', async () => {
    const here = testComputer();
    const folder = folderFor(here);
    expect(await runProvision([folder], here.computer)).toEqual({
      code: 0,
      lines: [
        'applied: number 7, for the kiosk “Harbor Library 1” on counter-017. 3 people work there from its first start on.',
        'The kiosk takes it at its next start.',
      ],
    });
    expect(await runProvision([folder], here.computer)).toEqual({
      code: 0,
      lines: ['unchanged: number 7 is in force here since 2026-11-25.'],
    });
    writeFileSync(join(here.etc, 'settings.toml'), '');
    expect(await runProvision([folder], here.computer)).toEqual({
      code: 0,
      lines: [
        'repaired: number 7 is in force here since 2026-11-25.',
        'settings.toml was changed here since, and is now as it was.',
        'The kiosk takes it at its next start.',
      ],
    });
  });

  it('leaves for the kiosk’s screen with which code it refused the last folder, and no name', async () => {
    const here = testComputer();
    const { settings } = here.computer;
    const refused = join(runFolderOf(settings), 'refused');
    const stranger = folderFor(here, { subject: { ...SUBJECT, host: 'counter-018' } });
    expect((await runProvision([stranger], here.computer)).code).toBe(96);
    expect(readFileSync(refused, 'utf8')).toBe('96\n');
    expect(lastRefusal(settings)).toBe(96);
    // A drive without a folder for this computer says nothing of it.
    expect((await runProvision(['--drive', workingFolder()], here.computer)).code).toBe(0);
    expect(lastRefusal(settings)).toBe(96);
    expect((await runProvision([folderFor(here)], here.computer)).code).toBe(0);
    expect(existsSync(refused)).toBe(false);
    expect(lastRefusal(settings)).toBeNull();
  });

  it('says of a drive that could not be mounted that it can’t be read, once it has settled what was cut off', async () => {
    const here = testComputer();
    const drive = '/dev/disk/by-label/COUNTERFOIL';
    const tried = () => runProvision(['--unreadable-drive', drive], here.computer);
    const refusal =
      'refused (113): The USB drive at /dev/disk/by-label/COUNTERFOIL can’t be read as FAT or exFAT. Format a drive, and copy the folders to it again.';
    expect(await tried()).toEqual({ code: 113, lines: [refusal] });
    // On the kiosk's page as well.
    expect(lastRefusal(here.computer.settings)).toBe(113);
    mkdirSync(join(here.etc, 'provisioning.next'));
    expect(await tried()).toEqual({ code: 113, lines: [expect.stringMatching(/^removed: /), refusal] });
  });

  it('says of a drive that can’t be read that it can’t, and breaks off at none', async () => {
    const here = testComputer();
    const drive = join(workingFolder(), 'drive');
    symlinkSync(drive, drive);
    expect(await runProvision(['--drive', drive], here.computer)).toMatchObject({
      ...{ code: 88, lines: [expect.stringContaining('(ELOOP)')] },
    });
  });

  it('ends with the number of a refusal, and says every thing that is wrong', async () => {
    const here = testComputer();
    const [first, second] = ROSTER.staff;
    const staff = [
      { ...first, firstPassphrase: 'password' },
      { ...second, role: 'clerk' },
    ];
    const folder = folderFor(here, { staff: JSON.stringify({ format: 1, staff }) });
    expect(await runProvision([folder], here.computer)).toEqual({
      code: 107,
      lines: [
        'refused (107): The first staff can’t work at a kiosk. Correct the list, and have the folder made again.',
        'Marisol Tidewater: this first passphrase is too easy to guess.',
        'Supervisors: 1, and a kiosk needs 2, because some acts take two.',
      ],
    });
    const mistaken = folderFor(here, { settings: `${here.settings}usb-drve = "/media"\n` });
    expect((await runProvision([mistaken], here.computer)).lines).toEqual([
      expect.stringMatching(/^refused \(101\): /),
      expect.stringMatching(/^settings\.toml:3:1: unknown key usb-drve; .*nearest known key: usb-drive$/),
    ]);
  });

  it('shows no sign of a drive as what it is not', async () => {
    const here = testComputer();
    const folder = folderFor(here);
    writeFileSync(join(folder, 'a\nrefused (0)\u202e'), '');
    const { lines } = await runProvision([folder], here.computer);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('“a\\u{a}refused (0)\\u{202e}”');
  });

  it('takes a fingerprint as it is read aloud and typed', async () => {
    const here = testComputer();
    rmSync(join(here.etc, 'program-key.pem'));
    const typed = fingerprint(here.key.hash).toUpperCase().replace(' ', '-');
    const { code } = await runProvision(['--program-key', typed, folderFor(here)], here.computer);
    expect(code).toBe(0);
  });

  it.each([
    [[]],
    [['a', 'b']],
    [['--drive']],
    [['--drive', '/media', 'a']],
    [['--drive', '/media', '--program-key', 'ab'.repeat(16)]],
    [['--drive', '/media', '--unreadable-drive', '/dev/sdb1']],
    [['--unreadable-drive', '/dev/sdb1', 'a']],
    [['--program-key', 'abc', 'a']],
    [['--force', 'a']],
  ])('takes nothing else: %j', async (words) => {
    const here = testComputer();
    expect(await runProvision(words, here.computer)).toMatchObject({
      code: 2,
      lines: expect.arrayContaining([expect.stringMatching(/^Use: counterfoil provision/)]),
    });
  });

  it('takes of a drive the folder of this computer, and is content where there is none', async () => {
    const here = testComputer();
    const drive = workingFolder();
    const tried = () => runProvision(['--drive', drive], here.computer);
    const none = `unchanged: there is no ${join(drive, 'counterfoil-provisioning', 'counter-017')}.`;
    expect(await tried()).toEqual({ code: 0, lines: [none] });
    const files = folderBytes(here.programme, { settings: here.settings });
    mkdirSync(join(drive, 'counterfoil-provisioning', 'counter-018'), { recursive: true });
    expect(await tried()).toEqual({ code: 0, lines: [none] });
    writeFolder(files, join(drive, 'counterfoil-provisioning', 'counter-017'));
    expect((await tried()).lines[0]).toMatch(/^applied: /);
    expect((await tried()).lines[0]).toMatch(/^unchanged: /);
  });

  it('first settles what was cut off, and says so', async () => {
    for (const [step, word] of [
      [3, 'removed'],
      [16, 'finished'],
    ] as const) {
      const here = testComputer();
      let left = step;
      const { create, rename, syncFolder } = here.computer.disk;
      const cutOff = <Input extends readonly unknown[]>(act: (...input: Input) => void) => {
        return (...input: Input): void => {
          left -= 1;
          if (left < 0) throw new PowerCut();
          act(...input);
        };
      };
      const disk = { create: cutOff(create), rename: cutOff(rename), syncFolder: cutOff(syncFolder) };
      const computer = { ...here.computer, disk: { ...here.computer.disk, ...disk } };
      const folder = folderFor(here);
      await expect(runProvision([folder], computer)).rejects.toThrow(PowerCut);
      const { code, lines } = await runProvision([folder], here.computer);
      expect(code).toBe(0);
      expect(lines[0]).toMatch(new RegExp(`^${word}: `));
      expect(lines[1]).toMatch(word === 'finished' ? /^unchanged: / : /^applied: /);
    }
  });
});

describe('the program', () => {
  const program = fileURLToPath(new URL('main.ts', import.meta.url));
  const words = ({ etc }: TestComputer, ...more: readonly string[]) => [
    ...[program, join(etc, 'settings.toml'), 'evaluation'],
    ...more,
  ];
  const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const subject = {
    ...{ ...SUBJECT, host: hostname().toLowerCase() },
    ...{ issued: dayIn(0), validUntil: dayIn(30) },
  };

  it('provisions the computer that it runs on', () => {
    const here = testComputer();
    const folder = folderFor(here, { subject });
    const done = spawnSync(process.execPath, words(here, folder), { encoding: 'utf8' });
    expect(done).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/^applied: number 7/),
    });
    const other = folderFor(here, { subject: { ...subject, host: 'counter-018', number: 8 } });
    expect(spawnSync(process.execPath, words(here, other), { encoding: 'utf8' })).toMatchObject({
      ...{ status: 96, stdout: '' },
      stderr: expect.stringMatching(/^refused \(96\): This folder is for the computer counter-018, /),
    });
  });

  it('lets one run at a time', async () => {
    const here = testComputer();
    const folder = runFolderOf(here.computer.settings);
    mkdirSync(folder);
    const lock = takeFileLock(join(folder, 'lock'));
    expect(lock).not.toBeNull();
    const run = async (): Promise<unknown> => {
      const done = spawn(process.execPath, words(here, '/nowhere'), { stdio: 'ignore' });
      onTestFinished(() => void done.kill());
      return once(done, 'exit');
    };
    expect(await run()).toEqual([82, null]);
    lock?.release();
    expect(await run()).toEqual([88, null]);
  });
});
