import { declareCheck } from '../check.ts';
import { type Finding, notRun, pass, warn } from '../finding.ts';
import { type Reading, valueIn, whyUnread } from '../reading.ts';

export const sleep = declareCheck({
  id: 'sleep',
  title: 'Sleep',
  why: 'A computer that sleeps keeps an open application in its memory, and nothing ends it when its time is over.',
  goLive: { kind: 'advice' },
  remedies: {
    mask: 'Run `systemctl mask sleep.target suspend.target hibernate.target hybrid-sleep.target suspend-then-hibernate.target` as root.',
  },
});

export interface SleepFacts {
  /** /sys/power/state: the kinds of sleep that this kernel has. */
  readonly state: Reading;
  /** Whether systemd is told not to: sleep.conf, or a target that is masked. */
  readonly isForbidden: boolean;
}

/** Kinds of sleep other than hibernation, which is a check of its own. */
const KINDS: ReadonlySet<string> = new Set(['freeze', 'standby', 'mem']);

export function judgeSleep({ state, isForbidden }: SleepFacts): Finding {
  if (state.kind !== 'read') return notRun(whyUnread('/sys/power/state', state));
  const kinds = (valueIn(state) ?? '').split(/\s+/).filter((kind) => KINDS.has(kind));
  if (kinds.length === 0) return pass('This kernel can’t sleep.');
  if (isForbidden) return pass('systemd is told not to let it sleep.');
  return warn('A closed lid, a key or an idle time may put it to sleep.', sleep.remedies.mask);
}
