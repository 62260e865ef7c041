import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REFUSAL_CODES } from '../../../shared/provisioning/refusal.ts';
import { exampleSettings } from '../../../shared/settings/example-settings.ts';
import { readSettings } from '../../../shared/settings/read-settings.ts';
import { findProgram } from '../../machine/command.ts';
import { type PackageKind, packageName, packageVersion } from '../package-name.ts';
import { newestEntry } from './changelog.ts';
import { makeDeb } from './make-deb.ts';
import { readTemplate } from './templates.ts';

let place = '';
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'deb-test-'));
});
afterEach(() => rm(place, { recursive: true, force: true }));

/** A small application in a folder of its own, as somebody with this umask makes it on this day. */
async function application(
  where: string,
  how: { readonly kind?: PackageKind; readonly mask?: number; readonly day?: string } = {},
) {
  const { kind = 'evaluation', mask = 0o022, day = '2026-12-01' } = how;
  const name = packageName(kind);
  const folder = join(place, where, name.folder);
  const files: Readonly<Record<string, number>> = {
    counterfoil: 0o777,
    'counterfoil-session': 0o777,
    'resources/node': 0o777,
    'resources/licences/copyright': 0o666,
    'resources/sbom.cdx.json': 0o666,
    'resources/programs/launcher.mjs': 0o666,
    'resources/fonts/NotoSans-Regular.ttf': 0o666,
  };
  for (const [path, mode] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${path}\n`);
    await chmod(file, mode & ~mask);
    await utimes(file, new Date(day), new Date(day));
  }
  for (const folderPath of [folder, join(folder, 'resources')]) await chmod(folderPath, 0o777 & ~mask);
  return { folder, launcher: join(folder, 'counterfoil'), name, architecture: 'x64' as const };
}

async function made(...how: Parameters<typeof application>): Promise<string> {
  const deb = await makeDeb(await application(...how));
  if (!deb.ok) throw new Error(deb.error);
  return deb.value;
}

function run(program: string, ...words: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(program, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stderr}`);
  return stdout;
}

/** Unpacks a package, control files into DEBIAN. */
function unpacked(deb: string): string {
  const folder = join(place, 'unpacked');
  run('dpkg-deb', '--raw-extract', deb, folder);
  return folder;
}

const hasDpkg = (await findProgram('dpkg-deb')) !== null;

