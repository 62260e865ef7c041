/**
 * Lines that shut nothing, by how they begin: they give a unit something, or say how another line is kept. A unit in which
 * something is tried has them too.
 */
export const GIVEN = [
  'SupplementaryGroups=',
  'ReadWritePaths=',
  'BindPaths=',
  'BindReadOnlyPaths=',
  // A folder in memory that is not there without it.
  'TemporaryFileSystem=/run/cf-sessions:',
  'DeviceAllow=',
  'SystemCallErrorNumber=',
] as const;

/**
 * Lines that say what is started, and how that is watched, ended and spoken to. Nothing that is tried has them: a second unit with
 * StateDirectory= or RuntimeDirectory= would give the kiosk's own folders to another account, or remove them.
 */
export const NOT_TAKEN = [
  'Type=',
  'ExecStartPre=',
  'ExecStart=',
  'ExecStopPost=',
  'Restart=',
  'RestartSec=',
  'NotifyAccess=',
  'WatchdogSec=',
  'WatchdogSignal=',
  'KillMode=',
  'TimeoutStartSec=',
  'TimeoutStopSec=',
  'OOMPolicy=',
  'StandardInput=',
  'StandardOutput=',
  'StandardError=',
  'TTYPath=',
  'TTYReset=',
  'TTYVHangup=',
  'TTYVTDisallocate=',
  'Environment=',
  'WorkingDirectory=',
  'StateDirectory=',
  'RuntimeDirectory=',
] as const;

export function beginsWithOne(line: string, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => line.startsWith(beginning));
}
