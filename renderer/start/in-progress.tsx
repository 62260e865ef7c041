import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { refusalInWords } from '../wording/refusal.ts';
import { ageInWords, stateInWords } from '../wording/state.ts';
import styles from './in-progress.module.css';

/** The open applications: ticket, state, age. Never a name, for anybody may see this screen. */
export function InProgress({ applications }: { applications: KioskStatus['inProgress'] }): ReactNode {
  const { client } = useCore();
  const act = useAct();
  return (
    <section aria-labelledby="in-progress" className={styles.section}>
      <h2 id="in-progress" className={styles.heading}>
        <Trans>In progress</Trans>
      </h2>
      {applications.length === 0 ? (
        <p>
          <Trans>Nobody is waiting.</Trans>
        </p>
      ) : (
        <ul className={styles.list}>
          {applications.map(({ ticket, state, minutes }) => (
            <li key={ticket} className={styles.row} data-ticket={ticket} data-state={state}>
              <span className={styles.ticket}>
                <Trans>Ticket {ticket}</Trans>
              </span>
              <span className={styles.state}>{stateInWords(state)}</span>
              <span className={styles.age}>{ageInWords(minutes)}</span>
              <ActionButton
                asleep={act.busy}
                onPress={() => void act.run(() => client.openApplication({ ticket }))}
              >
                <Trans>
                  Open <span className={styles.hidden}>ticket {ticket}</span>
                </Trans>
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
      {act.refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p>{refusalInWords(act.refusal)}</p>
        </Notice>
      )}
    </section>
  );
}
