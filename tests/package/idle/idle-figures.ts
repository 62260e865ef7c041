import type { ProcessSample, UnitSample } from './sample.ts';

/** What a unit uses while nobody touches it. */
export interface IdleFigures {
  readonly processes: number;
  readonly pssMegabytes: number;
  readonly cpuSecondsPerMinute: number;
  readonly wakeUpsPerSecond: number;
  readonly writtenKilobytesPerMinute: number;
}

/**
 * The figures of samples in their order, of which there are two at least. Memory is the median of all of them. A process that
 * came and went between two samples is in CPU and bytes, and not in wake-ups.
 */
export function idleFigures(samples: readonly UnitSample[]): IdleFigures {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined || first === last)
    throw new Error('one sample tells of no time');
  const minutes = (last.at - first.at) / 60_000;
  const written = sumOf(last, 'writtenBytes') - sumOf(first, 'writtenBytes');
  const woken = samples
    .slice(1)
    .reduce((sum, now, index) => sum + wokenSince(samples[index] ?? first, now), 0);
  return {
    processes: last.processes.size,
    pssMegabytes: median(samples.map((sample) => sumOf(sample, 'pssKilobytes'))) / 1024,
    cpuSecondsPerMinute: (last.cpuSeconds - first.cpuSeconds) / minutes,
    wakeUpsPerSecond: woken / (minutes * 60),
    writtenKilobytesPerMinute: written / 1024 / minutes,
  };
}

function sumOf({ processes }: UnitSample, what: keyof ProcessSample): number {
  return [...processes.values()].reduce((sum, process) => sum + process[what], 0);
}

/** A process that was not there before has begun with none. */
function wokenSince(before: UnitSample, now: UnitSample): number {
  return [...now.processes].reduce(
    (sum, [pid, { wakeUps }]) => sum + Math.max(0, wakeUps - (before.processes.get(pid)?.wakeUps ?? 0)),
    0,
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
