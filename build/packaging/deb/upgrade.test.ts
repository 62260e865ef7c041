import { readdirSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firstOf, long } from '../../../tests/support/sample.ts';
import { createMachine, IDLE } from './machine.test-support.ts';
import { DROP_IN, PREVIOUS, running, SERVING, upgrade } from './upgrade.test-support.ts';

const OWN_UNITS = 'etc/systemd/system';
const DISPLAY_UNIT = 'counterfoil-display.service';
const QUARTER_OF_AN_HOUR = 900;
const FAILED = { state: 'problem', problem: 62 };

describe('before an upgrade', () => {
  it('the kiosk is waited for until nobody is served, then ended, and started from a tree of its own', async () => {
    const machine = await running(SERVING);
    machine.tellsAfter(40, IDLE);
    const { status, said } = machine.run('preinst', 'upgrade', '0.0.9-1');
    expect([status, machine.waited(), machine.isRunning()]).toEqual([0, 40, true]);
    expect(said).toContain('somebody is being served');
    expect(machine.log()).toEqual([
      'started old',
      'stopped',
      'unit starts the version before',
      'started old',
    ]);
    machine.unpack('new');
    expect(machine.read(`${PREVIOUS}/counterfoil`)).toBe('old');
    expect(machine.read('opt/counterfoil/counterfoil')).toBe('new');
    expect(machine.read(DROP_IN)).toContain('\nExecStart=/opt/counterfoil.previous/counterfoil\n');
  });

  it('what somebody began between the last look and the end is told', async () => {
    const machine = await running();
    machine.saysAtEnd({ ...IDLE, state: 'ended', open: 1, forgets: 1 });
    const { status, said } = machine.run('preinst', 'upgrade', '0.0.9-1');
    expect([status, said]).toEqual([0, expect.stringContaining('1 applications were open with their keys')]);
    expect(machine.isRunning()).toBe(true);
  });

  it('a kiosk that ends as soon as it is started is ended for good, and started again', async () => {
    const machine = await createMachine();
    machine.tells('old', {});
    machine.keepsEnding();
    const before = machine.run('preinst', 'upgrade', '0.0.9-1');
    expect([before.status, machine.waited()]).toEqual([0, 0]);
    machine.keepsEnding();
    machine.unpack('new');
    machine.tells('new', IDLE);
    expect(machine.run('postinst', 'configure', '0.0.9-1').status).toBe(0);
    expect(machine.log().at(-1)).toBe('started new');
    expect(machine.isRunning()).toBe(true);
  });

  const BUSY = [
    ['a stop would forget', { ...IDLE, open: 3, forgets: 2 }, '2 open applications'],
    ['it says nothing', {}, 'says nothing of itself'],
    // Both are also waited for above and below, where they come to an end.
    ['somebody is served', SERVING, 'somebody is being served'],
    ['it is starting', { ...IDLE, state: 'starting' }, 'still starting'],
  ] as const;
  it.each(firstOf(BUSY, 2))(
    'nothing is changed where %s for a quarter of an hour',
    async (_when, told, why) => {
      const machine = await running(told);
      const { status, said } = machine.run('preinst', 'upgrade', '0.0.9-1');
      expect(status).toBe(1);
      expect(said).toContain(why);
      expect(said).toContain('nothing was changed');
      expect([machine.isRunning(), machine.waited()]).toEqual([true, QUARTER_OF_AN_HOUR]);
      expect([machine.has(PREVIOUS), machine.has(DROP_IN)]).toEqual([false, false]);
    },
  );

  it('nothing is changed where somebody has started the kiosk by hand', async () => {
    const machine = await createMachine();
    machine.runsInGroup('/opt/counterfoil/resources/node', '/user.slice/user-0.slice/session-1.scope');
    const { status, said } = machine.run('preinst', 'upgrade', '0.0.9-1');
    expect([status, said]).toEqual([1, expect.stringContaining('process 4712')]);
    expect([machine.has(PREVIOUS), machine.has(DROP_IN)]).toEqual([false, false]);
  });

  it('open applications whose keys are on the disk hold it up no longer', async () => {
    const machine = await running({ ...IDLE, open: 3, forgets: 0 });
    expect(machine.run('preinst', 'upgrade', '0.0.9-1').status).toBe(0);
    expect(machine.waited()).toBe(0);
  });

  it('nothing is asked of systemd where none runs: an image is being built', async () => {
    const machine = await createMachine({ booted: false });
    expect(upgrade(machine)).toEqual({ status: 0, said: '' });
    expect([machine.log(), machine.has(PREVIOUS), machine.has(DROP_IN)]).toEqual([[], false, false]);
  });

  it('nor of the one whose /run was lent to the image', async () => {
    const machine = await createMachine();
    machine.is('chroot');
    expect(upgrade(machine)).toEqual({ status: 0, said: '' });
    expect([machine.log(), machine.has(PREVIOUS), machine.has(DROP_IN)]).toEqual([[], false, false]);
  });
});

