import { declareCheck } from '../check.ts';
import { type Finding, fail, notRun, pass, warn } from '../finding.ts';
import { lastParameter, parseKernelCommandLine } from '../parse/kernel-command-line.ts';
import { type Reading, valueIn, whyUnread } from '../reading.ts';
import { kernelWordRemedy } from '../remedy-commands.ts';
import type { Storage } from '../storage.ts';
import { parseSwaps, type Swap } from './proc-swaps.ts';

export const hibernation = declareCheck({
  id: 'hibernation',
  title: 'Hibernation',
  why: 'A computer that hibernates writes all of its memory to a disk, with the applicant and every key in it.',
  goLive: { kind: 'breaks', invariants: [2, 5], whenUnknown: 'stops' },
  remedies: {
    forbid: kernelWordRemedy('nohibernate'),
    mask: 'Run `systemctl mask hibernate.target hybrid-sleep.target suspend-then-hibernate.target` as root.',
  },
});

export interface HibernationFacts {
  /** /sys/power/state: the kinds of sleep that this kernel has. */
  readonly state: Reading;
  /** /sys/power/disk: how it would go down, or that it may not. */
  readonly disk: Reading;
  /** /sys/power/resume: the device that it would wake up from, as major:minor. */
  readonly resume: Reading;
  readonly commandLine: Reading;
  readonly swaps: Reading;
  storageOf(swap: Swap): Storage;
  /** Whether systemd is told not to: sleep.conf, or a target that is masked. */
  readonly isForbidden: boolean;
}

export function judgeHibernation(facts: HibernationFacts): Finding {
  const state = valueIn(facts.state);
  if (facts.state.kind !== 'read') return notRun(whyUnread('/sys/power/state', facts.state));
  if (state?.split(/\s+/).includes('disk') !== true) return pass('This kernel can’t hibernate.');
  if (valueIn(facts.disk)?.includes('[disabled]') === true)
    return pass('The kernel is locked against hibernation.');
  const swaps = facts.swaps.kind === 'read' ? parseSwaps(facts.swaps.text).swaps : null;
  if (swaps === null) return notRun('The kernel can hibernate, and nothing shows where to.');
  const places = swaps.map(facts.storageOf).filter((storage) => storage !== 'memory');
  // systemd's word binds systemd alone: root, or whatever writes to /sys/power/state, does it all the same.
  if (places.some((storage) => storage === 'plain' || storage === 'unknown'))
    return fail(
      'The kernel can hibernate to a swap that is not encrypted, also where systemd is told not to.',
      hibernation.remedies.forbid,
    );
  const remedies = [hibernation.remedies.forbid, hibernation.remedies.mask] as const;
  if (facts.isForbidden) return pass('systemd is told not to hibernate.');
  if (places.length > 0)
    return warn('The kernel can hibernate; the swap that it would write to is encrypted.', ...remedies);
  const device = resumeDevice(facts);
  if (device === null) return pass('The kernel could hibernate, but there is no swap to write to.');
  return warn(
    `There is no swap to hibernate to now, but the computer is set to wake up from ${device}.`,
    ...remedies,
  );
}

/** `resume=` may be there although `noresume` takes it back; `0:0` is no device. */
function resumeDevice({ resume, commandLine }: HibernationFacts): string | null {
  const parameters = commandLine.kind === 'read' ? parseKernelCommandLine(commandLine.text) : [];
  const named =
    lastParameter(parameters, 'noresume') === undefined ? lastParameter(parameters, 'resume') : '';
  if (named !== undefined && named !== null && named !== '') return named;
  const device = valueIn(resume);
  return device === null || device === '' || device === '0:0' ? null : device;
}
