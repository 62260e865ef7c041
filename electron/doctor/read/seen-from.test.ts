import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { seenFrom } from './seen-from.ts';

const onLinux = it.runIf(process.platform === 'linux');

onLinux('a doctor that no unit has started looks from a shell', () => {
  expect(seenFrom('no-such-kiosk.service')).toBe('shell');
});

onLinux('one in the control group of a unit looks from inside of it', () => {
  const groups = readFileSync('/proc/self/cgroup', 'utf8').split('\n');
  const own = groups.map((line) => line.split('/').at(-1) ?? '').find((name) => name !== '');
  // In a container the group may have no name that can be seen.
  expect(seenFrom(own ?? 'no-such-kiosk.service')).toBe(own === undefined ? 'shell' : 'kiosk-unit');
});
