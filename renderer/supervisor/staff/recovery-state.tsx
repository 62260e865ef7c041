import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { RecoveryDecision } from '../../../shared/contract/status.ts';
import { calendarIn } from '../../../shared/local-calendar.ts';
import { useTimeZone } from '../../core-client/core.tsx';
import { goTo } from '../../core-client/place.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { recoveryInWords } from '../../wording/recovery/recovery-decision.ts';
import styles from '../supervisor.module.css';

/** Whether there is a way in when the last passphrase is lost, since when, and the way to decide it anew. */
export function RecoveryState({ recovery }: { recovery: RecoveryDecision }): ReactNode {
  const timeZone = useTimeZone();
  const day = recovery.kind === 'undecided' ? null : calendarIn(timeZone).dateAt(recovery.since);
  return (
    <section aria-labelledby="recovery-heading" className={styles.column} data-recovery={recovery.kind}>
      <h3 id="recovery-heading" className={styles.subheading}>
        <Trans>Recovery codes</Trans>
      </h3>
      <p>{recoveryInWords(recovery.kind, day)}</p>
      <div>
        <ActionButton onPress={() => goTo('recovery')}>
          <Trans comment="Button that opens the decision. Recovery codes are on paper, for a lost passphrase.">
            Decide about recovery codes…
          </Trans>
        </ActionButton>
      </div>
    </section>
  );
}
