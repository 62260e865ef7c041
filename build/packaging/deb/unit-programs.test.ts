import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { packageName } from '../package-name.ts';
import { readTemplate } from './templates.ts';

// What the units start besides the application, and what root types: run here with every path below a folder of the test's own.

const name = packageName('release');
const templateOf = (path: string) =>
  readTemplate(join('root', path.replaceAll('counterfoil', '@slug@')), name);

/** What the scripts call, in a line or two each. `mount` shows what lies in `drive`. */
const FAKES: Readonly<Record<string, string>> = {
  mount: `echo "mount $*" >>"$FAKE/log"
if [ -e "$FAKE/pulled-out" ]; then rm "$(cat "$FAKE/pulled-out")"; exit 32; fi
if [ -e "$FAKE/damaged" ]; then exit 32; fi
for folder; do :; done
cp -r "$FAKE/drive/." "$folder"`,
  umount: `echo "umount $*" >>"$FAKE/log"
if [ -e "$FAKE/next-drive" ]; then ln -sf ../../sdc1 "$(cat "$FAKE/next-drive")"; fi
rm -r "$1/"*`,
  mountpoint: `[ -e "$FAKE/kiosk-has-the-drive" ]`,
  systemctl: `echo "systemctl $*" >>"$FAKE/log"
case "$*" in
  "show -P MainPID counterfoil.service") cat "$FAKE/kiosk" ;;
  "show -P MainPID counterfoil-display.service") echo 55 ;;
esac`,
  id: 'cat "$FAKE/user"',
  nsenter: `[ ! -e "$FAKE/nobody-enters" ] || exit 1
printf '%s\\n' nsenter "$@" >"$FAKE/started"`,
  runuser: `printf '%s\\n' runuser "$@" >"$FAKE/started"`,
  program: `echo "program $*" >>"$FAKE/log"
cat "$FAKE/says"
exit "$(cat "$FAKE/code")"`,
};

