import type { Counter } from '../counter.ts';

/** What a process of a unit has used up to now. */
export interface ProcessSample {
  /** Its part of the memory that it has, shared pages by how many share them. */
  readonly pssKilobytes: number;
  /** What it has had written to disks, with what its ended children had. Folders in memory are no disks. */
  readonly writtenBytes: number;
  /** How often its threads have slept and were woken. */
  readonly wakeUps: number;
}

/** What a unit has used up to now, at one moment. */
export interface UnitSample {
  /** Milliseconds by the clock of this process. */
  readonly at: number;
  /** Of all that was ever in it. */
  readonly cpuSeconds: number;
  /** By process ids. */
  readonly processes: ReadonlyMap<number, ProcessSample>;
}

/** By sh on the machine: $1 is the unit. What a process that has just ended lacks makes its line one of another form. */
const SAMPLE = String.raw`group=/sys/fs/cgroup$(systemctl show -P ControlGroup "$1")
echo "cpu $(sed -n 's/^usage_usec //p' "$group/cpu.stat")"
for pid in $(cat "$group/cgroup.procs"); do
  {
    pss=$(sed -n 's/^Pss: *\([0-9]*\) kB$/\1/p' "/proc/$pid/smaps_rollup")
    written=$(sed -n 's/^write_bytes: //p' "/proc/$pid/io")
    woken=$(cat "/proc/$pid"/task/*/status | awk '/^voluntary_ctxt_switches:/ { sum += $2 } END { print sum }')
  } 2>/dev/null
  echo "process $pid $pss $written $woken"
done`;

/** Looks at a unit. Whoever looks pays for it, and not the unit. */
export async function sampleOf(counter: Counter, unit: string): Promise<UnitSample> {
  const said = await counter.says('sh', '-c', SAMPLE, 'sh', unit);
  const microseconds = /^cpu (\d+)$/m.exec(said)?.[1];
  if (microseconds === undefined) throw new Error(`nothing is known of ${unit}: ${said}`);
  const processes = [...said.matchAll(/^process (\d+) (\d+) (\d+) (\d+)$/gm)].map(
    ([, pid, pss, written, woken]): readonly [number, ProcessSample] => [
      Number(pid),
      { pssKilobytes: Number(pss), writtenBytes: Number(written), wakeUps: Number(woken) },
    ],
  );
  return {
    at: performance.now(),
    cpuSeconds: Number(microseconds) / 1_000_000,
    processes: new Map(processes),
  };
}
