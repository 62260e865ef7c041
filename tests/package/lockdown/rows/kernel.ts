import { foreignProgram } from '../foreign-program.ts';
import type { Row } from '../row.ts';
import { callWithZeros, REMOVE_NO_DRIVER } from '../system-calls.ts';
import { ALL_UNITS } from '../units.ts';

/** What an ordinary account may not do in any case: what the line alone stops is seen of root. */
const ROOT = ['User=', 'CapabilityBoundingSet='] as const;
/** Neither does a call that the unit's own list lacks. */
const ROOT_BY_ANY_CALL = [...ROOT, 'SystemCallFilter='] as const;

/** What it asks of the kernel. */
export const KERNEL_ROWS: readonly Row[] = [
  {
    ...{ kind: 'tried', units: ['kiosk', 'display'], line: 'ProtectKernelTunables=' },
    besides: ['User='],
    // As it was: of the container's own network, and the only ones that a container may write.
    act: 'setting=/proc/sys/net/ipv4/ip_default_ttl; value=$(cat "$setting") && echo "$value" >"$setting"',
  },
  {
    ...{ kind: 'tried', units: ['kiosk', 'display'], line: 'ProtectKernelModules=' },
    besides: ROOT_BY_ANY_CALL,
    act: REMOVE_NO_DRIVER,
  },
  {
    ...{ kind: 'tried', units: ['kiosk', 'display'], line: 'ProtectKernelLogs=' },
    besides: ROOT_BY_ANY_CALL,
    act: 'dmesg --syslog >/dev/null',
  },
  {
    ...{ kind: 'tried', units: ['kiosk', 'display'], line: 'ProtectControlGroups=' },
    // A network of its own brings a /sys of its own.
    besides: ['User=', 'PrivateNetwork='],
    act: 'mkdir /sys/fs/cgroup/counterfoil-tried && rmdir /sys/fs/cgroup/counterfoil-tried',
  },
  {
    ...{ kind: 'tried', units: ['kiosk', 'display'], line: 'ProtectClock=' },
    besides: ROOT_BY_ANY_CALL,
    // Asks for the right to set the clock, and sets nothing: the machine around the container has the same clock.
    act: callWithZeros('settimeofday', 2),
  },
  {
    ...{ kind: 'tried', units: ['kiosk', 'display'], line: 'ProtectHostname=' },
    besides: ROOT_BY_ANY_CALL,
    act: 'hostname "$(hostname)"',
  },
  {
    // What its list has no namespace for; Chromium's sandbox makes the others.
    ...{ kind: 'tried', units: ['kiosk'], line: 'RestrictNamespaces=' },
    act: 'unshare --user --ipc true',
  },
  {
    ...{ kind: 'tried', units: ['display'], line: 'RestrictNamespaces=' },
    act: 'unshare --user true',
  },
  {
    ...{ kind: 'tried', units: ['kiosk', 'display'], line: 'RestrictRealtime=' },
    besides: ROOT,
    act: 'chrt --fifo 1 true',
    unlessHindered: 'the control group of a container has no real time to give on this machine',
  },
  {
    ...{ kind: 'tried', units: ['kiosk', 'display'], line: 'LockPersonality=' },
    act: 'setarch --addr-no-randomize true',
  },
  {
    ...{ kind: 'tried', units: ALL_UNITS, line: 'SystemCallArchitectures=' },
    // Where kiosk and display may write nothing is started: it is the machine's own folder that this one is started from.
    besides: ['TemporaryFileSystem=/tmp:', 'ProtectSystem='],
    act: `file=$(mktemp) && trap 'rm "$file"' EXIT && echo ${foreignProgram().toString('base64')} | base64 -d >"$file" && chmod 0700 "$file" && "$file"`,
    unlessHindered: 'this kernel runs no programs of another architecture',
  },
  {
    ...{ kind: 'tried', units: ALL_UNITS, line: 'SystemCallFilter=' },
    // What debuggers do (PTRACE_TRACEME).
    act: callWithZeros('ptrace', 4),
  },
];
