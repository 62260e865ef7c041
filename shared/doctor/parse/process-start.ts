/** What /proc counts a process's start in (USER_HZ): a hundredth of a second, on every architecture of today. */
const TICKS_PER_SECOND = 100;

/** Where in /proc/PID/stat the start stands, counted behind the name: a name in brackets may have blanks and brackets itself. */
const START_BEHIND_NAME = 19;

/**
 * When a process began, in milliseconds since 1970 by the clock of now. `stat`: its /proc/PID/stat (proc_pid_stat(5)). `kernel`:
 * /proc/stat, of whose `btime` the kernel tells whole seconds. Null: one of the two has another shape.
 */
export function processStart(stat: string, kernel: string): number | null {
  const behindName = stat
    .slice(stat.lastIndexOf(')') + 1)
    .trim()
    .split(/\s+/);
  const ticks = behindName[START_BEHIND_NAME] ?? '';
  const boot = /^btime (\d+)$/m.exec(kernel)?.[1];
  if (boot === undefined || !/^\d+$/.test(ticks)) return null;
  return (Number(boot) + Number(ticks) / TICKS_PER_SECOND) * 1000;
}
