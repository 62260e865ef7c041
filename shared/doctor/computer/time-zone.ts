import { declareCheck, remedy } from '../check.ts';
import { type Finding, notRun, pass, warn } from '../finding.ts';

export const timeZone = declareCheck({
  id: 'time-zone',
  title: 'Time zone',
  why: 'The kiosk goes by the policy’s zone; the system’s log and its files say another day where the computer has another one.',
  goLive: { kind: 'advice' },
  remedies: { set: 'Run `timedatectl set-timezone {zone}` as root, and start the kiosk anew.' },
});

export interface TimeZoneFacts {
  /** What this computer goes by, such as America/New_York. */
  readonly ofComputer: string;
  /** What the policy names; null: there is no policy that can be read. */
  readonly ofPolicy: string | null;
  /** Whether both show the same time, now and half a year from now: one zone has several names. */
  readonly areSame: boolean;
}

export function judgeTimeZone({ ofComputer, ofPolicy, areSame }: TimeZoneFacts): Finding {
  if (ofPolicy === null)
    return notRun(`The computer’s zone is ${ofComputer}; there is no policy to compare it with.`);
  if (areSame) return pass(`The computer’s zone is ${ofComputer}, as the policy says.`);
  return warn(
    `The computer’s zone is ${ofComputer}, and the policy’s is ${ofPolicy}.`,
    remedy(timeZone.remedies.set, { zone: ofPolicy }),
  );
}
