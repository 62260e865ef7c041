import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProgram } from '../../machine/command.ts';
import { packageName } from '../package-name.ts';
import { copyTemplates } from './templates.ts';

const name = packageName('release');
/** What the units start, besides the application. */
const PROGRAMS = ['usr/lib/xorg/Xorg', 'usr/bin/install', 'opt/counterfoil/counterfoil'];
/** Targets that every unit depends on. */
const TARGETS = ['sysinit', 'basic', 'multi-user', 'shutdown', 'umount', 'local-fs', 'local-fs-pre'];
const SYSTEM_UNITS = '/usr/lib/systemd/system';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'installed-test-'));
  await copyTemplates('root', root, name);
  for (const path of PROGRAMS) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), '');
    await chmod(join(root, path), 0o755);
  }
  await mkdir(join(root, 'etc'), { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

const hasSystemd = (await findProgram('systemd-analyze')) !== null;

/** What systemd finds wrong with the units. */
function complaints(): readonly string[] {
  const units = ['counterfoil.service', 'counterfoil-display.service', 'media-counterfoil.mount'];
  const { stdout, stderr } = spawnSync(
    'systemd-analyze',
    ['verify', '--man=no', `--root=${root}`, ...units],
    {
      encoding: 'utf8',
    },
  );
  return `${stdout}${stderr}`.split('\n').filter((line) => line !== '');
}

describe.runIf(hasSystemd)('systemd', () => {
  beforeAll(async () => {
    for (const target of TARGETS) {
      const unit = `${target}.target`;
      await cp(join(SYSTEM_UNITS, unit), join(root, SYSTEM_UNITS, unit));
    }
  });

  it('understands every line of the units', async () => {
    expect(complaints()).toEqual([]);
    // Would be found out: a line that is misspelt.
    const unit = join(root, SYSTEM_UNITS, 'counterfoil.service');
    const text = await readFile(unit, 'utf8');
    await writeFile(unit, text.replace('\nPrivateNetwork=yes', '\nPrivateNetwork=yes\nPrivateNetworks=yes'));
    expect(complaints().join('\n')).toContain('PrivateNetworks');
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

  it.runIf(process.getuid?.() === 0)('makes the data folder before the first start', async () => {
    spawnSync('systemd-sysusers', [`--root=${root}`, 'counterfoil.conf']);
    spawnSync('systemd-tmpfiles', [`--root=${root}`, '--create', 'counterfoil.conf']);
    const folder = await stat(join(root, 'var/lib/counterfoil'));
    expect(folder.mode & 0o777).toBe(0o700);
    expect(folder.uid).toBeGreaterThan(0);
  });
});

describe('the units', () => {
  const unit = (file: string) => readFile(join(root, SYSTEM_UNITS, file), 'utf8');

  it('leave V8, Chromium’s sandbox and the keeper’s proof what they need', async () => {
    const lines = (await unit('counterfoil.service')).split('\n').filter((line) => !line.startsWith('#'));
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
    for (const file of ['counterfoil.service', 'counterfoil-display.service'])
      expect(await unit(file)).not.toMatch(/Environment=COUNTERFOIL/);
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
