import { REACHABLE } from '../reachable.ts';
import type { Row } from '../row.ts';
import { ALL_UNITS } from '../units.ts';

/** What it sees of the file system, and where it writes and starts programs. */
export const FILE_ROWS: readonly Row[] = [
  {
    ...{ kind: 'tried', units: ['kiosk', 'display', 'printers'], line: 'ProtectSystem=strict' },
    act: `mktemp -p ${REACHABLE.yard} >/dev/null`,
  },
  {
    ...{ kind: 'tried', units: ['provision'], line: 'ProtectSystem=full' },
    act: 'file=$(mktemp -p /etc) && rm "$file"',
  },
  {
    ...{ kind: 'tried', units: ALL_UNITS, line: 'ProtectHome=' },
    act: `cat ${REACHABLE.fileInHome}`,
  },
  {
    ...{ kind: 'tried', units: ['provision', 'printers'], line: 'PrivateTmp=' },
    act: `cat ${REACHABLE.fileInTemporary}`,
  },
  {
    ...{ kind: 'tried', units: ['kiosk', 'display'], line: 'TemporaryFileSystem=/tmp:' },
    act: `cat ${REACHABLE.fileInTemporary}`,
  },
  {
    ...{ kind: 'tried', units: ['kiosk', 'display'], line: 'TemporaryFileSystem=/var/tmp:' },
    act: `cat ${REACHABLE.fileInVarTemporary}`,
  },
  {
    ...{ kind: 'tried', units: ['kiosk'], line: 'TemporaryFileSystem=/dev/shm:' },
    act: `cat ${REACHABLE.fileInSharedMemory}`,
  },
  {
    ...{ kind: 'tried', units: ['kiosk'], line: 'InaccessiblePaths=' },
    act: 'busctl call org.freedesktop.DBus /org/freedesktop/DBus org.freedesktop.DBus GetId',
  },
  ...REACHABLE.programsOfKiosk.map(
    (act): Row => ({ kind: 'tried', units: ['kiosk'], line: 'NoExecPaths=', act }),
  ),
  ...REACHABLE.programsOfDisplay.map(
    (act): Row => ({ kind: 'tried', units: ['display'], line: 'NoExecPaths=', act }),
  ),
  {
    ...{ kind: 'tried', units: ['provision'], line: 'PrivateMounts=' },
    // Each of them makes a view of the file system of its own.
    besides: ['ProtectSystem=', 'ReadWritePaths=', 'ProtectHome=', 'PrivateTmp=', 'PrivateNetwork='],
    act: `mount -t tmpfs none ${REACHABLE.mountPoint}`,
    afterwards: `mountpoint -q ${REACHABLE.mountPoint} && umount ${REACHABLE.mountPoint}`,
  },
  {
    ...{ kind: 'tried', units: ['kiosk', 'display'], line: 'DevicePolicy=' },
    // What is allowed by name, here and by ProtectClock=, would deny everything else by itself.
    besides: ['DeviceAllow=', 'ProtectClock='],
    act: `: >${REACHABLE.device}`,
  },
];
