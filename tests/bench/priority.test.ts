import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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

/** Root of a container may have neither the right nor the one to give it up. */
const canDrop =
  process.platform === 'linux' &&
  mayRaisePriority(readFileSync('/proc/self/status', 'utf8')) &&
  spawnSync(WITHOUT_NICE[0], [...WITHOUT_NICE.slice(1), 'true']).status === 0;

it.skipIf(!canDrop)('root’s right to raise priorities is dropped, for what is started below as well', () => {
  const status = (program: string, ...words: readonly string[]): string =>
    spawnSync(program, words, { encoding: 'utf8' }).stdout;
  expect(mayRaisePriority(status('cat', '/proc/self/status'))).toBe(true);
  const [program, ...words] = WITHOUT_NICE;
  const below = status(program, ...words, 'sh', '-c', 'cat /proc/self/status');
  expect(below).toMatch(/^CapEff:/m);
  expect(mayRaisePriority(below)).toBe(false);
});
