import type { SpoolRefusal } from '../../../shared/printing/spool-refusal.ts';
import { type Directive, lastValue } from './directives.ts';

/** cupsd's words for no and yes in PreserveJobFiles and PreserveJobHistory. */
const no: ReadonlySet<string> = new Set(['no', 'off', 'false', 'disabled', '0']);
const yes: ReadonlySet<string> = new Set(['yes', 'on', 'true', 'enabled']);

/** Every level below debug. */
const quiet: ReadonlySet<string> = new Set([
  ...['none', 'emerg', 'alert', 'crit', 'error', 'warn', 'notice', 'info'],
]);

/**
 * What the settings in cupsd.conf keep or log too much of, or forget too soon (cupsd.conf(5)). Of several
 * lines the last one counts. cupsd passes over a value it does not know and stays with the one before; here
 * that is a refusal.
 *
 * - PreserveJobFiles: without a line documents stay for a day.
 * - PreserveJobHistory: a number of seconds is refused as well: the job may be gone before its end was read.
 * - LogLevel: without a line it is `warn`.
 * - LogDebugHistory: without a line cupsd holds 200 debug messages of each job, whatever LogLevel says, and
 *   writes them to error_log when the job fails, with its name, its user and all that the filters said. A
 *   filter that fails may say a text of the document (Ghostscript prints its operands).
 * - PageLogFormat: without a line it has user and job name; with an empty one nothing is logged.
 */
export function refusedSettings(daemon: readonly Directive[]): readonly SpoolRefusal[] {
  const word = (name: string, unset: string): string =>
    (lastValue(daemon, name) === undefined ? unset : (lastValue(daemon, name) ?? '')).toLowerCase();
  const refusals: SpoolRefusal[] = [];
  if (!no.has(word('PreserveJobFiles', '86400'))) refusals.push({ kind: 'keeps-files' });
  if (!yes.has(word('PreserveJobHistory', 'Yes'))) refusals.push({ kind: 'forgets-results' });
  if (!quiet.has(word('LogLevel', 'warn'))) refusals.push({ kind: 'logs-too-much', setting: 'LogLevel' });
  if (word('LogDebugHistory', '200') !== '0') {
    refusals.push({ kind: 'logs-too-much', setting: 'LogDebugHistory' });
  }
  if (lastValue(daemon, 'PageLogFormat') !== null) refusals.push({ kind: 'page-log' });
  return refusals;
}
