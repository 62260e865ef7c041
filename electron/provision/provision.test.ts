import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../shared/ledger/checkpoint.ts';
import { policyOfTests } from '../keeper/policy/policy.test-support.ts';
import { readFirstStaff } from '../lib/provisioning/first-staff-file.ts';
import {
  type FolderParts,
  folderBytes,
  ROSTER,
  SUBJECT,
  trustedProgramme,
  writeFolder,
} from '../lib/provisioning/provisioning.test-support.ts';
import { fullDisk, NOON, SELF, type TestComputer, testComputer } from './computer.test-support.ts';
import { machineDisk } from './disk.ts';
import { type Computer, provision, settleComputer, whyNotHere } from './provision.ts';

const DAY = 86_400_000;

const isInPlace = ({ everything }: TestComputer): boolean =>
  everything().some((each) => each.startsWith('provisioned.json'));

/** A folder for this computer, with this in it. */
function folderFor({ programme, settings }: TestComputer, change: Partial<FolderParts> = {}): string {
  return writeFolder(folderBytes(programme, { settings, ...change }));
}

const run = (computer: Computer, folder: string, fingerprint_: string | null = null) =>
  provision(computer, { folder, fingerprint: fingerprint_ });

/** Applies the folder of tests. */
async function provisioned(): Promise<TestComputer> {
  const here = testComputer();
  expect(await run(here.computer, folderFor(here))).toMatchObject({ ok: true, value: { kind: 'applied' } });
  return here;
}

