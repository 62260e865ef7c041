import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleSettings } from '../../shared/settings/example-settings.ts';
import { SETTINGS_FILE } from '../../shared/settings/settings-place.ts';
import { findProgram, runCommand } from '../machine/command.ts';
import { makeDeb } from './make-deb.ts';
import { packageName } from './package-name.ts';

const evaluation = packageName('evaluation');

/** A .deb of a package that has nothing but the two commands. */
async function debOf(place: string, name = evaluation): Promise<string> {
  const folder = join(place, 'package');
  await mkdir(folder, { mode: 0o700 });
  for (const file of ['counterfoil', 'counterfoil-session'])
    await writeFile(join(folder, file), '#!/bin/sh\n', { mode: 0o700 });
  const made = await makeDeb({ folder, launcher: join(folder, 'counterfoil'), name });
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

async function inPlace(test: (place: string) => Promise<void>): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), 'deb-test-'));
  try {
    await test(place);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function linesIn(deb: string): Promise<readonly string[]> {
  const list = await runCommand('dpkg-deb', ['--contents', deb]);
  return list.ok ? list.value.split('\n') : [];
}

/** What a file of the package says. */
async function textIn(deb: string, pattern: string): Promise<unknown> {
  return runCommand('sh', ['-c', `dpkg-deb --fsys-tarfile "$0" | tar -xO --wildcards '${pattern}'`, deb]);
}

describe.runIf((await findProgram('dpkg-deb')) !== null)('the .deb', () => {
  it('puts the command, not the session, where people look, and belongs to root', () =>
    inPlace(async (place) => {
      const deb = await debOf(place);
      const lines = await linesIn(deb);
      expect(lines.find((line) => line.includes('/usr/bin/c'))).toMatch(
        /-> \/opt\/counterfoil-evaluation\/counterfoil$/,
      );
      expect(lines.find((line) => line.endsWith('/counterfoil-session'))).toMatch(/^-rwxr-xr-x root\/root/);
      const menu = await textIn(deb, '*.desktop');
      expect(menu).toEqual({ ok: true, value: expect.stringContaining('Name=Counterfoil Evaluation\n') });
      expect(menu).toEqual({
        ok: true,
        value: expect.stringContaining('Exec=/opt/counterfoil-evaluation/counterfoil\n'),
      });
    }));

  it.each(['release', 'rehearsal'] as const)(
    'of a %s brings settings that root alone may change, and that an upgrade leaves as they are',
    (kind) =>
      inPlace(async (place) => {
        const deb = await debOf(place, packageName(kind));
        const lines = await linesIn(deb);
        expect(lines.find((line) => line.endsWith('/etc/counterfoil/'))).toMatch(/^drwxr-xr-x root\/root/);
        expect(lines.find((line) => line.endsWith('/settings.toml'))).toMatch(/^-rw-r--r-- root\/root/);
        expect(await textIn(deb, './etc/counterfoil/settings.toml')).toEqual({
          ok: true,
          value: exampleSettings(),
        });
        expect(await runCommand('dpkg-deb', ['--info', deb, 'conffiles'])).toEqual({
          ok: true,
          value: `${SETTINGS_FILE}\n`,
        });
      }),
  );

  it('of an evaluation package brings none, and none is installed beside another', () =>
    inPlace(async (place) => {
      const deb = await debOf(place);
      expect((await linesIn(deb)).filter((line) => line.includes('/etc'))).toEqual([]);
      expect(await runCommand('dpkg-deb', ['--field', deb, 'Conflicts'])).toEqual({
        ok: true,
        value: 'counterfoil, counterfoil-rehearsal\n',
      });
    }));
});
