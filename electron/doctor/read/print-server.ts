import { dirname, join } from 'node:path';
import { processStart } from '../../../shared/doctor/parse/process-start.ts';
import type { PrintServerRun } from '../../../shared/doctor/printing/cups.ts';
import type { Leftovers } from '../../../shared/doctor/printing/print-leftovers.ts';
import { valueIn } from '../../../shared/doctor/reading.ts';
import { lstatAt, namesIfAny, readText, statAt } from './files.ts';
import { runningProcesses } from './processes.ts';
import { hasSystemd, isEnabled } from './systemd.ts';

/** Where distributions put cupsd. */
const PRINT_SERVERS = ['/usr/sbin/cupsd', '/usr/bin/cupsd'];

/** cupsd.conf lies beside cups-files.conf. */
export function daemonSettings(filesConf: string): string {
  return join(dirname(filesConf), 'cupsd.conf');
}

/** Whether a print server or its settings are on this computer. */
export function isPrintServerInstalled(filesConf: string): boolean {
  return [...PRINT_SERVERS, daemonSettings(filesConf)].some((path) => lstatAt(path) !== null);
}

/** Since when cupsd runs; the oldest, if somebody has started a second one. */
export function printServerRun(): PrintServerRun {
  const processes = runningProcesses();
  const servers = processes.filter(({ name }) => name === 'cupsd');
  if (servers.length === 0)
    return { kind: processes.some(({ id }) => id === '1') ? 'not-running' : 'unknown' };
  const kernel = valueIn(readText('/proc/stat')) ?? '';
  const starts = servers.flatMap(
    ({ id }) => processStart(valueIn(readText(`/proc/${id}/stat`)) ?? '', kernel) ?? [],
  );
  return starts.length === 0 ? { kind: 'unknown' } : { kind: 'running', since: Math.min(...starts) };
}

/** When one of the two files was last changed, in milliseconds since 1970; null: one of them can't be seen. */
export function settingsChanged(filesConf: string): number | null {
  const times = [filesConf, daemonSettings(filesConf)].map((path) => statAt(path)?.mtimeMs ?? null);
  return times.reduce((latest, time) => (latest === null || time === null ? null : Math.max(latest, time)));
}

/** Where CUPS of Debian logs, and where cups-pdf writes what is printed on it. */
const LOGS = '/var/log/cups';
const OUTPUTS = '/var/spool/cups-pdf';

export function pageLogs(): Leftovers {
  const logs = namesIfAny(LOGS)?.filter((name) => name.startsWith('page_log'));
  // CUPS makes an empty one at each start.
  const full = logs?.filter((name) => lstatAt(join(LOGS, name))?.size !== 0);
  return { folder: LOGS, count: full?.length ?? null };
}

export function pdfOutputs(): Leftovers {
  return { folder: OUTPUTS, count: namesIfAny(OUTPUTS)?.length ?? null };
}

/** Packages of Debian that print into files, or that make queues of what they hear on the network. */
export function printingPackages(): readonly string[] {
  const hasPdf = lstatAt('/usr/lib/cups/backend/cups-pdf') !== null;
  const browses =
    lstatAt('/usr/sbin/cups-browsed') !== null && (isEnabled('cups-browsed.service') || !hasSystemd());
  return [...(hasPdf ? ['printer-driver-cups-pdf'] : []), ...(browses ? ['cups-browsed'] : [])];
}
