import {
  appendFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProgram, reachAdministratorPrograms, runCommand } from '../../build/machine/command.ts';
import { complaintsAbout, surroundUnits } from '../../build/packaging/deb/verify-units.test-support.ts';
import { packageName } from '../../build/packaging/package-name.ts';
import { exampleSettings } from '../../shared/settings/example-settings.ts';
import { debOf } from './packages.ts';

// The short form of the suite: the real .deb, by the real dpkg with its own scripts, on a machine that does not boot.

const NOT_RUN =
  'not run in this form: nothing boots, so no unit runs, nobody works there, and no upgrade ends a kiosk (npm run test:package)\n';

/** A release in all its code; the suite before this one has made it. */
const { slug } = packageName('rehearsal');
const STARTS_WITH_MACHINE = ['', '-display', '-provision'].map((what) => `${slug}${what}.service`);
const UNITS = [...STARTS_WITH_MACHINE, `${slug}-printers.service`, 'media-counterfoil.mount'];

/** Nothing else is in the root that dpkg works on: no dependency, and no shell to change into it for. */
const ALONE = ['--force-script-chrootless', '--force-depends', '--force-unsafe-io'];

const isRoot = process.getuid?.() === 0;
reachAdministratorPrograms();
const NEEDED = ['dpkg-deb', 'dpkg', 'dash', 'systemd-analyze'];
const found = await Promise.all(NEEDED.map((program) => findProgram(program)));

describe.runIf(!found.includes(null))('the package, in a root of its own', () => {
  let deb = '';
  let root = '';
  const at = (path: string): string => join(root, path);
  /** Both streams in one. */
  const dpkg = (...words: readonly string[]) =>
    runCommand('sh', [
      ...['-c', 'exec "$@" 2>&1', 'sh', 'dpkg', `--root=${root}`, `--log=${at('dpkg.log')}`],
      ...[...ALONE, ...words],
    ]);

  beforeAll(async () => {
    process.stdout.write(NOT_RUN);
    deb = await debOf('rehearsal');
    // On a disk: 400 MB.
    root = mkdtempSync('/var/tmp/counterfoil-root-');
    for (const folder of ['etc', ...['info', 'updates', 'triggers'].map((each) => `var/lib/dpkg/${each}`)])
      mkdirSync(at(folder), { recursive: true });
    writeFileSync(at('var/lib/dpkg/status'), '');
    surroundUnits(root);
    const done = isRoot
      ? await dpkg('--install', deb)
      : await runCommand('dpkg-deb', ['--extract', deb, root]);
    if (!done.ok) throw new Error(done.error.output);
  });
  afterAll(() => {
    if (root !== '') rmSync(root, { recursive: true, force: true });
  });

  it('has scripts that Debian’s shell can read', async () => {
    const control = at('control');
    const extracted = await runCommand('dpkg-deb', ['--control', deb, control]);
    expect(extracted).toMatchObject({ ok: true });
    const canRead = async (script: string) => (await runCommand('dash', ['-n', join(control, script)])).ok;
    for (const script of ['preinst', 'postinst', 'prerm', 'postrm'])
      expect([script, await canRead(script)]).toEqual([script, true]);
    // Would be found out.
    appendFileSync(join(control, 'postrm'), 'if then\n');
    expect(await canRead('postrm')).toBe(false);
    rmSync(control, { recursive: true });
  });

  it('has units of which systemd understands every line and finds every program', () => {
    expect(complaintsAbout(root, UNITS)).toEqual([]);
    // Would be found out: the program is somewhere else.
    const program = at(`opt/${slug}/counterfoil`);
    renameSync(program, `${program}.elsewhere`);
    expect(complaintsAbout(root, UNITS).join('\n')).toContain(`/opt/${slug}/counterfoil`);
    renameSync(`${program}.elsewhere`, program);
  });

  it('has a program that starts by the Node that comes with it, and judges settings', async () => {
    const check = (path: string) =>
      runCommand(at(`opt/${slug}/counterfoil`), ['config', 'check', at(path)], { folder: root });
    expect(await check(`usr/share/${slug}/settings.toml.example`)).toMatchObject({
      ok: true,
      value: expect.stringContaining('these settings are right'),
    });
    writeFileSync(at('misspelt.toml'), 'data-foldre = "/var/lib/counterfoil"\n');
    expect(await check('misspelt.toml')).toMatchObject({
      ok: false,
      error: { output: expect.stringContaining('data-folder') },
    });
  });

  describe.runIf(isRoot)('by dpkg', () => {
    it('is installed whole, starts with the machine, and has an account, settings and a data folder', async () => {
      expect(await dpkg('--status', slug)).toMatchObject({
        ok: true,
        value: expect.stringContaining('Status: install ok installed'),
      });
      // Links that lead to the units of the machine, and not to those in this root.
      const wants = at('etc/systemd/system/multi-user.target.wants');
      for (const unit of STARTS_WITH_MACHINE)
        expect([unit, lstatSync(join(wants, unit)).isSymbolicLink()]).toEqual([unit, true]);
      expect(readFileSync(at('etc/passwd'), 'utf8')).toMatch(/^counterfoil:/m);
      const copyright = readFileSync(at(`opt/${slug}/resources/licences/copyright`), 'utf8');
      // Of the lists of words by which passphrases are judged.
      expect(copyright).toContain('ODC-BY');
      expect(copyright).not.toContain('brings no text of its licence');
      expect(readFileSync(at('etc/counterfoil/settings.toml'), 'utf8')).toBe(exampleSettings());
      const { mode, uid } = statSync(at('var/lib/counterfoil'));
      expect([mode & 0o777, uid > 0]).toEqual([0o700, true]);
    });

    it('is as dpkg knows it; a file that was changed would be found', async () => {
      const licences = `opt/${slug}/resources/licences/copyright`;
      const before = readFileSync(at(licences));
      expect(await dpkg('--verify', slug)).toEqual({ ok: true, value: '' });
      appendFileSync(at(licences), '\n');
      // What it finds it says, and ends as if it had found nothing.
      expect(await dpkg('--verify', slug)).toMatchObject({
        ok: true,
        value: expect.stringContaining(licences),
      });
      writeFileSync(at(licences), before);
    });

    it('is purged, and leaves nothing but what the purge names', async () => {
      const purged = await dpkg('--purge', slug);
      if (!purged.ok) throw new Error(purged.error.output);
      const named = readdirSync(root, { recursive: true, encoding: 'utf8' });
      expect(named.filter((path) => path.includes('counterfoil'))).toEqual([]);
      // An account can be in use on the machine that this root is not.
      const hasAccount = /^counterfoil:/m.test(readFileSync(at('etc/passwd'), 'utf8'));
      expect(purged.value.includes('kept: the account counterfoil')).toBe(hasAccount);
    });
  });
});