describe('the units of the version before', () => {
  it('are in place with its own files until the new version is there', async () => {
    const machine = await running();
    machine.run('preinst', 'upgrade', '0.0.9-1');
    const display = machine.read(`${OWN_UNITS}/${DISPLAY_UNIT}`);
    const own = `/${PREVIOUS}/.system`;
    expect(display).toContain(`=${own}/lib/make-display-cookie `);
    expect(display).toContain(`-configdir ${own}/xorg.conf.d `);
    for (const kept of [`${own}/lib/make-display-cookie`, `${own}/xorg.conf.d/10-kiosk.conf`])
      expect(machine.has(kept)).toBe(true);
    expect(machine.read(`${OWN_UNITS}/counterfoil.service`)).toContain(
      `\nExecStart=/${PREVIOUS}/counterfoil\n`,
    );
    for (const unit of ['counterfoil-provision.service', 'counterfoil-printers.service'])
      expect(machine.read(`${OWN_UNITS}/${unit}`)).toMatch(
        /\nExecStart=\/opt\/counterfoil\.previous\/\.system\/lib\/\S+ \/opt\/counterfoil\.previous\/counterfoil\n/,
      );
    machine.unpack('new');
    machine.tells('new', IDLE);
    expect(machine.run('postinst', 'configure', '0.0.9-1').status).toBe(0);
    expect(readdirSync(machine.path(OWN_UNITS))).toEqual([]);
    expect(machine.log()).not.toContain('display started again');
  });

  it('are what the display is started again with where it is another one, there and back', async () => {
    const machine = await running();
    machine.tells('new', FAILED);
    machine.run('preinst', 'upgrade', '0.0.9-1');
    machine.unpack('new');
    machine.put(`usr/lib/systemd/system/${DISPLAY_UNIT}`, '[Service]\nExecStart=/usr/bin/other\n');
    expect(machine.run('postinst', 'configure', '0.0.9-1').status).toBe(1);
    expect(machine.log().slice(4)).toEqual([
      ...['unit starts the version before', 'stopped'],
      ...['unit starts what is installed', 'display started again', 'started new', 'stopped'],
      ...['unit starts the version before', 'display started again', 'started old'],
    ]);
    expect(machine.read(`${OWN_UNITS}/${DISPLAY_UNIT}`)).toContain('ExecStart=/usr/lib/xorg/Xorg ');
  });

  it('are none where that version is of before there were any', async () => {
    const machine = await createMachine();
    for (const folder of ['usr/lib/counterfoil', 'usr/share/counterfoil', 'usr/lib/systemd'])
      rmSync(machine.path(folder), { recursive: true });
    expect(machine.run('preinst', 'upgrade', '0.0.9-1')).toEqual({ status: 0, said: '' });
    expect(readdirSync(machine.path(`${PREVIOUS}/.system/units`))).toEqual([]);
    machine.unpack('new');
    machine.put(`usr/lib/systemd/system/${DISPLAY_UNIT}`, '[Service]\nExecStart=/usr/lib/xorg/Xorg\n');
    machine.tells('new', IDLE);
    expect(machine.run('postinst', 'configure', '0.0.9-1')).toEqual({ status: 0, said: '' });
    expect([machine.has(PREVIOUS), machine.has(DROP_IN)]).toEqual([false, false]);
  });

  it('take the place of none that an administrator has put there', async () => {
    const machine = await running();
    const own = `${OWN_UNITS}/${DISPLAY_UNIT}`;
    machine.put(own, '[Service]\nExecStart=/usr/local/bin/display\n');
    machine.tells('new', IDLE);
    machine.run('preinst', 'upgrade', '0.0.9-1');
    const before = machine.read(own);
    machine.unpack('new');
    expect(machine.run('postinst', 'configure', '0.0.9-1').status).toBe(0);
    expect([before, machine.read(own)]).toEqual([
      '[Service]\nExecStart=/usr/local/bin/display\n',
      '[Service]\nExecStart=/usr/local/bin/display\n',
    ]);
  });
});