/** A script of the package, on a machine that is a folder. */
async function stage(path: string) {
  const root = mkdtempSync(join(tmpdir(), 'unit-programs-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const at = (inside: string): string => join(root, inside);
  const put = (inside: string, text: string): void => {
    mkdirSync(dirname(at(inside)), { recursive: true });
    writeFileSync(at(inside), text);
  };
  const program = (inside: string, text: string): void => {
    put(inside, text);
    chmodSync(at(inside), 0o755);
  };
  for (const [fake, text] of Object.entries(FAKES)) program(`bin/${fake}`, `#!/bin/sh\n${text}\n`);
  for (const [file, text] of Object.entries({ log: '', says: '', code: '0', user: '0', kiosk: '44' }))
    put(`fake/${file}`, text);
  mkdirSync(at('run/counterfoil-provision'), { recursive: true });
  const script = await templateOf(path);
  program('script', script.replaceAll(/(?<=[ ="])\/(?=(?:run|dev\/disk|media)\/)/g, `${root}/`));
  return {
    root,
    at,
    put,
    has: (inside: string) => existsSync(at(inside)),
    read: (inside: string) => readFileSync(at(inside), 'utf8'),
    log: () => readFileSync(at('fake/log'), 'utf8').split('\n').filter(Boolean),
    run(...words: readonly string[]) {
      const { status, stdout, stderr } = spawnSync(at('script'), words, {
        encoding: 'utf8',
        env: { PATH: `${at('bin')}:/usr/bin:/bin`, FAKE: at('fake') },
      });
      return { status, said: `${stdout}${stderr}` };
    },
  };
}

describe('provisioning from a drive', () => {
  const ofDrive = async (files: readonly string[] | null) => {
    const machine = await stage('usr/lib/counterfoil/provision-from-drive');
    if (files !== null) machine.put('dev/disk/by-label/COUNTERFOIL', '');
    for (const file of files ?? []) machine.put(`fake/drive/${file}`, '');
    const folder = machine.at('run/counterfoil-provision');
    return { ...machine, folder, provision: () => machine.run(machine.at('bin/program')) };
  };
  const PROVISIONING = ['counterfoil-provisioning/counter-017/provisioning.json'];
  const START_MOUNT = 'systemctl --no-block start media-counterfoil.mount';

  it('reads a drive that brings one for root alone, and gives it to nobody', async () => {
    const machine = await ofDrive(PROVISIONING);
    machine.put('fake/says', 'applied: number 7\n');
    expect(machine.provision()).toEqual({ status: 0, said: 'applied: number 7\n' });
    expect(machine.log()).toEqual([
      `mount -t vfat,exfat -o ro,nosuid,nodev,noexec,umask=0077 ${machine.at('dev/disk/by-label/COUNTERFOIL')} ${machine.folder}`,
      `program provision --drive ${machine.folder}`,
    ]);
  });

  it('gives the kiosk a drive that brings none, once it has let go of it', async () => {
    const machine = await ofDrive(['export.pdf']);
    expect(machine.provision().status).toBe(0);
    expect(machine.log().slice(1)).toEqual([
      ...[`program provision --drive ${machine.folder}`, `umount ${machine.folder}`],
      ...['systemctl daemon-reload', START_MOUNT],
    ]);
  });

  it('has the kiosk get the drive that was looked at, should the label be another one’s by then', async () => {
    const machine = await ofDrive(['export.pdf']);
    const label = machine.at('dev/disk/by-label/COUNTERFOIL');
    for (const drive of ['sdb1', 'sdc1']) machine.put(`dev/${drive}`, '');
    rmSync(label);
    symlinkSync('../../sdb1', label);
    machine.put('fake/next-drive', label);
    machine.provision();
    expect(readlinkSync(label)).toBe('../../sdc1');
    expect(machine.log()[0]).toContain(` ${machine.at('dev/sdb1')} `);
    expect(machine.read('run/systemd/system/media-counterfoil.mount.d/50-drive.conf')).toBe(
      `[Mount]\nWhat=${machine.at('dev/sdb1')}\n`,
    );
  });

  it('finishes without a drive what a power cut has left', async () => {
    const machine = await ofDrive(null);
    expect(machine.provision().status).toBe(0);
    expect(machine.log()).toEqual([`program provision --drive ${machine.folder}`]);
  });

  it('leaves a drive alone that the kiosk has', async () => {
    const machine = await ofDrive(PROVISIONING);
    machine.put('fake/kiosk-has-the-drive', '');
    machine.provision();
    expect(machine.log()).toEqual([`program provision --drive ${machine.folder}`]);
  });

  it.each([
    ['applied: number 7', 'state=problem\nproblem=70', true],
    ['finished: an earlier run\nunchanged: number 7', 'state=problem\nproblem=71', true],
    ['unchanged: number 7', 'state=problem\nproblem=70', false],
    ['applied: number 7', 'state=start-screen\nopen=1', false],
    ['applied: number 7', null, false],
  ])('of which it says %j starts a kiosk again that says %j: %s', async (says, status, starts) => {
    const machine = await ofDrive(PROVISIONING);
    machine.put('fake/says', `${says}\n`);
    if (status !== null) machine.put('run/counterfoil/status', `${status}\n`);
    machine.provision();
    expect(machine.log().includes('systemctl --no-block try-restart counterfoil.service')).toBe(starts);
  });

  it('that is damaged is refused, and nobody gets it', async () => {
    const machine = await ofDrive(PROVISIONING);
    machine.put('fake/damaged', '');
    machine.put('fake/says', 'refused (113): unreadable\n');
    machine.put('fake/code', '113');
    expect(machine.provision()).toEqual({ status: 113, said: 'refused (113): unreadable\n' });
    expect(machine.log().slice(1)).toEqual([
      `program provision --unreadable-drive ${machine.at('dev/disk/by-label/COUNTERFOIL')}`,
    ]);
  });

  it('that is pulled out while it is mounted is none', async () => {
    const machine = await ofDrive(PROVISIONING);
    machine.put('fake/pulled-out', machine.at('dev/disk/by-label/COUNTERFOIL'));
    expect(machine.provision().status).toBe(0);
    expect(machine.log().slice(1)).toEqual([`program provision --drive ${machine.folder}`]);
  });

  it('that is refused ends with the number of the refusal', async () => {
    const machine = await ofDrive(PROVISIONING);
    machine.put('fake/says', 'refused (99): over\n');
    machine.put('fake/code', '99');
    expect(machine.provision()).toEqual({ status: 99, said: 'refused (99): over\n' });
  });
});

describe('the way to the printers', () => {
  const DROP_IN = 'run/systemd/system/counterfoil.service.d/50-printers.conf';
  const RELOAD = 'systemctl daemon-reload';
  const ofSettings = async (addresses: string) => {
    const machine = await stage('usr/lib/counterfoil/open-way-to-printers');
    machine.put('fake/says', addresses);
    return { ...machine, open: () => machine.run(machine.at('bin/program')) };
  };

  it('is opened to each address of the settings, and to no other', async () => {
    const machine = await ofSettings('192.0.2.17\n2001:db8::17\n');
    expect(machine.open()).toEqual({ status: 0, said: '' });
    expect(machine.read(DROP_IN).split('\n').slice(1)).toEqual([
      ...['[Service]', 'PrivateNetwork=no', 'IPAddressAllow=192.0.2.17', 'IPAddressAllow=2001:db8::17', ''],
    ]);
    expect(machine.log()).toEqual(['program config printers', RELOAD]);
    // As before: systemd is left alone.
    machine.open();
    expect(machine.log().filter((line) => line === RELOAD)).toHaveLength(1);
  });

  it.each([
    ['name none', '', '0'],
    ['are not right', '', '1'],
  ])('is closed where the settings %s any more', async (_why, says, code) => {
    const machine = await ofSettings('192.0.2.17\n');
    machine.open();
    expect(machine.has(DROP_IN)).toBe(true);
    machine.put('fake/says', says);
    machine.put('fake/code', code);
    expect(machine.open().status).toBe(0);
    expect(machine.has(DROP_IN)).toBe(false);
    expect(machine.log().at(-1)).toBe(RELOAD);
  });

  it('stays closed where the settings never named one', async () => {
    const machine = await ofSettings('');
    machine.open();
    expect([machine.has(DROP_IN), machine.log()]).toEqual([false, ['program config printers']]);
  });
});

describe('the doctor of the kiosk', () => {
  it('sees what the kiosk sees, as its account, with what its unit says', async () => {
    const machine = await stage('usr/sbin/counterfoil-doctor');
    expect(machine.run('--json').status).toBe(0);
    const words = machine.read('fake/started').replaceAll(machine.root, '').trim().split('\n');
    expect(words.slice(0, 5)).toEqual(['nsenter', '--mount', '--target', '44', '--']);
    expect(words.slice(5, 11)).toEqual(['runuser', '-u', 'counterfoil', '--', 'env', '-i']);
    expect(words.slice(-3)).toEqual(['/opt/counterfoil/counterfoil', 'doctor', '--json']);
    const unit = await templateOf('usr/lib/systemd/system/counterfoil.service');
    const variables = [...unit.matchAll(/^Environment=(.*)$/gm)].map(([, variable = '']) => variable);
    expect(variables.length).toBeGreaterThan(4);
    expect(words).toEqual(expect.arrayContaining(variables));
  });

  it('looks through the eyes of the display where no kiosk runs', async () => {
    const machine = await stage('usr/sbin/counterfoil-doctor');
    machine.put('fake/kiosk', '0');
    machine.run();
    expect(machine.read('fake/started')).toContain('nsenter\n--mount\n--target\n55\n');
  });

  it('says by its code that it did not run where the kiosk’s view can’t be had, and no warning', async () => {
    const machine = await stage('usr/sbin/counterfoil-doctor');
    machine.put('fake/nobody-enters', '');
    expect(machine.run('--json').status).toBe(3);
    expect(machine.has('fake/started')).toBe(false);
  });

  it('is root’s to ask, and says so by the code of a doctor that did not run', async () => {
    const machine = await stage('usr/sbin/counterfoil-doctor');
    machine.put('fake/user', '1000');
    expect(machine.run()).toMatchObject({ status: 3, said: 'this is for root\n' });
    expect(machine.has('fake/started')).toBe(false);
  });
});
