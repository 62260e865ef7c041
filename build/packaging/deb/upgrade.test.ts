import { describe, expect, it } from 'vitest';
import { createMachine, IDLE, type TestMachine } from './machine.test-support.ts';

const PREVIOUS = 'opt/counterfoil.previous';
const DROP_IN = 'etc/systemd/system/counterfoil.service.d/zz-previous-version.conf';
const QUARTER_OF_AN_HOUR = 900;
const SERVING = { ...IDLE, state: 'serving', open: 1 };
const FAILED = { state: 'problem', problem: 62 };

/** A machine on which the old version runs and is on its start screen. */
async function running(told = IDLE): Promise<TestMachine> {
  const machine = await createMachine();
  machine.tells('old', told);
  machine.start();
  return machine;
}

/** As dpkg does it. Stops where a script fails. */
function upgrade(machine: TestMachine, program = 'new') {
  const before = machine.run('preinst', 'upgrade', '0.0.9-1');
  if (before.status !== 0) return before;
  machine.unpack(program);
  return machine.run('postinst', 'configure', '0.0.9-1');
}

describe('before an upgrade', () => {
  it('the kiosk is waited for until nobody is served, then ended, and its version kept', async () => {
    const machine = await running(SERVING);
    machine.tellsAfter(40, IDLE);
    const { status, said } = machine.run('preinst', 'upgrade', '0.0.9-1');
    expect([status, machine.waited(), machine.isRunning()]).toEqual([0, 40, false]);
    expect(said).toContain('somebody is being served');
    machine.unpack('new');
    expect(machine.read(`${PREVIOUS}/counterfoil`)).toBe('old');
    expect(machine.read('opt/counterfoil/counterfoil')).toBe('new');
    expect(machine.read(DROP_IN)).toContain('\nExecStart=/opt/counterfoil.previous/counterfoil\n');
  });

  it.each([
    ['somebody is served', SERVING, 'somebody is being served'],
    ['a stop would forget', { ...IDLE, open: 3, forgets: 2 }, '2 open applications'],
    ['it is starting', { ...IDLE, state: 'starting' }, 'still starting'],
    ['it says nothing', {}, 'says nothing of itself'],
  ])('nothing is changed where %s for a quarter of an hour', async (_when, told, why) => {
    const machine = await running(told);
    const { status, said } = machine.run('preinst', 'upgrade', '0.0.9-1');
    expect(status).toBe(1);
    expect(said).toContain(why);
    expect(said).toContain('nothing was changed');
    expect([machine.isRunning(), machine.waited()]).toEqual([true, QUARTER_OF_AN_HOUR]);
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
});

describe('an upgrade', () => {
  it('ends with the new version on its start screen, and the one before gone', async () => {
    const machine = await running();
    machine.tells('new', { ...IDLE, state: 'starting' });
    machine.tellsAfter(6, IDLE);
    expect(upgrade(machine)).toEqual({ status: 0, said: '' });
    expect(machine.log()).toEqual([
      'started old',
      'stopped',
      'unit starts the version before',
      'unit starts the version before',
      'unit starts what is installed',
      'started new',
    ]);
    expect([machine.has(PREVIOUS), machine.has(DROP_IN), machine.has('run/counterfoil.upgrading')]).toEqual([
      false,
      false,
      false,
    ]);
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

describe('an upgrade that is cut off', () => {
  it('by a power cut while files are replaced: the unit starts a whole tree, and the next attempt keeps it', async () => {
    const machine = await running();
    machine.run('preinst', 'upgrade', '0.0.9-1');
    machine.put('opt/counterfoil/counterfoil.dpkg-new', 'new');
    machine.powerCut();
    machine.start();
    expect(machine.log().at(-1)).toBe('started old');
    machine.tells('new', IDLE);
    expect(upgrade(machine).status).toBe(0);
    expect(machine.log().at(-1)).toBe('started new');
    expect([machine.has(PREVIOUS), machine.has(DROP_IN)]).toEqual([false, false]);
  });

  it('by a full disk: dpkg puts the files back, and the kiosk starts from them', async () => {
    const machine = await running();
    machine.run('preinst', 'upgrade', '0.0.9-1');
    expect(machine.run('postrm', 'abort-upgrade', '0.0.9-1').status).toBe(0);
    expect(machine.run('postinst', 'abort-upgrade', '0.0.9-1').status).toBe(0);
    expect(machine.log().slice(-2)).toEqual(['unit starts what is installed', 'started old']);
    expect([machine.has(PREVIOUS), machine.has(DROP_IN)]).toEqual([false, false]);
  });
});
