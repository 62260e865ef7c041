import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseMaps } from './memory-map.ts';

it('keeps readable regions, with names that hold spaces, and leaves out the kernel ones', () => {
  const text = `00400000-00452000 r-xp 00000000 08:02 173521      /opt/a program/node (deleted)
00e03000-00e24000 rw-p 00000000 00:00 0           [heap]
7f0000000000-7f0000021000 rw-p 00000000 00:00 0${' '}
7f0000021000-7f0004000000 ---p 00000000 00:00 0${' '}
7ffd3d7c7000-7ffd3d7cb000 r--p 00000000 00:00 0   [vvar]
ffffffffff600000-ffffffffff601000 r-xp 00000000 00:00 0  [vsyscall]
`;
  expect(parseMaps(text)).toEqual([
    { start: 0x400000, end: 0x452000, readable: true, shared: false, name: '/opt/a program/node (deleted)' },
    { start: 0xe03000, end: 0xe24000, readable: true, shared: false, name: '[heap]' },
    { start: 0x7f0000000000, end: 0x7f0000021000, readable: true, shared: false, name: '' },
  ]);
});

it('reads the map of this process', () => {
  expect(parseMaps(readFileSync('/proc/self/maps', 'utf8')).length).toBeGreaterThan(10);
});

it('does not skip what it cannot read', () => {
  expect(() => parseMaps('nonsense')).toThrow('not a line');
});