describe('a computer', () => {
  it('is made what its folder says, all at once', async () => {
    const here = testComputer();
    const folder = folderFor(here);
    expect(await run(here.computer, folder)).toMatchObject({
      ok: true,
      value: { kind: 'applied', staff: 3, manifest: SUBJECT },
    });
    for (const name of ['settings.toml', 'policy.json', 'policy.json.sig', 'program-key.pem']) {
      expect(readFileSync(join(here.etc, name))).toEqual(readFileSync(join(folder, name)));
      expect(statSync(join(here.etc, name)).mode & 0o777).toBe(0o644);
    }
    const staff = join(here.data, 'first-staff.json');
    expect(statSync(staff).mode & 0o777).toBe(0o600);
    expect(await readFirstStaff(readFileSync(staff), here.key, SUBJECT.host)).toMatchObject({
      ok: true,
      value: { roster: ROSTER, manifest: SUBJECT },
    });
    expect(here.everything()).toHaveLength(6);
  });

  it('has no clear first passphrase in root’s own folder', async () => {
    const here = await provisioned();
    const passphrase = ROSTER.staff[0]?.firstPassphrase ?? '';
    expect(here.everything().filter((each) => each.includes(passphrase))).toEqual([]);
    // The control: it is looked for in what is there.
    writeFileSync(join(here.etc, 'note'), passphrase);
    expect(here.everything().filter((each) => each.includes(passphrase))).toHaveLength(1);
  });

  it('is left alone by the same folder again, also after its last day', async () => {
    const here = await provisioned();
    const before = here.everything();
    const later = { ...here.computer, now: NOON + 400 * DAY };
    expect(await run(later, folderFor(here))).toMatchObject({
      ok: true,
      value: { kind: 'in-force', record: { number: 7, applied: '2026-11-25' } },
    });
    expect(here.everything()).toEqual(before);
  });

  it('gets back what was altered or lost since from the same folder, also after its last day', async () => {
    const here = await provisioned();
    const before = here.everything();
    const later = { ...here.computer, now: NOON + 400 * DAY };
    writeFileSync(join(here.etc, 'settings.toml'), `${here.settings}# by hand\n`);
    rmSync(join(here.etc, 'policy.json.sig'));
    chmodSync(join(here.etc, 'policy.json'), 0o600);
    expect(await run(later, folderFor(here))).toMatchObject({
      ok: true,
      value: { kind: 'repaired', files: ['settings.toml', 'policy.json', 'policy.json.sig'] },
    });
    expect(here.everything()).toEqual(before);
    expect(await run(later, folderFor(here))).toMatchObject({ value: { kind: 'in-force' } });
  });

  it('gets no first staff back, who may have been taken long ago', async () => {
    const here = await provisioned();
    rmSync(join(here.data, 'first-staff.json'));
    rmSync(join(here.etc, 'settings.toml'));
    expect(await run(here.computer, folderFor(here))).toMatchObject({ value: { kind: 'repaired' } });
    expect(existsSync(join(here.etc, 'settings.toml'))).toBe(true);
    expect(readdirSync(here.data)).toEqual([]);
  });

  it('keeps a newer policy that root has put there by hand, and is told so', async () => {
    const here = await provisioned();
    const newer = JSON.stringify({ ...policyOfTests, version: policyOfTests.version + 1 });
    writeFileSync(join(here.etc, 'policy.json'), newer);
    const before = here.everything();
    expect(await run(here.computer, folderFor(here))).toMatchObject({
      error: { kind: 'policy-out-of-turn', why: 'older' },
    });
    expect(here.everything()).toEqual(before);
  });

  it('takes the next one, with other settings and a newer policy, and no staff', async () => {
    const here = await provisioned();
    writeFileSync(join(here.data, 'vault.db'), 'set up');
    rmSync(join(here.data, 'first-staff.json'));
    const next = folderFor(here, {
      subject: { ...SUBJECT, number: 8 },
      settings: `${here.settings}usb-drive = "/media/counterfoil"\n`,
      policy: JSON.stringify({ ...policyOfTests, version: policyOfTests.version + 1 }),
      staff: null,
    });
    expect(await run(here.computer, next)).toMatchObject({ ok: true, value: { kind: 'applied', staff: 0 } });
    expect(readFileSync(join(here.etc, 'settings.toml'), 'utf8')).toContain('usb-drive');
    expect(here.everything()).toHaveLength(6);
  });

  it('that waits for its first start takes other first staff in the place of those before', async () => {
    const here = await provisioned();
    const other = { ...ROSTER, staff: ROSTER.staff.slice(0, 2) };
    const next = folderFor(here, { subject: { ...SUBJECT, number: 8 }, staff: JSON.stringify(other) });
    // It was started before, and says that nobody has set it up.
    writeFileSync(join(here.data, 'vault.db'), 'empty');
    writeFileSync(join(here.data, 'not-set-up'), '');
    expect(await run(here.computer, next)).toMatchObject({ value: { kind: 'applied', staff: 2 } });
    const staff = readFileSync(join(here.data, 'first-staff.json'));
    expect(await readFirstStaff(staff, here.key, SUBJECT.host)).toMatchObject({ value: { roster: other } });
  });

  it('takes its first staff where a folder of that name is in the way, which the kiosk’s account can make', async () => {
    const here = testComputer();
    for (const name of ['first-staff.json', 'first-staff.json.next']) {
      mkdirSync(join(here.data, name));
      writeFileSync(join(here.data, name, 'in-the-way'), '');
    }
    expect(await run(here.computer, folderFor(here))).toMatchObject({ value: { kind: 'applied', staff: 3 } });
    expect(statSync(join(here.data, 'first-staff.json')).isFile()).toBe(true);
    expect(existsSync(join(here.etc, 'provisioning.next'))).toBe(false);
    // Nobody knows what they were, so they are kept.
    const aside = readdirSync(here.data).filter((name) => name.includes('.aside-'));
    expect(aside).toHaveLength(2);
  });

  it('is read and checked before anything is written: a byte changed anywhere changes nothing here', async () => {
    const here = testComputer();
    const good = folderBytes(here.programme, { settings: here.settings });
    const before = here.everything();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...good.keys()),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (name, at, difference) => {
          const bytes = Buffer.from(good.get(name) ?? []);
          const place = at % bytes.byteLength;
          bytes[place] = (bytes[place] ?? 0) ^ difference;
          const refused = await run(here.computer, writeFolder(new Map([...good, [name, bytes]])));
          expect(refused.ok).toBe(false);
          expect(here.everything()).toEqual(before);
        },
      ),
      { numRuns: 60 },
    );
    expect((await run(here.computer, writeFolder(good))).ok).toBe(true);
  });
});

