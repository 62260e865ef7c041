import { REACHABLE } from '../reachable.ts';
import type { Row } from '../row.ts';
import { ALL_UNITS } from '../units.ts';

/** A folder of the act's own, and whether others than its owner get into it. */
const opened = (folder: string): string => `[ -n "$(find ${folder} -maxdepth 0 -perm -o=x)" ]`;

/** Who it is, and what it may become. */
export const ACCOUNT_ROWS: readonly Row[] = [
  { kind: 'tried', units: ['kiosk', 'display'], line: 'User=', act: 'cat /etc/shadow >/dev/null' },
  {
    ...{ kind: 'not-run', units: ['kiosk', 'display'], line: 'Group=' },
    why: 'the account has no other group, and would have this one without the line',
  },
  {
    ...{ kind: 'tried', units: ['kiosk', 'display', 'provision'], line: 'RuntimeDirectoryMode=' },
    needs: ['RuntimeDirectory=counterfoil-tried'],
    act: opened('/run/counterfoil-tried'),
  },
  {
    ...{ kind: 'tried', units: ['kiosk'], line: 'StateDirectoryMode=' },
    needs: ['StateDirectory=counterfoil-tried'],
    act: opened('/var/lib/counterfoil-tried'),
    afterwards: 'rm -rf /var/lib/counterfoil-tried',
  },
  {
    ...{ kind: 'tried', units: ALL_UNITS, line: 'NoNewPrivileges=' },
    act: `[ "$(${REACHABLE.suid} -u)" = "$(id -u games)" ]`,
  },
  {
    ...{ kind: 'tried', units: ALL_UNITS, line: 'RestrictSUIDSGID=' },
    act: 'file=$(mktemp) && chmod u+s "$file"',
  },
  {
    ...{ kind: 'tried', units: ['kiosk', 'display'], line: 'CapabilityBoundingSet=' },
    besides: ['User='],
    act: 'file=$(mktemp) && chown games "$file"',
  },
  {
    // One may mount and give files away, the other nothing of root's; neither makes a device.
    ...{ kind: 'tried', units: ['provision', 'printers'], line: 'CapabilityBoundingSet=' },
    act: 'mknod /tmp/counterfoil-tried-null c 1 3',
  },
  {
    ...{ kind: 'not-run', units: ['kiosk', 'display'], line: 'AmbientCapabilities=' },
    why: 'a unit has none without the line either: it takes back what a line before it has given',
  },
];
