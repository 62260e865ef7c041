import { expect, it } from 'vitest';
import { isInUnit } from './seen-from.ts';

it.each([
  ['0::/system.slice/counterfoil.service\n', true],
  ['0::/system.slice/counterfoil.service/sessions\n', true],
  ['12:pids:/system.slice/counterfoil.service\n1:name=systemd:/system.slice/counterfoil.service\n', true],
  ['0::/user.slice/user-1000.slice/session-3.scope\n', false],
  ['0::/system.slice/counterfoil-display.service\n', false],
  ['0::/system.slice/my-counterfoil.service\n', false],
  // A container that was started with a name of its own.
  ['0::/\n', false],
  ['counterfoil.service', false],
  ['', false],
])('%j is of the kiosk’s unit: %j', (cgroup, isOurs) => {
  expect(isInUnit(cgroup, 'counterfoil.service')).toBe(isOurs);
});