describe('a folder is refused, and nothing is written:', () => {
  it.each<[string, Partial<Computer>, Partial<FolderParts>, object]>([
    ['of another computer', { host: 'counter-018' }, {}, { kind: 'other-computer', here: 'counter-018' }],
    [
      'before the day it was made',
      { now: Date.UTC(2026, 10, 23, 23, 59) },
      {},
      { kind: 'clock-behind', today: '2026-11-23', since: '2026-11-24' },
    ],
    [
      'by a clock that lost its day',
      { now: 0 },
      {},
      { kind: 'clock-behind', today: '1970-01-01', since: '2026-11-24' },
    ],
    [
      'after its last day',
      { now: Date.UTC(2027, 0, 1) },
      {},
      { kind: 'expired', today: '2027-01-01', until: '2026-12-31' },
    ],
    [
      'with settings that have a mistake',
      {},
      { settings: 'data-foldr = "/srv"\n' },
      { kind: 'wrong-settings' },
    ],
    [
      'with settings of no provisioned kiosk',
      {},
      { settings: 'data-folder = "/srv"\n' },
      { kind: 'unfit-settings' },
    ],
    ['with a policy that is none', {}, { policy: '{}' }, { kind: 'wrong-policy' }],
    [
      'with weak passphrases',
      {},
      { staff: JSON.stringify({ format: 1, staff: [] }) },
      { kind: 'wrong-roster' },
    ],
    [
      'for a data folder that is not there',
      {},
      { settings: 'data-folder = "/nowhere/data"\nprovisioned = true\n' },
      { kind: 'bad-data-folder', why: 'missing' },
    ],
    [
      'for a data folder that is none',
      {},
      { settings: 'data-folder = "/dev/null"\nprovisioned = true\n' },
      { kind: 'bad-data-folder', why: 'no-folder' },
    ],
    [
      'without staff, for a data folder that is not there',
      {},
      { settings: 'data-folder = "/nowhere/data"\nprovisioned = true\n', staff: null },
      { kind: 'bad-data-folder', why: 'missing' },
    ],
    [
      'with staff, that would be good for a year',
      {},
      { subject: { ...SUBJECT, validUntil: '2027-11-24' } },
      { kind: 'wrong-manifest', where: 'validUntil' },
    ],
  ])('%s', async (_what, computer, parts, error) => {
    const here = testComputer(computer);
    const before = here.everything();
    expect(await run(here.computer, folderFor(here, parts))).toMatchObject({ ok: false, error });
    expect(here.everything()).toEqual(before);
  });

  it('on its first and its last day it is not, in the time zone of its policy', async () => {
    for (const now of [Date.UTC(2026, 10, 24, 0, 0), Date.UTC(2026, 11, 31, 23, 59)]) {
      const here = testComputer({ now });
      expect((await run(here.computer, folderFor(here))).ok).toBe(true);
    }
    const policy = JSON.stringify({ ...policyOfTests, timeZone: 'America/Los_Angeles' });
    const here = testComputer({ now: Date.UTC(2027, 0, 1, 7, 59) });
    expect((await run(here.computer, folderFor(here, { policy }))).ok).toBe(true);
    const late = testComputer({ now: Date.UTC(2027, 0, 1, 8, 0) });
    expect(await run(late.computer, folderFor(late, { policy }))).toMatchObject({
      error: { kind: 'expired' },
    });
  });

  it.each([
    ['an older one', 6, ''],
    ['another one of the same number', 7, '\n'],
  ])('%s', async (_what, number, settings) => {
    const here = await provisioned();
    const before = here.everything();
    const folder = folderFor(here, {
      ...{ subject: { ...SUBJECT, number }, settings: here.settings + settings },
    });
    expect(await run(here.computer, folder)).toEqual({
      ok: false,
      error: { kind: 'replayed', number, newest: 7 },
    });
    expect(here.everything()).toEqual(before);
  });

  it('that of another kiosk on this computer', async () => {
    const here = await provisioned();
    const folder = folderFor(here, { subject: { ...SUBJECT, number: 8, kiosk: 'Harbor Library 2' } });
    expect(await run(here.computer, folder)).toEqual({
      ok: false,
      error: { kind: 'other-kiosk', kiosk: 'Harbor Library 2', here: 'Harbor Library 1' },
    });
  });

  it('by a clock that was set back behind the one applied before', async () => {
    const here = await provisioned();
    const folder = folderFor(here, { subject: { ...SUBJECT, number: 8 }, staff: null });
    const back = { ...here.computer, now: NOON - DAY };
    expect(await run(back, folder)).toMatchObject({ error: { kind: 'clock-behind', since: '2026-11-25' } });
    expect((await run(here.computer, folder)).ok).toBe(true);
  });

  it.each([
    ['older', { version: 4 }],
    ['same-version', { version: 5, minimumAgeYears: 33 }],
    ['other-program', { version: 6, id: 'quayside' }],
  ])('with a policy that may not follow the one in place (%s)', async (why, change) => {
    const here = testComputer();
    const policyWith = (more: object): string => JSON.stringify({ ...policyOfTests, version: 5, ...more });
    expect((await run(here.computer, folderFor(here, { policy: policyWith({}) }))).ok).toBe(true);
    const policy = policyWith(change);
    const folder = folderFor(here, { subject: { ...SUBJECT, number: 8 }, policy, staff: null });
    expect(await run(here.computer, folder)).toMatchObject({ error: { kind: 'policy-out-of-turn', why } });
  });

  it.each([
    ['is not there any more', (path: string) => rmSync(path)],
    ['is damaged', (path: string) => writeFileSync(path, '{')],
  ])('with an older policy than the one that was applied, also where that one %s', async (_what, lose) => {
    const here = testComputer();
    const policyWith = (version: number): string => JSON.stringify({ ...policyOfTests, version });
    expect((await run(here.computer, folderFor(here, { policy: policyWith(5) }))).ok).toBe(true);
    lose(join(here.etc, 'policy.json'));
    const next = (version: number, number: number) =>
      folderFor(here, { ...{ subject: { ...SUBJECT, number }, policy: policyWith(version) }, staff: null });
    expect(await run(here.computer, next(4, 8))).toMatchObject({
      error: { kind: 'policy-out-of-turn', why: 'older', found: '4', inPlace: '5' },
    });
    expect((await run(here.computer, next(6, 8))).ok).toBe(true);
  });

  it('that would take a kiosk off its vault, with staff or without', async () => {
    const here = await provisioned();
    const other = join(here.etc, '..', 'other');
    mkdirSync(other, { mode: 0o700 });
    const settings = here.settings.replace(here.data, other);
    const next = (parts: Partial<FolderParts>) =>
      folderFor(here, { subject: { ...SUBJECT, number: 8 }, settings, ...parts });
    writeFileSync(join(here.data, 'vault.db'), 'a vault');
    const refused = { error: { kind: 'vault-elsewhere', path: other, here: here.data } };
    for (const parts of [{}, { staff: null }])
      expect(await run(here.computer, next(parts))).toMatchObject(refused);
    // By root's record alone, where the settings were lost.
    rmSync(join(here.etc, 'settings.toml'));
    expect(await run(here.computer, next({ staff: null }))).toMatchObject(refused);
    // A vault that nobody has set up keeps nobody there.
    writeFileSync(join(here.data, 'not-set-up'), '');
    expect((await run(here.computer, next({}))).ok).toBe(true);
    expect(existsSync(join(other, 'first-staff.json'))).toBe(true);
  });

  it('where the settings in place name a folder at which the disk fails, and nothing is thrown', async () => {
    const here = testComputer();
    writeFileSync(join(here.etc, 'settings.toml'), `data-folder = "/${'x'.repeat(300)}"\n`, { mode: 0o644 });
    expect(await run(here.computer, folderFor(here))).toMatchObject({
      error: { kind: 'disk', code: 'ENAMETOOLONG' },
    });
  });

  it('with staff for a kiosk that somebody sets up at that moment', async () => {
    const here = testComputer();
    const [vault, mark] = [join(here.data, 'vault.db'), join(here.data, 'not-set-up')];
    writeFileSync(vault, 'a vault');
    writeFileSync(mark, '');
    const before = here.everything().filter((each) => !each.startsWith('not-set-up'));
    const disk = {
      ...machineDisk,
      create(...input: Parameters<typeof machineDisk.create>) {
        machineDisk.create(...input);
        // The kiosk takes the mark away before it is set up.
        if (input[0].endsWith('first-staff.json.next')) rmSync(mark);
      },
    };
    expect(await run({ ...here.computer, disk }, folderFor(here))).toEqual({
      ok: false,
      error: { kind: 'staff-at-kiosk', path: here.data },
    });
    expect(here.everything()).toEqual(before);
  });

  it('with staff for a kiosk that may be set up', async () => {
    const here = testComputer();
    const tried = (): Promise<unknown> => run(here.computer, folderFor(here));
    writeFileSync(join(here.data, 'vault.db'), 'a vault');
    expect(await tried()).toEqual({ ok: false, error: { kind: 'staff-at-kiosk', path: here.data } });
    // A start that was cut off leaves an empty one.
    writeFileSync(join(here.data, 'vault.db'), '');
    expect(await tried()).toMatchObject({ ok: true });
  });

  it('where the record of what was applied says nothing any more', async () => {
    const here = await provisioned();
    const record = join(here.etc, 'provisioned.json');
    for (const damaged of ['', '{}', '{"format":1,"format":1}', readFileSync(record, 'utf8').slice(1)]) {
      writeFileSync(record, damaged);
      expect(await run(here.computer, folderFor(here))).toMatchObject({ error: { kind: 'bad-record' } });
    }
    chmodSync(record, 0o666);
    expect(await run(here.computer, folderFor(here))).toMatchObject({ error: { kind: 'unprotected-place' } });
  });
});

