import type { Row } from '../row.ts';
import { ALL_UNITS } from '../units.ts';

/** What of its memory gets elsewhere. */
export const MEMORY_ROWS: readonly Row[] = [
  {
    ...{ kind: 'tried', units: ALL_UNITS, line: 'LimitCORE=' },
    act: 'ulimit -c unlimited; [ "$(ulimit -c)" != 0 ]',
  },
  {
    ...{ kind: 'tried', units: ['kiosk', 'display', 'provision'], line: 'UMask=' },
    act: 'folder=$(mktemp -d) && : >"$folder/file" && [ -n "$(find "$folder/file" -perm -o=r)" ]',
  },
  {
    ...{ kind: 'tried', units: ['kiosk', 'display', 'provision'], line: 'MemorySwapMax=' },
    act: `most=$(cat "/sys/fs/cgroup$(sed -n 's/^0:://p' /proc/self/cgroup)/memory.swap.max") && [ "$most" != 0 ]`,
    unlessHindered: 'this machine does not lend the control of memory to a container',
  },
  {
    ...{ kind: 'not-run', units: ['kiosk', 'display', 'provision'], line: 'KeyringMode=' },
    why: 'it is what systemd does for each service of the machine, and a container has no keyrings',
  },
  {
    ...{ kind: 'tried', units: ['kiosk'], line: 'RemoveIPC=' },
    account: 'games',
    act: 'ipcmk --shmem 4096',
    afterwards: [
      `left=$(ipcs --shmems | awk '$3 == "games" { print $2 }')`,
      'for id in $left; do ipcrm --shmem-id "$id"; done',
      '[ -n "$left" ]',
    ].join('\n'),
  },
];
