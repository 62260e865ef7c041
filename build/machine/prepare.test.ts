import { describe, expect, it } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import type { RunCommand } from './command.ts';
import { type Circumstances, prepareMachine } from './prepare.ts';

const printing = {
  'cups-daemon': 'cupsd',
  'cups-client': 'lpadmin',
  'cups-ipp-utils': 'ippeveprinter',
  dbus: 'dbus-daemon',
  'poppler-utils': 'pdftoppm',
  gcc: 'cc',
  strace: 'strace',
};

/** A machine on which `apt-get install` brings programs, and only those the index offers. */
function bareMachine(offered: readonly string[], change: Partial<Circumstances> = {}) {
  const commands: string[] = [];
  const said: string[] = [];
  const programs = new Set(['apt-get', 'ldconfig']);
  const brings: Readonly<Record<string, string>> = {
    xvfb: 'Xvfb',
    xauth: 'xauth',
    xdotool: 'xdotool',
    ...printing,
  };
  const libraries = new Set<string>();
  const files = new Set<string>();
  const fileOf: Readonly<Record<string, string>> = {
    'cups-filters': '/usr/lib/cups/filter/pdftopdf',
    cups: '/usr/lib/cups/filter/rastertopwg',
    'libpappl-dev': '/usr/include/pappl/pappl.h',
    'libc6-dev': '/usr/include/stdio.h',
  };
  const libraryOf: Readonly<Record<string, string>> = {
    'libgtk-3-0': 'libgtk-3.so.0',
    libnss3: 'libnss3.so',
    libgbm1: 'libgbm.so.1',
    libasound2: 'libasound.so.2',
    libcups2: 'libcups.so.2',
  };
  const run: RunCommand = (program, words) => {
    if (program.endsWith('ldconfig')) {
      return Promise.resolve(
        ok([...libraries].map((name) => `\t${name} (libc6,x86-64) => /lib/${name}`).join('\n')),
      );
    }
    if (program === 'apt-cache') {
      const entries = words.slice(1).map((name) => {
        const candidate = offered.includes(name) ? '1.0' : '(none)';
        return `${name}:\n  Installed: (none)\n  Candidate: ${candidate}\n`;
      });
      return Promise.resolve(ok(entries.join('')));
    }
    commands.push([program, ...words].join(' '));
    if (!words.includes('install')) return Promise.resolve(ok(''));
    const packages = words.slice(words.indexOf('--no-install-recommends') + 1);
    const unknown = packages.find((name) => !offered.includes(name));
    if (unknown !== undefined) {
      return Promise.resolve(
        err({ command: program, reason: 'exit', output: `E: Unable to locate ${unknown}` }),
      );
    }
    for (const name of packages) {
      programs.add(brings[name] ?? name);
      files.add(fileOf[name] ?? name);
      libraries.add(libraryOf[name] ?? name);
    }
    return Promise.resolve(ok(''));
  };
  const here: Circumstances = {
    probe: {
      run,
      find: (name) => Promise.resolve(programs.has(name) ? name : null),
      exists: (file) => files.has(file),
      architecture: 'x64',
    },
    isRoot: true,
    platform: 'linux',
    nodeVersion: '24.21.0',
    display: undefined,
    say: (line) => said.push(line),
    ...change,
  };
  return { here, commands, said, programs };
}

const older = [
  'cups-daemon',
  'cups-client',
  'cups-ipp-utils',
  'cups-filters',
  'cups',
  'dbus',
  'poppler-utils',
  'libpappl-dev',
  'gcc',
  'libc6-dev',
  'strace',
];
const debian12 = ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2', 'libcups2', 'xvfb', 'xauth', 'xdotool'];

describe('preparing a machine', () => {
  it('installs what lacks as root, with one refresh and the names this Debian has', async () => {
    const { here, commands } = bareMachine(debian12);
    const prepared = await prepareMachine({ needs: ['gui', 'display', 'keyboard'] }, here);
    expect(prepared).toEqual(ok({ installed: debian12 }));
    expect(commands).toHaveLength(2);
    expect(commands[0]).toBe('apt-get update');
  });

  it('installs what printing is tested with, a filter that is no program among it', async () => {
    const { here } = bareMachine(older);
    expect(await prepareMachine({ needs: ['print'] }, here)).toEqual(ok({ installed: older }));
  });

  it('does and says nothing when nothing lacks', async () => {
    const { here, commands, said, programs } = bareMachine(debian12);
    programs.add('xdotool');
    expect(await prepareMachine({ needs: ['keyboard'] }, here)).toEqual(ok({ installed: [] }));
    expect([...commands, ...said]).toEqual([]);
  });

  it('wants no server where a display is set', async () => {
    const { here } = bareMachine([], { display: ':0' });
    expect(await prepareMachine({ needs: ['display'] }, here)).toEqual(ok({ installed: [] }));
  });

  it('names one command to somebody who is not root, and runs nothing', async () => {
    const { here, commands } = bareMachine(debian12, { isRoot: false });
    const prepared = await prepareMachine({ needs: ['display'] }, here);
    expect(prepared).toMatchObject({
      error: { kind: 'needs-root', command: 'sudo apt-get install -y --no-install-recommends xvfb xauth' },
    });
    expect(commands).toEqual([]);
  });

  it('lets the command refresh an index that knows nothing', async () => {
    const { here } = bareMachine([], { isRoot: false });
    const prepared = await prepareMachine({ needs: ['keyboard'] }, here);
    expect(prepared).toMatchObject({
      error: { command: 'sudo apt-get update && sudo apt-get install -y --no-install-recommends xdotool' },
    });
  });

  it('fails with what apt said when the files are not there afterwards', async () => {
    const { here } = bareMachine([]);
    const prepared = await prepareMachine({ needs: ['keyboard'] }, here);
    expect(prepared).toMatchObject({ error: { kind: 'apt-failed' } });
    expect(prepared.ok ? '' : prepared.error.say).toContain('E: Unable to locate xdotool');
  });

  it('says what lacks where there is no apt', async () => {
    const { here, programs } = bareMachine([]);
    programs.delete('apt-get');
    const prepared = await prepareMachine({ needs: ['keyboard'] }, here);
    expect(prepared).toMatchObject({ error: { kind: 'no-apt', command: null } });
  });

  it('refuses another Node before anything else', async () => {
    const { here, commands } = bareMachine(debian12, { nodeVersion: '20.20.2' });
    const prepared = await prepareMachine({ needs: ['gui'] }, here);
    expect(prepared).toMatchObject({ error: { kind: 'wrong-node' } });
    expect(commands).toEqual([]);
  });

  it('asks nothing of Windows and macOS', async () => {
    const { here } = bareMachine([], { platform: 'darwin' });
    expect(await prepareMachine({ needs: ['gui', 'display', 'keyboard'] }, here)).toEqual(
      ok({ installed: [] }),
    );
  });
});
