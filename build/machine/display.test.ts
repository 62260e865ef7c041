import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { wildAuthority } from './authority.ts';
import { findProgram } from './command.ts';
import { startDisplay, withDisplay, xDisplayIn } from './display.ts';

const noServer = (await findProgram('Xvfb')) === null;

afterEach(() => vi.unstubAllEnvs());

/**
 * Which socket a display has; null: none. Other tests start displays as well, and a number that is free again is
 * taken at once: so what counts is whether the socket of before is gone. Its inode may be given anew, too.
 */
function socketOf(name: string): string | null {
  const entry = statSync(`/tmp/.X11-unix/X${name.slice(1)}`, { bigint: true, throwIfNoEntry: false });
  return entry === undefined ? null : `${entry.ino} ${entry.ctimeNs}`;
}

it('a display that is set is one of X: a Wayland display alone is none', () => {
  expect(xDisplayIn({ DISPLAY: ':5', WAYLAND_DISPLAY: 'wayland-0' })).toBe(':5');
  for (const DISPLAY of [undefined, ''])
    expect(xDisplayIn({ DISPLAY, WAYLAND_DISPLAY: 'wayland-0' })).toBeNull();
});

describe('a display', () => {
  it('is the one that is set, and stays up', async () => {
    vi.stubEnv('DISPLAY', ':77');
    const display = await startDisplay();
    expect(display).toMatchObject({ ok: true, value: { name: ':77', own: false } });
  });

  it.skipIf(noServer)('is our own when none is set, and ends with what it was for', async () => {
    vi.stubEnv('DISPLAY', '');
    const used = await withDisplay((display) => {
      expect(display.own).toBe(true);
      const socket = socketOf(display.name);
      expect(socket).not.toBeNull();
      return Promise.resolve({
        name: display.name,
        socket,
        authority: display.environment.XAUTHORITY ?? '',
      });
    });
    if (!used.ok) throw new Error(used.error);
    expect(socketOf(used.value.name)).not.toBe(used.value.socket);
    expect(existsSync(used.value.authority)).toBe(false);
  });

  it.skipIf(noServer)('takes a free number beside another of ours', async () => {
    const names = await withDisplay(
      async (first) => {
        const second = await withDisplay((display) => Promise.resolve(display.name), { alwaysOwn: true });
        return [first.name, second.ok ? second.value : first.name];
      },
      { alwaysOwn: true },
    );
    expect(names.ok && new Set(names.value).size).toBe(2);
  });

  it.skipIf(noServer)('does not outlive a process that is killed', async () => {
    const script = `import { startDisplay } from '${path.join(import.meta.dirname, 'display.ts')}';
      const display = await startDisplay({ alwaysOwn: true });
      console.log(display.value.name);
      setInterval(() => {}, 1000);`;
    // A killed process leaves the folder of its authority file, so it gets a place of ours for it.
    const temporary = await mkdtemp(path.join(os.tmpdir(), 'display-test-'));
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const name = await new Promise<string>((resolve) => {
      child.stdout.once('data', (bytes: Buffer) => resolve(bytes.toString('utf8').trim()));
    });
    const socket = socketOf(name);
    expect(socket).not.toBeNull();
    child.kill('SIGKILL');
    await vi.waitFor(() => expect(socketOf(name)).not.toBe(socket), { timeout: 60_000 });
    await rm(temporary, { recursive: true, force: true });
  });
});

describe('the authority file', () => {
  it('counts for every host and display number', () => {
    const bytes = wildAuthority(Buffer.alloc(16, 7));
    expect(bytes.subarray(0, 6)).toEqual(Buffer.from([0xff, 0xff, 0, 0, 0, 0]));
    expect(bytes.subarray(-18)).toEqual(Buffer.concat([Buffer.from([0, 16]), Buffer.alloc(16, 7)]));
  });
});
