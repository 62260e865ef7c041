import { describe, expect, it } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import type { RunCommand } from './command.ts';
import { type MachineProbe, missingFor } from './missing-requirements.ts';

function machine(
  loaderCache: string,
  programs: readonly string[],
  architecture = 'x64',
  files: readonly string[] = [],
): MachineProbe {
  const run: RunCommand = (program, words) =>
    Promise.resolve(
      program.endsWith('ldconfig') && words[0] === '-p'
        ? ok(loaderCache)
        : err({ command: program, reason: 'not-found', output: '' }),
    );
  const find = (program: string) =>
    Promise.resolve(programs.includes(program) ? `/usr/bin/${program}` : null);
  return { run, find, exists: (file) => files.includes(file), architecture };
}

const names = ['libgtk-3.so.0', 'libnss3.so', 'libgbm.so.1', 'libasound.so.2', 'libcups.so.2'];
const cache = (label: string) => names.map((name) => `\t${name} (${label}) => /lib/${name}\n`).join('');

describe('what a machine lacks', () => {
  it('is nothing when every library and program is there', async () => {
    const probe = machine(cache('libc6,x86-64'), ['ldconfig', 'Xvfb', 'xauth', 'xdotool']);
    expect(await missingFor(['gui', 'display', 'keyboard'], probe)).toEqual([]);
  });

  it('is only what was asked for', async () => {
    const missing = await missingFor(['keyboard'], machine('', ['ldconfig']));
    expect(missing.map(({ packageNames }) => packageNames[0])).toEqual(['xdotool']);
  });

  it('includes files that no search path leads to', async () => {
    const programs = ['cupsd', 'lpadmin', 'ippeveprinter', 'dbus-daemon', 'pdftoppm', 'cc', 'strace'];
    const files = [
      '/usr/lib/cups/filter/pdftopdf',
      '/usr/lib/cups/filter/rastertopwg',
      '/usr/include/pappl/pappl.h',
      '/usr/include/stdio.h',
    ];
    const missing = await missingFor(['print'], machine('', programs));
    expect(missing.map(({ artifact }) => artifact)).toEqual(files.map((file) => ({ file })));
    expect(await missingFor(['print'], machine('', programs, 'x64', files))).toEqual([]);
  });

  it('includes a library that is there for another architecture only', async () => {
    const missing = await missingFor(['gui'], machine(cache('libc6'), ['ldconfig']));
    expect(missing).toHaveLength(names.length);
    expect(await missingFor(['gui'], machine(cache('libc6,AArch64'), ['ldconfig'], 'arm64'))).toEqual([]);
  });

  it('is everything when the loader cannot be asked', async () => {
    const silent: MachineProbe = { ...machine('', []), find: () => Promise.resolve(null) };
    expect(await missingFor(['gui', 'display'], silent)).toHaveLength(names.length + 2);
  });
});
