import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { refusedSettings } from '../../../electron/lib/print-server/kept-and-logged.ts';
import { listensAt } from '../../../electron/lib/print-server/listeners.ts';
import { readServerSettings } from '../../../electron/lib/print-server/server-settings.ts';
import { packageName } from '../package-name.ts';
import { copyTemplates } from './templates.ts';

/** As Debian installs it, shortened. The line in the section is another one's. */
const DAEMON = `LogLevel debug
Listen localhost:631
Listen /run/cups/cups.sock
Browsing Yes
PreserveJobFiles 1d
preservejobfiles 2d
IdleExitTimeout 60
<Policy default>
  JobPrivateAccess default
  <Limit Create-Job>
    Order deny,allow
  </Limit>
</Policy>
# PageLogFormat has user and job name where there is no line.
`;
const FILES = 'SystemGroup root lpadmin\nTempDir /tmp\n';

async function imageWithCups() {
  const root = mkdtempSync(join(tmpdir(), 'cups-image-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  await copyTemplates('root', root, packageName('release'));
  const settings = join(root, 'etc/cups');
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, 'cupsd.conf'), DAEMON, { mode: 0o640 });
  writeFileSync(join(settings, 'cups-files.conf'), FILES, { mode: 0o640 });
  const bin = join(root, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'systemctl'), `#!/bin/sh\necho "$*" >>'${root}/asked'\n`);
  chmodSync(join(bin, 'systemctl'), 0o755);
  const run = (...words: readonly string[]) =>
    spawnSync(join(root, 'usr/sbin/counterfoil-cups'), words, {
      encoding: 'utf8',
      env: { PATH: `${bin}:/usr/bin:/bin` },
    });
  return { root, settings, run };
}

it('an image’s CUPS keeps jobs in memory afterwards, as the kiosk itself judges it', async () => {
  const { root, settings, run } = await imageWithCups();
  const before = readServerSettings(join(settings, 'cups-files.conf'));
  expect(before.ok && refusedSettings(before.value.daemon).length).toBeGreaterThan(2);
  const { status, stderr, stdout } = run('--root', root);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('PreserveJobFiles No');
  const after = readServerSettings(join(settings, 'cups-files.conf'));
  if (!after.ok) throw new Error('its settings can’t be read');
  expect(refusedSettings(after.value.daemon)).toEqual([]);
  expect(listensAt(after.value.daemon, '/run/cups/cups.sock')).toBe(true);
  expect(after.value.files.filter(({ name }) => name === 'tempdir')).toEqual([
    { name: 'tempdir', value: '/var/spool/cups/tmp' },
  ]);
  const daemon = readFileSync(join(settings, 'cupsd.conf'), 'utf8');
  // Each once, and what stands in a section as it was.
  expect(daemon.match(/preservejobfiles/gi)).toHaveLength(1);
  expect(daemon).toContain('  <Limit Create-Job>\n    Order deny,allow\n  </Limit>\n</Policy>\n');
  expect(statSync(join(settings, 'cupsd.conf')).mode & 0o777).toBe(0o644);
  // Not by way of a swap device either.
  for (const mount of ['var-spool-cups.mount', 'var-cache-cups.mount'])
    expect(readFileSync(join(root, 'etc/systemd/system', mount), 'utf8')).toMatch(/^Options=.*,noswap$/m);
  expect(
    readFileSync(join(root, 'etc/systemd/system/cups.service.d/counterfoil.conf'), 'utf8').split('\n'),
  ).toEqual(expect.arrayContaining(['MemorySwapMax=0', 'LimitCORE=0']));
  expect(readFileSync(join(root, 'asked'), 'utf8')).toBe(
    `--quiet --root=${root} enable var-spool-cups.mount var-cache-cups.mount\n`,
  );
});

it('the files as they were are kept, and a second time changes nothing', async () => {
  const { root, settings, run } = await imageWithCups();
  run('--root', root);
  const daemon = readFileSync(join(settings, 'cupsd.conf'), 'utf8');
  expect(readFileSync(join(settings, 'cupsd.conf.before-counterfoil'), 'utf8')).toBe(DAEMON);
  expect(run('--root', root).stdout).toBe('');
  expect(readFileSync(join(settings, 'cupsd.conf'), 'utf8')).toBe(daemon);
  expect(readFileSync(join(settings, 'cupsd.conf.before-counterfoil'), 'utf8')).toBe(DAEMON);
});

it('without CUPS it says what to install, and with another word how it is used', async () => {
  const { root, settings, run } = await imageWithCups();
  rmSync(settings, { recursive: true });
  expect(run('--root', root)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('apt-get install cups'),
  });
  expect(run('--help')).toMatchObject({ status: 2, stderr: expect.stringContaining('--root DIR') });
});
