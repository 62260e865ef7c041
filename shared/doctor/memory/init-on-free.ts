import { declareCheck } from '../check.ts';
import { type Finding, notRun, pass, warn } from '../finding.ts';
import { kernelBoolean, lastParameter, parseKernelCommandLine } from '../parse/kernel-command-line.ts';
import { type Reading, whyUnread } from '../reading.ts';
import { kernelWordRemedy } from '../remedy-commands.ts';

export const initOnFree = declareCheck({
  id: 'init-on-free',
  title: 'Freed memory is cleared',
  why: 'Memory that a program has given back keeps what it had until it is used again, unless the kernel clears it.',
  goLive: { kind: 'advice' },
  remedies: {
    clear: kernelWordRemedy('init_on_free=1'),
  },
});

export interface InitOnFreeFacts {
  readonly commandLine: Reading;
  /** The configuration of the running kernel: /boot/config-VERSION. */
  readonly kernelConfiguration: Reading;
  /** Another file lies over /proc/cmdline, so it is not what the kernel was started with. */
  readonly isCovered: boolean;
  /** In a container the command line is that of the machine around it. */
  readonly isContainer: boolean;
}

export function judgeInitOnFree(facts: InitOnFreeFacts): Finding {
  if (facts.isContainer) return notRun('This is a container: the machine around it decides.');
  if (facts.isCovered)
    return notRun('Another file lies over /proc/cmdline: it tells nothing of this kernel.');
  if (facts.commandLine.kind !== 'read') return notRun(whyUnread('/proc/cmdline', facts.commandLine));
  const said = lastParameter(parseKernelCommandLine(facts.commandLine.text), 'init_on_free');
  const value = said === undefined || said === null ? null : kernelBoolean(said);
  if (value === true) return pass('The kernel was started with init_on_free=1.');
  if (value === false) return warn('The kernel was started with init_on_free=0.', initOnFree.remedies.clear);
  const { kernelConfiguration: configuration } = facts;
  if (configuration.kind === 'read' && /^CONFIG_INIT_ON_FREE_DEFAULT_ON=y$/m.test(configuration.text))
    return pass('This kernel was built to clear freed memory.');
  return warn('The kernel was not told to clear freed memory.', initOnFree.remedies.clear);
}
