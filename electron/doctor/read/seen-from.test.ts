import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { seenFrom } from './seen-from.ts';

const onLinux = it.runIf(process.platform === 'linux');

onLinux('a doctor that no unit has started looks from a shell', () => {
  expect(seenFrom('no-such-kiosk.service')).toBe('shell');
});

onLinux('one in the control group of a unit looks from inside of it', () => {
  const own = readFileSync('/proc/self/cgroup', 'utf8').trim().split('/').at(-1) ?? '';
  // In a container the group may have no name that can be seen.
  expect(seenFrom(own)).toBe(own === '' ? 'shell' : 'kiosk-unit');
});
