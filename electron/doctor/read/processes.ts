import { valueIn } from '../../../shared/doctor/reading.ts';
import type { RunningPrograms } from '../../../shared/doctor/screen/running-programs.ts';
import { namesIn, readText } from './files.ts';

/** A process: its number, and what its program is called (/proc/PID/comm, 15 characters at most). */
export interface RunningProcess {
  readonly id: string;
  readonly name: string;
}

/** The processes that this account sees. One may end while the others are read. */
export function runningProcesses(): readonly RunningProcess[] {
  const ids = (namesIn('/proc') ?? []).filter((name) => /^\d+$/.test(name));
  return ids.flatMap((id) => {
    const name = valueIn(readText(`/proc/${id}/comm`));
    return name === null ? [] : [{ id, name }];
  });
}

/** The programs that run. The first process is root's: whoever can't see it doesn't see other accounts' at all (hidepid=). */
export function runningPrograms(): RunningPrograms {
  const processes = runningProcesses();
  return { names: processes.map(({ name }) => name), isWhole: processes.some(({ id }) => id === '1') };
}

/** What the kernel calls the session's executable: the first 15 characters of its name. */
const SESSION = 'counterfoil-session'.slice(0, 15);

/**
 * What AppArmor has a running session confined by, as `counterfoil (unconfined)`: everybody may read that, and root alone which
 * profiles are loaded. Null: no session runs, or there is no AppArmor.
 */
export function confinementOfSessions(): string | null {
  const labels = runningProcesses()
    .filter(({ name }) => name === SESSION)
    .flatMap(({ id }) => valueIn(readText(`/proc/${id}/attr/current`)) ?? []);
  return labels.length === 0 ? null : labels.join('\n');
}