describe('an upgrade', () => {
  it('ends with the new version on its start screen, and the one before gone', async () => {
    const machine = await running();
    machine.tells('new', { ...IDLE, state: 'starting' });
    machine.tellsAfter(6, IDLE);
    expect(upgrade(machine)).toEqual({ status: 0, said: '' });
    expect(machine.log()).toEqual([
      ...['started old', 'stopped', 'unit starts the version before', 'started old'],
      ...['unit starts the version before', 'stopped', 'unit starts what is installed', 'started new'],
    ]);
    // After a power cut the unit never starts a tree that has gone.
    expect(machine.asked()).toContain('synced before the tree goes');
    const left = [PREVIOUS, DROP_IN, 'run/counterfoil.upgrading', 'run/counterfoil.kept'];
    expect(left.filter((path) => machine.has(path))).toEqual([]);
  });

  it('starts the kiosk again that ran, whatever policy-rc.d says of services', async () => {
    const machine = await running();
    machine.is('policy-says-no');
    machine.tells('new', IDLE);
    expect(upgrade(machine).status).toBe(0);
    expect(machine.log().at(-1)).toBe('started new');
    expect(machine.isRunning()).toBe(true);
  });

  // The next one shows how long.
  long(
    'has patience as long as the new version says that it is starting: it may carry large files over',
    async () => {
      const machine = await running();
      machine.tells('new', { state: 'starting' });
      machine.tellsAfter(600, IDLE);
      expect(upgrade(machine).status).toBe(0);
      expect(machine.waited()).toBe(600);
    },
  );

  it('goes back where it says nothing else for a quarter of an hour', async () => {
    const machine = await running();
    machine.tells('new', { state: 'starting' });
    const { status, said } = upgrade(machine);
    expect([status, machine.waited()]).toEqual([1, QUARTER_OF_AN_HOUR]);
    expect(said).toContain('still starting');
    expect(machine.log().at(-1)).toBe('started old');
  });

  it('leaves a kiosk alone that was stopped', async () => {
    const machine = await createMachine();
    expect(upgrade(machine).status).toBe(0);
    expect(machine.isRunning()).toBe(false);
    expect([machine.has(PREVIOUS), machine.has(DROP_IN)]).toEqual([false, false]);
  });

  it('goes back by itself where the new version does not reach its start screen, and fails', async () => {
    const machine = await running();
    machine.tells('new', FAILED);
    const { status, said } = upgrade(machine);
    expect(status).toBe(1);
    expect(said).toContain('CF-62');
    expect(said).toContain('the version before is on its start screen');
    expect(machine.log().slice(-3)).toEqual(['stopped', 'unit starts the version before', 'started old']);
    expect([machine.isRunning(), machine.has(PREVIOUS)]).toEqual([true, true]);
  });

  it('tries again when it is configured again, once nobody is served', async () => {
    const machine = await running();
    machine.tells('new', FAILED);
    upgrade(machine);
    machine.tells('new', IDLE);
    machine.tells('old', SERVING);
    const waited = machine.waited();
    machine.tellsAfter(waited + 10, IDLE);
    expect(machine.run('postinst', 'configure', '0.0.9-1').status).toBe(0);
    expect(machine.waited()).toBe(waited + 10);
    expect(machine.log().at(-1)).toBe('started new');
    expect([machine.has(PREVIOUS), machine.has(DROP_IN)]).toEqual([false, false]);
  });

  // The one below that installs another one goes the same way, and on.
  long(
    'leaves the version that works alone while another one is unpacked after one that failed',
    async () => {
      const machine = await running();
      machine.tells('new', FAILED);
      upgrade(machine);
      machine.tells('old', SERVING);
      const before = machine.log();
      expect(machine.run('preinst', 'upgrade', '0.1.0-1')).toEqual({ status: 0, said: '' });
      expect([machine.log(), machine.isRunning()]).toEqual([before, true]);
    },
  );

  it('that fails after one that failed takes nothing away from the version that works', async () => {
    const machine = await running();
    machine.tells('new', FAILED);
    upgrade(machine);
    machine.run('preinst', 'upgrade', '0.1.0-1');
    expect(machine.run('postrm', 'abort-upgrade', '0.1.0-1').status).toBe(0);
    expect(machine.read(`${PREVIOUS}/counterfoil`)).toBe('old');
    expect([machine.has(DROP_IN), machine.isRunning()]).toEqual([true, true]);
    // dpkg would take what it has put back for installed, and that is not what runs.
    expect(machine.run('postinst', 'abort-upgrade', '0.2.0-1')).toEqual({
      status: 1,
      said: expect.stringContaining('dpkg --configure counterfoil'),
    });
    expect(machine.isRunning()).toBe(true);
  });

  it('keeps what is installed anew where the tree of the version before is not whole', async () => {
    const machine = await running();
    machine.tells('new', FAILED);
    upgrade(machine);
    rmSync(machine.path(`${PREVIOUS}/counterfoil`));
    expect(machine.run('preinst', 'upgrade', '0.1.0-1').status).toBe(0);
    expect(machine.read(`${PREVIOUS}/counterfoil`)).toBe('new');
  });

  it('keeps the version that works where another one is installed after one that failed', async () => {
    const machine = await running();
    machine.tells('new', FAILED);
    upgrade(machine);
    machine.tells('newer', FAILED);
    expect(upgrade(machine, 'newer').status).toBe(1);
    expect(machine.read(`${PREVIOUS}/counterfoil`)).toBe('old');
    machine.tells('newest', IDLE);
    expect(upgrade(machine, 'newest').status).toBe(0);
    expect(machine.log().at(-1)).toBe('started newest');
  });

  it('stays with the new version where the one before can’t read the files any more, and says so', async () => {
    const machine = await running();
    machine.tells('new', FAILED);
    const before = machine.run('preinst', 'upgrade', '0.0.9-1');
    // The new version has carried them over by the time it fails.
    machine.tells('old', { state: 'problem', problem: 43 });
    machine.unpack('new');
    const { status, said } = machine.run('postinst', 'configure', '0.0.9-1');
    expect([before.status, status]).toEqual([0, 1]);
    expect(said).toContain('carried over');
    expect(machine.log().slice(-3)).toEqual(['stopped', 'unit starts what is installed', 'started new']);
    expect([machine.isRunning(), machine.has(DROP_IN)]).toEqual([true, false]);
  });
});
