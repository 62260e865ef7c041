import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { mayRaisePriority, WITHOUT_NICE } from './priority.ts';

it.each([
  ['all rights', '000001ffffffffff', true],
  ['that right alone', '0000000000800000', true],
  ['all but that one', '000001ffff7fffff', false],
  ['none', '0000000000000000', false],
])('of a process with %s it is known whether it may raise priorities', (_, mask, may) => {
  expect(mayRaisePriority(`Name:\tnode\nCapPrm:\t000001ffffffffff\nCapEff:\t${mask}\n`)).toBe(may);
});

it('what is not Linux may not', () => {
  expect(mayRaisePriority('')).toBe(false);
});

it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
  'root’s right to raise priorities is dropped, for what is started below as well',
  () => {
    const status = (program: string, ...words: readonly string[]): string =>
      spawnSync(program, words, { encoding: 'utf8' }).stdout;
    expect(mayRaisePriority(status('cat', '/proc/self/status'))).toBe(true);
    const [program, ...words] = WITHOUT_NICE;
    const below = status(program, ...words, 'sh', '-c', 'cat /proc/self/status');
    expect(below).toMatch(/^CapEff:/m);
    expect(mayRaisePriority(below)).toBe(false);
  },
);
