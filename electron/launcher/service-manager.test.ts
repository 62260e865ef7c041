import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { temporaryFolder } from '../keeper/database/temporary-files.test-support.ts';
import { serviceEnvironment, statusFile, tellServiceManager } from './service-manager.ts';

const FACTS = { version: '0.1.0', dataFolder: () => '/var/lib/counterfoil' };
const STATE = { screen: 'serving', open: 3, forgets: 2, endings: 1, held: true } as const;

const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 30_000, interval: 10 });

/** A folder of a unit, and in the place of `systemd-notify` what notes its words. */
function unit() {
  const folder = temporaryFolder();
  const heard = join(folder, 'heard');
  writeFileSync(join(folder, 'systemd-notify'), `#!/bin/sh\necho "$NOTIFY_SOCKET $*" >>'${heard}'\n`);
  chmodSync(join(folder, 'systemd-notify'), 0o755);
  vi.stubEnv('PATH', `${folder}:${process.env.PATH}`);
  return {
    folder,
    environment: serviceEnvironment.parse({
      NOTIFY_SOCKET: '/run/systemd/notify',
      // The next word would come when the suite is long over.
      WATCHDOG_USEC: '3600000000000',
      RUNTIME_DIRECTORY: folder,
    }),
    heard: () => (existsSync(heard) ? readFileSync(heard, 'utf8').trim().split('\n') : []),
    status: () => readFileSync(join(folder, 'status'), 'utf8'),
  };
}

it('systemd’s watchdog and the status file hear of the kiosk as soon as it is otherwise', async () => {
  const { environment, heard, status, folder } = unit();
  const telling = tellServiceManager(environment, FACTS);
  await until(() => expect(heard()).toEqual(['/run/systemd/notify WATCHDOG=1 STATUS=Starting']));
  telling.enter({ kind: 'kiosk', keeper: { state: async () => STATE } });
  await until(() => expect(heard().at(-1)).toBe('/run/systemd/notify WATCHDOG=1 STATUS=Serving'));
  expect(status()).toBe(
    'state=serving\nopen=3\nforgets=2\nendings=1\nhold=yes\nversion=0.1.0\ndata=/var/lib/counterfoil\n',
  );
  expect(statSync(join(folder, 'status')).mode & 0o777).toBe(0o600);
  telling.enter({ kind: 'problem', problem: { kind: 'no-window' } });
  await until(() => expect(heard().at(-1)).toContain('STATUS=On its page of failure: CF-62'));
  expect(status()).toBe('state=problem\nproblem=62\nversion=0.1.0\ndata=/var/lib/counterfoil\n');
});

it('a status that can’t be written leaves no old one behind, and systemd hears all the same', async () => {
  const { environment, heard, folder } = unit();
  mkdirSync(join(folder, 'status.next'));
  writeFileSync(join(folder, 'status'), 'state=start-screen\n');
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  tellServiceManager(environment, FACTS);
  await until(() => expect(heard()).toHaveLength(1));
  expect(existsSync(join(folder, 'status'))).toBe(false);
  expect(write.mock.calls.flat().join('')).toContain('EISDIR');
});

it('nobody is told where no service manager has started it', async () => {
  const { folder, heard } = unit();
  const telling = tellServiceManager(serviceEnvironment.parse({}), FACTS);
  telling.enter({ kind: 'problem', problem: { kind: 'no-window' } });
  await new Promise(setImmediate);
  expect([heard(), existsSync(join(folder, 'status'))]).toEqual([[], false]);
});

it('the last word of a kiosk is there at once: whoever ended it reads what that has forgotten', async () => {
  const { environment, status, heard } = unit();
  const telling = tellServiceManager(environment, FACTS);
  telling.ended(STATE);
  expect(status()).toBe(
    'state=ended\nopen=3\nforgets=2\nendings=1\nhold=yes\nversion=0.1.0\ndata=/var/lib/counterfoil\n',
  );
  // Its program has written by then: the folder goes with the test.
  await until(() => expect(heard().at(-1)).toContain('STATUS=Ended'));
});

it('a keeper that can’t read its files now is neither idle nor serving', () => {
  expect(statusFile({ kind: 'kiosk', state: null }, { ...FACTS, dataFolder: () => null })).toBe(
    'state=unknown\nversion=0.1.0\n',
  );
  expect(statusFile({ kind: 'ended', state: null }, FACTS)).toMatch(/^state=unknown\n/);
});