describe('the key that a computer trusts', () => {
  it('is never the one that comes with the folder', async () => {
    const here = testComputer();
    rmSync(join(here.etc, 'program-key.pem'));
    const before = here.everything();
    expect(await run(here.computer, folderFor(here))).toEqual({
      ok: false,
      error: { kind: 'no-program-key', path: join(here.etc, 'program-key.pem') },
    });
    expect(here.everything()).toEqual(before);
  });

  it('is that whose fingerprint root typed, where none lies there', async () => {
    const here = testComputer();
    rmSync(join(here.etc, 'program-key.pem'));
    const stranger = trustedProgramme();
    const digits = (key: TestComputer['key']): string => key.hash.slice(0, 32);
    expect(await run(here.computer, folderFor(here), digits(stranger.key))).toMatchObject({
      error: { kind: 'other-program', found: fingerprint(here.key.hash) },
    });
    expect(await run(here.computer, folderFor(here), digits(here.key))).toMatchObject({ ok: true });
    expect(readFileSync(join(here.etc, 'program-key.pem'), 'utf8')).toBe(here.programme.publicPem);
    // From now on it lies there, and typing another one changes nothing.
    expect(await run(here.computer, folderFor(here), digits(stranger.key))).toMatchObject({
      error: { kind: 'other-program', trusted: fingerprint(here.key.hash) },
    });
  });

  it('is not one that others could have put there', async () => {
    const here = testComputer();
    chmodSync(join(here.etc, 'program-key.pem'), 0o664);
    expect(await run(here.computer, folderFor(here))).toMatchObject({
      error: { kind: 'unprotected-place', why: 'writable' },
    });
  });

  it('is no private key, and no folder', async () => {
    const here = testComputer();
    const path = join(here.etc, 'program-key.pem');
    writeFileSync(path, here.programme.privateKey.export({ format: 'pem', type: 'pkcs8' }));
    expect(await run(here.computer, folderFor(here))).toMatchObject({ error: { kind: 'bad-program-key' } });
    rmSync(path);
    mkdirSync(path, { mode: 0o755 });
    expect(await run(here.computer, folderFor(here))).toMatchObject({ error: { kind: 'bad-program-key' } });
  });
});

