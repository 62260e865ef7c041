import { createMachine, IDLE, type TestMachine } from './machine.test-support.ts';

/** Where the version before is kept, and what has the unit start it. */
export const PREVIOUS = 'opt/counterfoil.previous';
export const DROP_IN = 'etc/systemd/system/counterfoil.service.d/zz-previous-version.conf';

/** What a kiosk tells of itself while somebody is served. */
export const SERVING = { ...IDLE, state: 'serving', open: 1 };

/** A machine on which the old version runs and is on its start screen. */
export async function running(told = IDLE): Promise<TestMachine> {
  const machine = await createMachine();
  machine.tells('old', told);
  machine.start();
  return machine;
}

/** As dpkg does it. Stops where a script fails. */
export function upgrade(machine: TestMachine, program = 'new') {
  const before = machine.run('preinst', 'upgrade', '0.0.9-1');
  if (before.status !== 0) return before;
  machine.unpack(program);
  return machine.run('postinst', 'configure', '0.0.9-1');
}
