import { declareCheck } from '../check.ts';
import { type Finding, fail, notRun, pass } from '../finding.ts';
import { type Reading, valueIn, whyUnread } from '../reading.ts';

export const kernelDumps = declareCheck({
  id: 'kernel-dumps',
  title: 'Dumps of the whole memory',
  why: 'With kdump a kernel that crashes writes all of the memory to a disk, with the applicant and every key in it.',
  goLive: { kind: 'breaks', invariants: [2, 5], whenUnknown: 'stops' },
  remedies: {
    unload: 'Run `apt-get purge kdump-tools` as root, and restart.',
    elsewhere:
      'Where it comes from another package, run `kexec -p -u` as root, and take `crashkernel=` from the kernel’s command line.',
  },
});

const PATH = '/sys/kernel/kexec_crash_loaded';

export interface KernelDumpFacts {
  /** /sys/kernel/kexec_crash_loaded: 1 where another kernel waits for a crash. A kernel without kexec has no such file. */
  readonly loaded: Reading;
  /** Whether /sys/kernel is there at all: without it a missing file says nothing. */
  readonly hasFolder: boolean;
}

export function judgeKernelDumps({ loaded, hasFolder }: KernelDumpFacts): Finding {
  if (loaded.kind === 'missing' && hasFolder)
    return pass('This kernel can’t hand its memory to another one.');
  if (loaded.kind !== 'read') return notRun(whyUnread(PATH, loaded));
  switch (valueIn(loaded)) {
    case '0':
      return pass('No other kernel waits for a crash.');
    case '1':
      return fail(
        'A second kernel waits for a crash, and would write all of the memory to a disk.',
        kernelDumps.remedies.unload,
        kernelDumps.remedies.elsewhere,
      );
    default:
      return notRun(`${PATH} says something unknown.`);
  }
}
