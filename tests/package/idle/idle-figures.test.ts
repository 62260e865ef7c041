import { expect, it } from 'vitest';
import { idleFigures } from './idle-figures.ts';
import type { ProcessSample } from './sample.ts';

const sample = (minute: number, cpuSeconds: number, processes: Readonly<Record<number, ProcessSample>>) => ({
  ...{ at: minute * 60_000, cpuSeconds },
  processes: new Map(Object.entries(processes).map(([pid, process]) => [Number(pid), process] as const)),
});
const using = (pssKilobytes: number, writtenBytes: number, wakeUps: number): ProcessSample => ({
  ...{ pssKilobytes, writtenBytes, wakeUps },
});

it('memory is the usual one, and the rest is by the time between the first sample and the last', () => {
  expect(
    idleFigures([
      sample(1, 5, { 7: using(2048, 1024, 10), 8: using(1024, 0, 100) }),
      // Somebody has just ended, and another begun.
      sample(2, 6, { 7: using(2048, 2048, 40), 9: using(9216, 1024, 30) }),
      sample(3, 7, { 7: using(2048, 4096, 100), 9: using(2048, 1024, 60) }),
    ]),
  ).toEqual({
    processes: 2,
    pssMegabytes: 4,
    cpuSecondsPerMinute: 1,
    // 30 and 30 in the first minute, 60 and 30 in the second.
    wakeUpsPerSecond: 150 / 120,
    writtenKilobytesPerMinute: 2,
  });
});

it('of no time nothing is known', () => {
  expect(() => idleFigures([sample(1, 5, {})])).toThrow('no time');
});
