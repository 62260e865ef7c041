import { rmSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createMachine, EXAMPLE, IDLE, type TestMachine } from './machine.test-support.ts';

const SETTINGS = 'etc/counterfoil/settings.toml';
const PROVISIONED = 'data-folder = "/var/lib/counterfoil"\nprovisioned = true\n';

async function installed(before: (machine: TestMachine) => void = () => undefined): Promise<TestMachine> {
  const machine = await createMachine();
  before(machine);
  machine.tells('old', IDLE);
  expect(machine.run('postinst', 'configure')).toEqual({ status: 0, said: '' });
  return machine;
}

function purge(machine: TestMachine): string {
  machine.run('prerm', 'remove');
  machine.run('postrm', 'remove');
  return machine.run('postrm', 'purge').said;
}

it('an installation brings an example of settings where there are none, and a purge takes it back', async () => {
  const machine = await installed();
  expect(machine.read(SETTINGS)).toBe(EXAMPLE);
  expect(statSync(machine.path(SETTINGS)).mode & 0o777).toBe(0o644);
  expect(purge(machine)).toBe('');
  const left = ['etc/counterfoil', 'var/lib/counterfoil.settings-as-installed'];
  expect(left.filter((path) => machine.has(path))).toEqual([]);
});

it('settings that were there before stay as they are, and a purge names them', async () => {
  const machine = await installed(({ put }) => put(SETTINGS, PROVISIONED));
  expect(machine.read(SETTINGS)).toBe(PROVISIONED);
  expect(purge(machine)).toContain('/etc/counterfoil/settings.toml');
  expect(machine.read(SETTINGS)).toBe(PROVISIONED);
});

it('settings that a provisioning has written are asked about by no upgrade, and kept by a purge', async () => {
  const machine = await installed();
  machine.put(SETTINGS, PROVISIONED);
  machine.put('usr/share/counterfoil/settings.toml.example', `${EXAMPLE}# newer\n`);
  machine.tells('new', IDLE);
  machine.run('preinst', 'upgrade', '0.1.0-1');
  machine.unpack('new');
  expect(machine.run('postinst', 'configure', '0.1.0-1')).toEqual({ status: 0, said: '' });
  expect(machine.read(SETTINGS)).toBe(PROVISIONED);
  expect(purge(machine)).toContain('/etc/counterfoil/settings.toml');
  expect(machine.has(SETTINGS)).toBe(true);
});

it('an example that nobody has changed goes with a purge, however many upgrades came between', async () => {
  const machine = await installed();
  machine.put('usr/share/counterfoil/settings.toml.example', `${EXAMPLE}# newer\n`);
  machine.tells('new', IDLE);
  machine.run('preinst', 'upgrade', '0.1.0-1');
  machine.unpack('new');
  machine.run('postinst', 'configure', '0.1.0-1');
  expect(machine.read(SETTINGS)).toBe(EXAMPLE);
  expect(purge(machine)).toBe('');
});

it('a disk that is full while the example is written leaves no half of it, and the next attempt goes on', async () => {
  const machine = await createMachine();
  machine.tells('old', IDLE);
  machine.is('disk-is-full');
  expect(machine.run('postinst', 'configure').status).not.toBe(0);
  expect([machine.has(SETTINGS), machine.isRunning()]).toEqual([false, false]);
  // Half of it was there, under another name.
  expect(machine.read(`${SETTINGS}.new`)).toBe(EXAMPLE.slice(0, 9));
  machine.isNoLonger('disk-is-full');
  expect(machine.run('postinst', 'configure')).toEqual({ status: 0, said: '' });
  expect([machine.read(SETTINGS), machine.has(`${SETTINGS}.new`)]).toEqual([EXAMPLE, false]);
  expect(machine.isRunning()).toBe(true);
});

it('an evaluation package, which has no example, brings no settings', async () => {
  const machine = await installed(({ path }) => rmSync(path('usr/share/counterfoil/settings.toml.example')));
  expect(machine.has(SETTINGS)).toBe(false);
});
