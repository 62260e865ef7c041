import { readlinkSync } from 'node:fs';
import { valueIn } from '../../../shared/doctor/reading.ts';
import { isInUnit, type SeenFrom } from '../../../shared/doctor/seen-from.ts';
import { orNull } from '../../lib/file-systems/attempt.ts';
import { readText } from './files.ts';

/** Whether this process sees the computer as those of the kiosk's unit do. `unit`: `counterfoil.service`. */
export function seenFrom(unit: string): SeenFrom {
  if (isInUnit(valueIn(readText('/proc/self/cgroup')) ?? '', unit)) return 'kiosk-unit';
  // Whoever enters the unit's mounts from a shell stays in the control group of the shell, and sees what the unit sees.
  const own = mountsOf('self');
  return own !== null && processesOf(unit).some((id) => mountsOf(id) === own) ? 'kiosk-unit' : 'shell';
}

/** The processes that are the unit's own, such as its launcher; none where the unit doesn't run. */
function processesOf(unit: string): readonly string[] {
  const list = valueIn(readText(`/sys/fs/cgroup/system.slice/${unit}/cgroup.procs`)) ?? '';
  return list.split('\n').filter((id) => /^\d+$/.test(id));
}

/** Which namespace of mounts a process is in: `mnt:[4026531841]`. Null: it has ended, or is another account's. */
function mountsOf(id: string): string | null {
  return orNull(() => readlinkSync(`/proc/${id}/ns/mnt`));
}