describe.runIf(hasDpkg)('the .deb', () => {
  it('is equal bytes from another folder, under another umask, on another day', async () => {
    const one = await made('one', { mask: 0o022, day: '2026-12-01' });
    const before = process.umask(0o077);
    let other = '';
    try {
      other = await made('a much longer path/two', { mask: 0o077, day: '1999-07-04' });
    } finally {
      process.umask(before);
    }
    expect((await readFile(one)).equals(await readFile(other))).toBe(true);
    // Would be found out: one byte more in the application.
    const changed = await application('three');
    await writeFile(join(changed.folder, 'resources/programs/launcher.mjs'), 'another program\n');
    const third = await makeDeb(changed);
    if (!third.ok) throw new Error(third.error);
    expect((await readFile(one)).equals(await readFile(third.value))).toBe(false);
  });

  it('belongs to root, is written by nobody else, and has nothing that is SUID', async () => {
    const lines = run('dpkg-deb', '--contents', await made('one'))
      .trim()
      .split('\n');
    for (const line of lines) {
      expect(line).toMatch(/^(-rw-r--r--|-rwxr-xr-x|drwxr-xr-x|lrwxrwxrwx) root\/root /);
    }
    expect(lines.find((line) => line.endsWith('/counterfoil-session'))).toMatch(/^-rwxr-xr-x/);
    expect(lines.find((line) => line.includes('/usr/bin/c'))).toMatch(
      /-> \/opt\/counterfoil-evaluation\/counterfoil$/,
    );
  });

  it('puts a kind’s own name into every file and every path', async () => {
    const folder = unpacked(await made('one'));
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      expect(entry.name).not.toMatch(/@|#FUNCTIONS#/);
      const path = join(entry.parentPath, entry.name);
      // Those that are compressed are looked at below.
      if (!entry.isFile() || entry.name.endsWith('.gz') || path.includes('/opt/')) continue;
      expect(await readFile(path, 'utf8')).not.toMatch(/@\w+@|#FUNCTIONS#/);
    }
    const units = (await readdir(join(folder, 'usr/lib/systemd/system'))).sort();
    expect(units).toEqual([
      'counterfoil-evaluation-display.service',
      'counterfoil-evaluation-printers.service',
      'counterfoil-evaluation-provision.service',
      'counterfoil-evaluation.service',
      'media-counterfoil.mount',
    ]);
  });

  it.each(['release', 'rehearsal'] as const)(
    'of a %s brings an example of settings that names the data folder of the unit, and no settings of dpkg’s',
    async (kind) => {
      const deb = await made('one', { kind });
      expect(run('dpkg-deb', '--contents', deb)).not.toContain('./etc/counterfoil');
      const folder = unpacked(deb);
      const { slug } = packageName(kind);
      const bytes = await readFile(join(folder, `usr/share/${slug}/settings.toml.example`));
      expect(bytes.toString()).toBe(exampleSettings());
      const unit = await readFile(join(folder, `usr/lib/systemd/system/${slug}.service`), 'utf8');
      const [, state] = /^StateDirectory=(.*)$/m.exec(unit) ?? [];
      const settings = readSettings(bytes, 'linux');
      expect(settings.ok && settings.value['data-folder']).toBe(`/var/lib/${state}`);
    },
  );

  it('of an evaluation package brings no settings', async () => {
    const contents = run('dpkg-deb', '--contents', await made('one'));
    expect(contents).not.toMatch(/etc\/counterfoil|settings\.toml/);
  });

  it('lists every file with its sum but the one in /etc, which somebody may change', async () => {
    const folder = unpacked(await made('one', { kind: 'rehearsal' }));
    const sums = await readFile(join(folder, 'DEBIAN/md5sums'), 'utf8');
    const changed = '/etc/needrestart/conf.d/counterfoil-rehearsal.conf';
    expect(await readFile(join(folder, 'DEBIAN/conffiles'), 'utf8')).toBe(`${changed}\n`);
    expect(sums).not.toContain('etc/');
    expect(sums).toContain('  usr/lib/systemd/system/counterfoil-rehearsal.service\n');
    const checked = spawnSync('md5sum', ['--check', '--quiet', 'DEBIAN/md5sums'], { cwd: folder });
    expect(checked.status).toBe(0);
    await writeFile(join(folder, 'opt/counterfoil-rehearsal/counterfoil'), 'changed');
    expect(spawnSync('md5sum', ['--check', '--quiet', 'DEBIAN/md5sums'], { cwd: folder }).status).toBe(1);
  });

  it('conflicts with the other two kinds, so that one machine has one kiosk', async () => {
    const control = run('dpkg-deb', '--field', await made('one'));
    expect(control).toContain('Conflicts: counterfoil, counterfoil-rehearsal\n');
    expect(control).toMatch(/^Version: \d+\.\d+\.\d+-\d+$/m);
  });

  it('needs what keeps login prompts away and removes accounts, and asks for a picture on any graphics card', async () => {
    const control = run('dpkg-deb', '--field', await made('one'));
    for (const needed of ['dbus', 'passwd'])
      expect(control).toMatch(new RegExp(`^Depends: .*\\b${needed}\\b`, 'm'));
    expect(control).toMatch(/^Recommends: .*\bxserver-xorg-video-fbdev\b/m);
  });

  it('has a menu entry where it is no release: a release is started by its unit alone', async () => {
    const menu = /usr\/share\/applications\/\S+\.desktop/;
    expect(run('dpkg-deb', '--contents', await made('one'))).toMatch(menu);
    expect(run('dpkg-deb', '--contents', await made('two', { kind: 'release' }))).not.toMatch(menu);
  });

  it('has a manual page and a changelog that can be read', async () => {
    const folder = unpacked(await made('one'));
    const manual = join(folder, 'usr/share/man/man1/counterfoil-evaluation.1.gz');
    const text = run('zcat', manual);
    expect(text).toContain('Counterfoil Evaluation');
    // Whoever reads an exit code at a counter has this page and no other.
    for (const code of Object.values(REFUSAL_CODES)) expect(text).toMatch(new RegExp(`^\\.B ${code}$`, 'm'));
    for (const word of ['--drive', '--program-key']) expect(text).toContain(word.replaceAll('-', '\\-'));
    const changelog = run('zcat', join(folder, 'usr/share/doc/counterfoil-evaluation/changelog.Debian.gz'));
    expect(changelog).toMatch(/^counterfoil-evaluation \(/);
  });
});

it('the changelog is about the version in package.json', async () => {
  const { version, date } = newestEntry(await readTemplate('changelog', packageName('release')));
  expect(version.replace(/-\d+$/, '')).toBe(packageVersion());
  expect(date).toBeGreaterThan(Date.parse('2026-11-01') / 1000);
  expect(() => newestEntry('nothing\n')).toThrow('no entry');
});
