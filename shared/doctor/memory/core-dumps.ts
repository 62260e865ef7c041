import { declareCheck } from '../check.ts';
import { type Finding, fail, notRun, pass, together } from '../finding.ts';
import { settingIn } from '../parse/systemd-settings.ts';
import { type Reading, valueIn, whyUnread } from '../reading.ts';
import { sysctlRemedy, systemdRemedy } from '../remedy-commands.ts';

export const coreDumps = declareCheck({
  id: 'core-dumps',
  title: 'Core dumps',
  why: 'A program that crashes with dumps turned on writes its memory to a file, with all that the applicant typed.',
  goLive: { kind: 'breaks', invariants: [2, 5], whenUnknown: 'stops' },
  remedies: {
    limit:
      'Start the kiosk by its own command or its unit; in a service file of your own, write `LimitCORE=0` into `[Service]`.',
    pattern: sysctlRemedy('kernel.core_pattern=|/bin/false'),
    storage: systemdRemedy('coredump.conf', '[Coredump]\\nStorage=none\\nProcessSizeMax=0\\n', null),
    dumpable: sysctlRemedy('fs.suid_dumpable=0'),
  },
});

export interface CoreDumpFacts {
  /** /proc/sys/kernel/core_pattern */
  readonly pattern: Reading;
  /** /proc/sys/fs/suid_dumpable */
  readonly suidDumpable: Reading;
  /** /proc/self/limits */
  readonly limits: Reading;
  /** coredump.conf and its drop-ins, in reading order; null: one of them can't be read. */
  readonly settings: readonly string[] | null;
}

/** Programs that a dump may be handed to because they do nothing with it. */
const SINKS: ReadonlySet<string> = new Set(['/bin/false', '/bin/true', '/usr/bin/false', '/usr/bin/true']);

export function judgeCoreDumps(facts: CoreDumpFacts): Finding {
  return together(judgeLimit(facts.limits), judgePattern(facts), judgeDumpable(facts.suidDumpable));
}

/** The soft limit of core files, as /proc/PID/limits writes it: bytes or `unlimited`. Null: the line is not there. */
export function coreLimit(limits: string): string | null {
  return /^Max core file size\s+(\S+)\s/m.exec(limits)?.[1] ?? null;
}

function judgeLimit(limits: Reading): Finding {
  if (limits.kind !== 'read') return notRun(whyUnread('/proc/self/limits', limits));
  const limit = coreLimit(limits.text);
  if (limit === null) return notRun('/proc/self/limits names no limit of core files.');
  if (limit === '0') return pass('Core files are limited to 0 bytes.');
  return fail(`Core files may have ${limit} bytes.`, coreDumps.remedies.limit);
}

/** proc_sys_kernel(5): what begins with a pipe is given the dump whatever the limit says, and from 6.16 on a socket after `@`. */
function judgePattern({ pattern, settings }: CoreDumpFacts): Finding {
  if (pattern.kind !== 'read') return notRun(whyUnread('/proc/sys/kernel/core_pattern', pattern));
  const [first = ''] = pattern.text.trim().split(/\s+/);
  if (first.startsWith('@')) {
    return fail('The kernel hands dumps to another program by a socket.', coreDumps.remedies.pattern);
  }
  if (!first.startsWith('|')) return pass('Dumps go to no program.');
  const program = first.slice(1);
  if (SINKS.has(program)) return pass('Dumps are thrown away.');
  if (!program.endsWith('/systemd-coredump')) {
    return fail(`The kernel hands dumps to ${program}, whatever their limit is.`, coreDumps.remedies.pattern);
  }
  if (settings === null) return notRun('The settings of systemd-coredump can’t be read.');
  if (settingIn(settings, 'Coredump', 'Storage') === 'none') return pass('systemd-coredump stores nothing.');
  return fail(
    'systemd-coredump stores the dumps of every program without a limit of its own, such as an X server’s.',
    coreDumps.remedies.pattern,
    coreDumps.remedies.storage,
  );
}

function judgeDumpable(reading: Reading): Finding {
  const value = valueIn(reading);
  if (reading.kind !== 'read') return notRun(whyUnread('/proc/sys/fs/suid_dumpable', reading));
  // 2 writes only where root alone reads it, and only by a pipe or a full path.
  if (value === '0' || value === '2') return pass(`suid_dumpable is ${value}.`);
  return fail(
    `suid_dumpable is ${value}: programs with special rights are dumped.`,
    coreDumps.remedies.dumpable,
  );
}
