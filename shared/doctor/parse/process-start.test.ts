import { expect, it } from 'vitest';
import { processStart } from './process-start.ts';

const kernel = 'cpu  10 20 30\nbtime 1796025600\nprocesses 4711\n';
/** As the kernel writes it, shortened behind the start. */
const stat = (name: string, ticks: string): string =>
  `812 (${name}) S 1 812 812 0 -1 4194560 1653 0 2 0 5 3 0 0 20 0 1 0 ${ticks} 18632704 1790\n`;

it.each([
  [stat('cupsd', '4250'), kernel, 1_796_025_642_500],
  [stat('a) S (b', '100'), kernel, 1_796_025_601_000],
  [stat('cupsd', '4250'), 'cpu  10 20 30\n', null],
  [stat('cupsd', 'soon'), kernel, null],
  ['812 (cupsd) S 1', kernel, null],
  ['', '', null],
])('%j, %j: %j', (process, system, began) => expect(processStart(process, system)).toBe(began));
