import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Intake } from '../../shared/contract/status.ts';
import { useCountdown } from '../parts/passphrase/use-countdown.ts';

/** When the kiosk tries by itself again, above a minute in minutes, rounded up. Read out when asked for, not each second. */
export function NextTry(props: {
  intake: Extract<Intake, { kind: 'locked' }>;
  /** Somebody has it tried now: that is said elsewhere, where it is spoken. */
  isTrying: boolean;
}): ReactNode {
  const { intake, isTrying } = props;
  const left = useCountdown(intake.retrySeconds, intake);
  const minutes = left === null ? 0 : Math.ceil(left / 60);
  return (
    <span role="timer" aria-live="off" data-by-itself={left !== null}>
      {isTrying ? null : left === null ? (
        <Trans>The kiosk won’t try again by itself.</Trans>
      ) : left === 0 ? (
        <Trans>The kiosk tries again now.</Trans>
      ) : left <= 60 ? (
        <Plural
          comment="Status line that counts down, after an erasure that could not be proven."
          value={left}
          one="The kiosk tries again by itself in # second."
          other="The kiosk tries again by itself in # seconds."
        />
      ) : (
        <Plural
          comment="Status line that counts down, after an erasure that could not be proven."
          value={minutes}
          one="The kiosk tries again by itself in # minute."
          other="The kiosk tries again by itself in # minutes."
        />
      )}
    </span>
  );
}
