import { describe, expect, it } from 'vitest';
import { IDLE } from './machine.test-support.ts';
import { DROP_IN, PREVIOUS, running, SERVING, upgrade } from './upgrade.test-support.ts';

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

  it('by a full disk while someone is served: the kiosk goes on from its tree, until it may be ended', async () => {
    const machine = await running();
    machine.run('preinst', 'upgrade', '0.0.9-1');
    machine.tells('old', SERVING);
    expect(machine.run('postrm', 'abort-upgrade', '0.0.9-1').status).toBe(0);
    expect([machine.has(PREVIOUS), machine.has(DROP_IN), machine.isRunning()]).toEqual([true, true, true]);
    expect(machine.run('postinst', 'abort-upgrade', '0.1.0-1').status).toBe(1);
    machine.tells('old', IDLE);
    expect(machine.run('postinst', 'configure', '0.0.9-1').status).toBe(0);
    expect(machine.log().slice(-3)).toEqual(['stopped', 'unit starts what is installed', 'started old']);
    expect([machine.has(PREVIOUS), machine.has(DROP_IN)]).toEqual([false, false]);
  });

  it('by a full disk while the version before is kept: nothing of that is left, and the kiosk runs', async () => {
    const machine = await running();
    machine.is('disk-is-full');
    expect(machine.run('preinst', 'upgrade', '0.0.9-1').status).not.toBe(0);
    expect(machine.run('postrm', 'abort-upgrade', '0.0.9-1').status).toBe(0);
    expect(machine.log().slice(-2)).toEqual(['unit starts what is installed', 'started old']);
    expect([machine.has(`${PREVIOUS}.new`), machine.has(DROP_IN)]).toEqual([false, false]);
  });

  it('before it kept anything takes nothing away', async () => {
    const machine = await running(SERVING);
    expect(machine.run('preinst', 'upgrade', '0.0.9-1').status).toBe(1);
    expect(machine.run('postrm', 'abort-upgrade', '0.0.9-1')).toEqual({ status: 0, said: '' });
    expect(machine.run('postinst', 'abort-upgrade', '0.1.0-1').status).toBe(0);
    expect(machine.log()).toEqual(['started old']);
  });

  it('and told so to the version that came is nothing to complain of', async () => {
    const machine = await running();
    expect(machine.run('preinst', 'abort-upgrade', '0.1.0-1')).toEqual({ status: 0, said: '' });
  });
});
