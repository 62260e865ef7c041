import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProgram, runCommand } from '../machine/command.ts';
import { makeDeb } from './make-deb.ts';
import { packageName } from './package-name.ts';

const name = packageName('evaluation');

describe.runIf((await findProgram('dpkg-deb')) !== null)('the .deb', () => {
  it('puts the command, not the session, where people look, and belongs to root', async () => {
    const place = await mkdtemp(join(tmpdir(), 'deb-test-'));
    try {
      const folder = join(place, 'package');
      await mkdir(folder, { mode: 0o700 });
      for (const file of ['counterfoil', 'counterfoil-session']) {
        await writeFile(join(folder, file), '#!/bin/sh\n', { mode: 0o700 });
      }
      const made = await makeDeb({ folder, launcher: join(folder, 'counterfoil'), name });
      if (!made.ok) throw new Error(made.error);
      const list = await runCommand('dpkg-deb', ['--contents', made.value]);
      const lines = list.ok ? list.value.split('\n') : [];
      expect(lines.find((line) => line.includes('/usr/bin/c'))).toMatch(
        /-> \/opt\/counterfoil-evaluation\/counterfoil$/,
      );
      expect(lines.find((line) => line.endsWith('/counterfoil-session'))).toMatch(/^-rwxr-xr-x root\/root/);
      const menu = await runCommand('sh', [
        '-c',
        `dpkg-deb --fsys-tarfile "$0" | tar -xO --wildcards '*.desktop'`,
        made.value,
      ]);
      expect(menu).toEqual({ ok: true, value: expect.stringContaining('Name=Counterfoil Evaluation\n') });
      expect(menu).toEqual({
        ok: true,
        value: expect.stringContaining('Exec=/opt/counterfoil-evaluation/counterfoil\n'),
      });
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });
});
