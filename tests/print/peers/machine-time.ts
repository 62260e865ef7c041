/** Milliseconds of a clock that nobody sets and that all processes of this machine share (CLOCK_MONOTONIC). */
export function machineTime(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