describe('who may provision, and where', () => {
  it('is root alone, of a package that serves residents', () => {
    const { computer } = testComputer({ owners: [0], uid: 1000 });
    expect(whyNotHere(computer)).toEqual({ kind: 'not-root' });
    expect(whyNotHere({ ...computer, uid: null })).toEqual({ kind: 'not-root' });
  });

  it('is root alone also for an evaluation package beside root’s settings: whoever started it owns none of them', () => {
    const { computer } = testComputer({ owners: [0, 65533], uid: 65533, settings: '/etc/settings.toml' });
    expect(whyNotHere(computer)).toEqual({ kind: 'not-root' });
    expect(whyNotHere({ ...computer, uid: 0 })).toBeNull();
  });

  it('is a folder of settings that nobody else can write to', () => {
    const { computer, etc } = testComputer();
    expect(whyNotHere(computer)).toBeNull();
    chmodSync(etc, 0o777);
    expect(whyNotHere(computer)).toMatchObject({ kind: 'unprotected-place', path: etc, why: 'writable' });
    const link = `${etc}-link`;
    symlinkSync(etc, link);
    expect(whyNotHere({ ...computer, settings: join(link, 'settings.toml') })).toMatchObject({
      kind: 'unprotected-place',
      why: 'link',
    });
    expect(whyNotHere({ ...computer, settings: '/nowhere/settings.toml' })).toMatchObject({
      kind: 'no-settings-folder',
      reason: 'ENOENT',
    });
  });

  it('puts nothing into a data folder of any account but the kiosk’s, with staff or without', async () => {
    for (const kioskAccounts of [[], [SELF + 1]]) {
      const here = testComputer({ kioskAccounts });
      for (const parts of [{}, { staff: null }])
        expect(await run(here.computer, folderFor(here, parts))).toMatchObject({
          error: { kind: 'bad-data-folder', why: 'foreign-owner', path: here.data },
        });
    }
  });

  it('puts nothing below a folder in which others could put another one', async () => {
    const here = testComputer();
    const above = join(here.data, '..');
    const { mode } = statSync(above);
    for (const open of [0o777, 0o770]) {
      chmodSync(above, open);
      expect(await run(here.computer, folderFor(here))).toMatchObject({
        error: { kind: 'bad-data-folder', why: 'open-to-others' },
      });
    }
    // As /tmp is: nobody takes away what is another's.
    chmodSync(above, 0o1777);
    expect((await run(here.computer, folderFor(here))).ok).toBe(true);
    chmodSync(above, mode);
  });

  it('puts no passphrase where others could take its place', async () => {
    const here = testComputer();
    chmodSync(here.data, 0o770);
    expect(await run(here.computer, folderFor(here))).toMatchObject({
      error: { kind: 'bad-data-folder', why: 'open-to-others' },
    });
  });
});

