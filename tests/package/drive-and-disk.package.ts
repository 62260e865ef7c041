import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { remedy } from '../../shared/doctor/check.ts';
import { unitWrites } from '../../shared/doctor/disk/unit-writes.ts';
import { diagnosisOf, type Machine, type System } from './container.ts';
import { type Counter, counterOn, KIOSK, SLUG, until } from './counter.ts';
import { DEVICE, type Drive, driveOf } from './drive.ts';
import { installedSystem } from './installed-system.ts';
import { type HandedOut, handOut } from './office.ts';
import { makePackage } from './packages.ts';

const PROVISION = `${SLUG}-provision.service`;
/** Data on a disk of its own. It is in memory here, and what counts is whether it is there. */
const DISK = '/srv/disk';
const DATA = `${DISK}/kiosk`;
const DROP_IN = `/etc/systemd/system/${KIOSK}.d/90-counterfoil-local.conf`;

interface Stage {
  readonly system: System;
  readonly office: HandedOut;
  readonly drive: Drive;
  readonly machine: Machine;
  readonly counter: Counter;
}

describe.runIf(process.getuid?.() === 0)('a counter that waits for its provisioning', () => {
  let stage: Stage;
  let work = '';
  beforeAll(async () => {
    work = mkdtempSync('/var/tmp/counterfoil-package-');
    const office = await handOut(work);
    const system = await installedSystem(work, await makePackage(), office);
    const drive = driveOf(system);
    const machine = await system.boot();
    stage = { system, office, drive, machine, counter: counterOn(machine) };
    await stage.counter.tells({ state: 'problem', problem: '70' });
  });
  beforeEach(({ onTestFailed }) => {
    onTestFailed(async () => void process.stderr.write(await diagnosisOf(stage.machine.run)));
  });
  afterAll(async () => {
    await stage?.machine.powerOff();
    if (work !== '') rmSync(work, { recursive: true, force: true });
  });

  describe('and a USB drive', () => {
    const start = () => stage.counter.run('systemctl', 'start', PROVISION);

    it('refuses one that can’t be read, with a number, and goes on waiting', async () => {
      const { counter, drive } = stage;
      await drive.plugIn(counter);
      expect(await start()).toMatchObject({ ok: false });
      expect(await counter.property(PROVISION, 'ExecMainStatus')).toBe('113');
      const failed = await counter.says('systemctl', 'list-units', '--failed', '--plain', '--no-legend');
      expect(failed).toContain(PROVISION);
      expect(await counter.says('cat', '/run/counterfoil-provision-state/refused')).toBe('113');
      await counter.tells({ state: 'problem', problem: '70' });
    });

    it('takes from one what it has for this computer, and the kiosk starts by itself', async () => {
      const { counter, drive, office } = stage;
      drive.carries(office.folder);
      expect(await start()).toMatchObject({ ok: true });
      const log = await counter.says('journalctl', '--unit', PROVISION, '--output', 'cat', '--lines', '20');
      expect(log).toMatch(/^applied: /m);
      await counter.arriveAt('Sign in');
      // Nobody sees it: neither the machine nor the kiosk.
      const main = await counter.property(KIOSK, 'MainPID');
      for (const pid of ['1', main])
        expect(await counter.says('cat', `/proc/${pid}/mounts`)).not.toContain(`/run/${SLUG}-provision`);
    });

    it('hands one without a folder on to the kiosk, by what it is and not by its label', async () => {
      const { counter, drive } = stage;
      drive.carries(null);
      expect(await start()).toMatchObject({ ok: true });
      expect(await counter.property('media-counterfoil.mount', 'What')).toBe(DEVICE);
      // No container has such a device: systemd waits for it.
      await counter.says('systemctl', 'stop', 'media-counterfoil.mount');
      await drive.pullOut(counter);
    });
  });

  describe('and data on a disk of its own', () => {
    const restart = () => stage.counter.run('systemctl', 'restart', KIOSK);
    const verdict = async () =>
      (await stage.counter.doctor()).checks.find(({ id }) => id === 'unit-writes')?.verdict;
    const dropIn = (): string => join(stage.system.root, DROP_IN);

    beforeAll(async () => {
      const settings = join(stage.system.root, 'etc/counterfoil/settings.toml');
      writeFileSync(settings, readFileSync(settings, 'utf8').replace('/var/lib/counterfoil', DATA));
      const text = remedy(unitWrites.remedies.allow, { unit: KIOSK, folder: DATA });
      const [, command = ''] = /`(.*)`/.exec(text) ?? [];
      // As the doctor says it: it starts the kiosk again.
      await stage.counter.says('sh', '-c', `umask 022 && ${command}`);
    });

    it('shows a page while the disk is missing, by the line that its doctor has IT write', async () => {
      const { counter } = stage;
      await counter.tells({ state: 'problem', problem: '34' });
      expect(await verdict()).toBe('pass');
    });

    it('would show nothing without the minus in that line, and its doctor warns of it', async () => {
      const { counter } = stage;
      const before = readFileSync(dropIn(), 'utf8');
      writeFileSync(dropIn(), before.replace('ReadWritePaths=-', 'ReadWritePaths='));
      await counter.says('systemctl', 'daemon-reload');
      expect(await verdict()).toBe('warn');
      await restart();
      await until(async () => {
        const log = await counter.says('journalctl', '--unit', KIOSK, '--output', 'cat', '--lines', '20');
        return log.includes('226/NAMESPACE') ? null : 'systemd starts the unit all the same';
      });
      writeFileSync(dropIn(), before);
      await counter.says('systemctl', 'daemon-reload');
      await restart();
      await counter.tells({ state: 'problem', problem: '34' });
    });

    it('uses the disk once it is there', async () => {
      const { counter } = stage;
      await counter.says('mkdir', DISK);
      await counter.says('mount', '-t', 'tmpfs', '-o', 'mode=755', 'none', DISK);
      await counter.says('install', '--directory', '--mode=0700', '--owner=counterfoil', DATA);
      await restart();
      // Nobody has set a kiosk up there.
      await counter.tells({ state: 'problem', problem: '70', data: DATA });
      await counter.says('install', '--mode=0600', '--owner=counterfoil', '/dev/null', `${DATA}/vault.db`);
    });

    it('is purged, which names the data and keeps the account that owns it', async () => {
      const { counter } = stage;
      // A page of failure can't be asked what the kiosk holds.
      await counter.says('systemctl', 'stop', KIOSK);
      const purged = await counter.says('sh', '-c', `dpkg --purge ${SLUG} 2>&1`);
      expect(purged).toContain(`kept: ${DATA}. `);
      expect(purged).toContain('kept: the account counterfoil.');
      expect(await counter.says('stat', '--format=%U', `${DATA}/vault.db`)).toBe('counterfoil');
    });
  });
});
