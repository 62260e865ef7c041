import { declareCheck } from '../check.ts';
import { type Finding, fail, notRun, pass } from '../finding.ts';
import { type Reading, valueIn, whyUnread } from '../reading.ts';
import { sysctlRemedy } from '../remedy-commands.ts';

export const ptrace = declareCheck({
  id: 'ptrace-scope',
  title: 'Reading the memory of other programs',
  why: 'Without this limit any program of the same account can read what an applicant types out of the kiosk’s memory.',
  // Without Yama the kernel answers as with 0, and two supervisors may know why theirs has none.
  goLive: { kind: 'stops', whenUnknown: 'stops' },
  remedies: { limit: sysctlRemedy('kernel.yama.ptrace_scope=2') },
});

const PATH = '/proc/sys/kernel/yama/ptrace_scope';

/** `scope`: /proc/sys/kernel/yama/ptrace_scope (Documentation/admin-guide/LSM/Yama.rst). */
export function judgePtrace(scope: Reading): Finding {
  const value = valueIn(scope);
  if (scope.kind === 'missing')
    return notRun('This kernel has no Yama, or this process can’t see its setting.');
  if (scope.kind !== 'read') return notRun(whyUnread(PATH, scope));
  switch (value) {
    case '0':
      return fail('Any program may read the memory of others of its account.', ptrace.remedies.limit);
    case '1':
      return pass('A program may read the memory of those that it started, and of no others.');
    case '2':
    case '3':
      return pass(
        value === '2' ? 'Only root may read the memory of others.' : 'Nobody may read the memory of others.',
      );
    default:
      return notRun(`${PATH} says something unknown.`);
  }
}