describe('a run that was cut off', () => {
  it('is settled by none that can’t reach its data folder, and by the next one that can', async () => {
    const here = testComputer();
    let cut = false;
    const disk = {
      ...machineDisk,
      rename(...input: Parameters<typeof machineDisk.rename>) {
        cut = true;
        throw Object.assign(new Error('no power'), { code: 'EIO', syscall: 'rename', path: input[0] });
      },
    };
    expect(await run({ ...here.computer, disk }, folderFor(here))).toMatchObject({ error: { kind: 'disk' } });
    expect(cut).toBe(true);
    const before = here.everything();
    expect(before.some((each) => each.startsWith('provisioning.next/ready'))).toBe(true);
    // Its partition is not mounted yet, so the folder there is root's.
    const away = { ...here.computer, kioskAccounts: [] };
    expect(settleComputer(away)).toMatchObject({
      error: { kind: 'bad-data-folder', path: here.data, unfinished: true },
    });
    expect(here.everything()).toEqual(before);
    expect(settleComputer(here.computer)).toEqual({ ok: true, value: 'finished' });
    expect(readdirSync(here.data)).toEqual(['first-staff.json']);
    expect(isInPlace(here)).toBe(true);
  });
});

describe('a disk that takes no write', () => {
  it('at any step leaves the old or the new, and no passphrase that nobody waits for', async () => {
    let [failed, marked] = [0, 0];
    for (let step = 0; ; step += 1) {
      const here = testComputer();
      const before = here.everything();
      const done = await run({ ...here.computer, disk: fullDisk(step) }, folderFor(here));
      if (done.ok) break;
      failed += 1;
      expect(done.error).toMatchObject({ kind: 'disk', code: 'ENOSPC' });
      // Either the mark says that all of it is there, or nothing was put in place and no passphrase is left.
      const isMarked = here.everything().some((each) => each.startsWith('provisioning.next/ready'));
      if (isMarked) marked += 1;
      else if (!isInPlace(here)) {
        const left = here.everything().filter((each) => !each.startsWith('provisioning.next'));
        expect(left).toEqual(before);
      }
      // The next run, on a disk that has room again, comes to the same in any case.
      expect(settleComputer(here.computer).ok).toBe(true);
      expect((await run(here.computer, folderFor(here))).ok).toBe(true);
      expect(here.everything()).toHaveLength(6);
    }
    expect(failed - marked).toBeGreaterThan(10);
    expect(marked).toBeGreaterThan(5);
  });
});
