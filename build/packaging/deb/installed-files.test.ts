import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProgram } from '../../machine/command.ts';
import { packageName } from '../package-name.ts';
import { copyTemplates } from './templates.ts';
import { complaintsAbout, SYSTEM_UNITS, surroundUnits } from './verify-units.test-support.ts';

const name = packageName('release');
const UNITS = [
  'counterfoil.service',
  'counterfoil-display.service',
  'counterfoil-provision.service',
  'counterfoil-printers.service',
  'media-counterfoil.mount',
];

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'installed-test-'));
  await copyTemplates('root', root, name);
  await mkdir(join(root, 'etc'), { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

const hasSystemd = (await findProgram('systemd-analyze')) !== null;

describe.runIf(hasSystemd)('systemd', () => {
  beforeAll(() => surroundUnits(root, ['opt/counterfoil/counterfoil']));

  it('understands every line of the units', async () => {
    expect(complaintsAbout(root, UNITS)).toEqual([]);
    // Would be found out: a line that is misspelt.
    const unit = join(root, SYSTEM_UNITS, 'counterfoil.service');
    const text = await readFile(unit, 'utf8');
    await writeFile(unit, text.replace('\nPrivateNetwork=yes', '\nPrivateNetwork=yes\nPrivateNetworks=yes'));
    expect(complaintsAbout(root, UNITS).join('\n')).toContain('PrivateNetworks');
    await writeFile(unit, text);
  });

  it('makes the account, and its home for nobody else', async () => {
    const made = spawnSync('systemd-sysusers', [`--root=${root}`, 'counterfoil.conf'], { encoding: 'utf8' });
    expect([made.status, made.stderr]).toEqual([0, expect.stringContaining('Creating user')]);
    const account = (await readFile(join(root, 'etc/passwd'), 'utf8'))
      .split('\n')
      .find((line) => line !== '');
    expect(account).toMatch(
      /^counterfoil:!?\*?x?:\d+:\d+:Counterfoil kiosk:\/var\/lib\/counterfoil:\/usr\/sbin\/nologin$/,
    );
  });

  it.runIf(process.getuid?.() === 0)(
    'makes the folders before the first start, each for its own',
    async () => {
      spawnSync('systemd-sysusers', [`--root=${root}`, 'counterfoil.conf']);
      spawnSync('systemd-tmpfiles', [`--root=${root}`, '--create', 'counterfoil.conf']);
      const folder = async (path: string) => {
        const { mode, uid, gid } = await stat(join(root, path));
        return { mode: mode & 0o7777, isRoots: uid === 0, isOfRootsGroup: gid === 0 };
      };
      const ofKiosk = { isRoots: false, isOfRootsGroup: false };
      const ofRoot = { isRoots: true, isOfRootsGroup: true };
      expect(await folder('var/lib/counterfoil')).toEqual({ ...ofKiosk, mode: 0o700 });
      expect(await folder('etc/counterfoil')).toEqual({ ...ofRoot, mode: 0o755 });
      expect(await folder('run/counterfoil-x11')).toEqual({ ...ofKiosk, isRoots: true, mode: 0o750 });
      // Xorg takes no other folder for its socket.
      expect(await folder('run/counterfoil-x11/socket')).toEqual({ ...ofRoot, mode: 0o1777 });
    },
  );
});

const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8');
const unit = (file: string): Promise<string> => read(join(SYSTEM_UNITS, file));
/** What a unit says, without its reasons. */
const linesOf = async (file: string): Promise<readonly string[]> =>
  (await unit(file)).split('\n').filter((line) => !line.startsWith('#'));
/** The words of all lines with this name. */
const wordsOf = async (file: string, name: string): Promise<readonly string[]> =>
  (await linesOf(file)).flatMap((line) =>
    line.startsWith(`${name}=`) ? line.slice(name.length + 1).split(' ') : [],
  );

describe('the units', () => {
  it('leave V8, Chromium’s sandbox and the keeper’s proof what they need', async () => {
    const lines = await linesOf('counterfoil.service');
    for (const forbidden of [
      /^MemoryDenyWriteExecute/,
      /^ProtectProc/,
      /^ProcSubset/,
      /^PrivateUsers/,
      /^PrivateDevices/,
    ])
      expect(lines.filter((line) => forbidden.test(line))).toEqual([]);
    expect(lines).toContain('RestrictNamespaces=user pid net');
  });

  it('take no variable of ours: what a release refuses would be a page of failure on each counter', async () => {
    for (const file of UNITS) expect(await unit(file)).not.toMatch(/Environment=COUNTERFOIL/);
  });

  it('share the display’s socket and nothing else: whoever joins a namespace has no network of its own', async () => {
    for (const file of UNITS) expect((await linesOf(file)).join('\n')).not.toContain('JoinsNamespaceOf=');
    const socket = '/run/counterfoil-x11/socket:/tmp/.X11-unix';
    const [kiosk, display] = await Promise.all(UNITS.slice(0, 2).map(linesOf));
    expect(kiosk).toEqual(expect.arrayContaining(['PrivateNetwork=yes', `BindReadOnlyPaths=${socket}`]));
    expect(display).toContain(`BindPaths=${socket}`);
    expect(await read('usr/lib/tmpfiles.d/counterfoil.conf')).toMatch(
      /^d \/run\/counterfoil-x11 0750 root counterfoil -\nd \/run\/counterfoil-x11\/socket 1777 root root -$/m,
    );
  });

  it('give sessions a memory of their own and of a size, by a name that is short enough for sockets', async () => {
    const variables = await wordsOf('counterfoil.service', 'Environment');
    const [folder = ''] = variables.flatMap((word) => word.match(/(?<=^XDG_RUNTIME_DIR=).*/) ?? []);
    const mounts = await wordsOf('counterfoil.service', 'TemporaryFileSystem');
    expect(mounts).toContain(`${folder}:mode=1777,size=512m,nosuid,nodev,noexec`);
    expect(folder.length).toBeLessThanOrEqual('/run/counterfoil'.length);
  });

  it('start nothing that they have written', async () => {
    for (const file of UNITS.slice(0, 2)) {
      const written = [
        ...(await wordsOf(file, 'StateDirectory')).map((name) => `/var/lib/${name}`),
        ...(await wordsOf(file, 'RuntimeDirectory')).map((name) => `/run/${name}`),
        ...(await wordsOf(file, 'ReadWritePaths')),
        ...(await wordsOf(file, 'BindPaths')).map((word) => word.replace(/^.*:/, '')),
      ];
      expect(written.length).toBeGreaterThan(1);
      expect(await wordsOf(file, 'NoExecPaths')).toEqual(expect.arrayContaining(written));
      const inMemory = await wordsOf(file, 'TemporaryFileSystem');
      expect(inMemory.filter((word) => !word.endsWith(',noexec'))).toEqual([]);
      expect(inMemory.map((word) => word.replace(/:.*$/, ''))).toEqual(
        expect.arrayContaining(['/tmp', '/var/tmp']),
      );
    }
  });

  it('wait for the drivers whose devices they allow: what is not there yet would be denied for good', async () => {
    const drivers = { 'char-video4linux': 'videodev', 'char-alsa': 'snd', 'char-drm': 'drm' };
    let seen = 0;
    for (const file of ['counterfoil.service', 'counterfoil-display.service'])
      for (const device of await wordsOf(file, 'DeviceAllow')) {
        const driver = Object.entries(drivers).find(([name]) => name === device)?.[1];
        if (driver === undefined) continue;
        seen += 1;
        for (const name of ['Wants', 'After'])
          expect(await wordsOf(file, name)).toContain(`modprobe@${driver}.service`);
      }
    expect(seen).toBe(3);
  });

  it('leave no login prompt where the display is, or may fall back to', async () => {
    for (const name of ['Conflicts', 'After'])
      expect(await wordsOf('counterfoil-display.service', name)).toEqual(
        expect.arrayContaining(['getty@tty1.service', 'getty@tty7.service', 'getty-static.service']),
      );
  });

  it('forget at each start of the kiosk what a removal knew of it', async () => {
    const functions = await readFile(join(import.meta.dirname, '..', 'debian', 'functions.sh'), 'utf8');
    const [mark = ''] = functions.match(/(?<=^holds_nothing=\$root).*$/m) ?? [];
    expect(mark).toMatch(/^\/var\/lib\/[^/]+$/);
    expect(await linesOf('counterfoil.service')).toContain(`ExecStartPre=+/usr/bin/rm -f ${mark}`);
  });

  it('hand out the last word of the kiosk where the scripts look for it', async () => {
    const functions = await readFile(join(import.meta.dirname, '..', 'debian', 'functions.sh'), 'utf8');
    const [, lastWord = ''] = /^last_word=\$root(.*)$/m.exec(functions) ?? [];
    expect(lastWord).not.toBe('');
    const copy = `-+/usr/bin/cp /run/counterfoil/status ${lastWord.replace('$slug', 'counterfoil')}`;
    expect(await linesOf('counterfoil.service')).toContain(`ExecStopPost=${copy}`);
  });

  it('provision before the kiosk starts, and when a drive comes; the kiosk starts whatever comes of it', async () => {
    const [file, kiosk] = ['counterfoil-provision.service', 'counterfoil.service'];
    expect(await wordsOf(file, 'Before')).toContain(kiosk);
    expect(await wordsOf(file, 'WantedBy')).toEqual(['multi-user.target']);
    expect(await wordsOf(kiosk, 'After')).toContain(file);
    expect((await unit(kiosk)).match(/^(Requires|BindsTo|Requisite)=/m)).toBeNull();
    expect(await linesOf(file)).toEqual(expect.arrayContaining(['PrivateMounts=yes', 'TimeoutStartSec=60']));
    const rules = await read('usr/lib/udev/rules.d/72-counterfoil.rules');
    const wants = rules.split('\n').filter((line) => line.includes('SYSTEMD_WANTS'));
    // The kiosk gets a drive from that unit, which has looked at it.
    expect(wants).toEqual([
      'SUBSYSTEM=="block", ENV{ID_BUS}=="usb", ENV{ID_FS_TYPE}=="vfat|exfat", ENV{ID_FS_LABEL}=="COUNTERFOIL", TAG+="systemd", ENV{SYSTEMD_WANTS}+="counterfoil-provision.service"',
    ]);
    expect(await linesOf('media-counterfoil.mount')).toEqual(
      expect.arrayContaining(['Type=vfat,exfat', 'LazyUnmount=yes']),
    );
  });

  it('open the way to printers before each start of the kiosk', async () => {
    for (const name of ['Wants', 'After'])
      expect(await wordsOf('counterfoil.service', name)).toContain('counterfoil-printers.service');
    expect(await wordsOf('counterfoil-printers.service', 'Before')).toContain('counterfoil.service');
  });

  it('say nothing of a SUID program, and the package’s scripts make none', async () => {
    const scripts = ['preinst', 'postinst', 'prerm', 'postrm'].map((script) => `control/${script}`);
    for (const path of ['functions.sh', ...scripts])
      expect(await readFile(join(import.meta.dirname, '..', 'debian', path), 'utf8')).not.toMatch(
        /chmod|4755|u\+s/,
      );
  });
});

describe.runIf((await findProgram('mcookie')) !== null && (await findProgram('xauth')) !== null)(
  'the display’s cookie',
  () => {
    it('is another one at each start, for any host name, for its owner alone', async () => {
      const file = join(root, 'xauthority');
      const make = () =>
        spawnSync(join(root, 'usr/lib/counterfoil/make-display-cookie'), [file], { encoding: 'utf8' });
      const list = () => spawnSync('xauth', ['-q', '-f', file, 'nlist'], { encoding: 'utf8' }).stdout.trim();
      expect(make().stderr).toBe('');
      const first = list();
      // Family "any", and 16 random bytes.
      expect(first).toMatch(/^ffff .* [0-9a-f]{32}$/);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      make();
      expect(list()).toMatch(/^ffff/);
      expect(list()).not.toBe(first);
    });
  },
);

describe('the machine', () => {
  it('sleeps by nobody’s word', async () => {
    const lines = (await read('usr/lib/systemd/sleep.conf.d/50-counterfoil.conf')).split('\n');
    for (const way of ['Suspend', 'Hibernation', 'SuspendThenHibernate', 'HybridSleep'])
      expect(lines).toContain(`Allow${way}=no`);
  });

  it('is restarted at once by no keys', async () => {
    expect(await read('usr/lib/systemd/system.conf.d/50-counterfoil.conf')).toContain(
      '[Manager]\nCtrlAltDelBurstAction=none\n',
    );
  });

  it('has neither unit restarted when a library is upgraded', async () => {
    const rules = await read('etc/needrestart/conf.d/counterfoil.conf');
    const [, pattern = ''] = /override_rc\}\{qr\((.*)\)\} = 0;/.exec(rules) ?? [];
    for (const file of UNITS.slice(0, 2)) expect(file).toMatch(new RegExp(pattern));
    expect('cups.service').not.toMatch(new RegExp(pattern));
  });
});
