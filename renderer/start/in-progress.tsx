import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { useHearsCards } from '../core-client/use-hears-cards.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useReadyTone } from '../parts/ready-tone/use-ready-tone.ts';
import { ageInWords, expiryInWords, nextActInWords, stateInWords } from '../wording/application/state.ts';
import { refusalInWords } from '../wording/refusal.ts';
import styles from './in-progress.module.css';

type Application = KioskStatus['inProgress'][number];

function Row(props: {
  application: Application;
  ariaDisabled: boolean;
  onOpen: (ticket: Application['ticket']) => void;
}): ReactNode {
  const { application, ariaDisabled, onOpen } = props;
  const { ticket, state, printStopped, minutes, minutesLeft, held } = application;
  const nextAct = held ? null : nextActInWords(application);
  const expiry = held ? null : expiryInWords(minutesLeft);
  return (
    <li className={styles.row} data-ticket={ticket} data-state={state} data-held={held}>
      <span className={styles.ticket}>
        <Trans>Ticket {ticket}</Trans>
      </span>
      <span className={printStopped ? styles.stopped : undefined} data-print-stopped={printStopped}>
        {printStopped ? <span aria-hidden="true">! </span> : null}
        {stateInWords(application)}
        {nextAct === null ? null : <span className={styles.next}>{nextAct}</span>}
      </span>
      <span className={styles.age}>
        {ageInWords(minutes)}
        {expiry === null ? null : (
          <span className={styles.expiry} data-expiry>
            <span aria-hidden="true">! </span>
            {expiry}
          </span>
        )}
      </span>
      {held ? (
        <span className={styles.heldMark}>
          <span aria-hidden="true">▮▮ </span>
          <Trans>
            On legal hold<span className={styles.hidden}>, can’t be opened</span>
          </Trans>
        </span>
      ) : (
        <ActionButton ariaDisabled={ariaDisabled} onPress={() => onOpen(ticket)}>
          <Trans>
            Open <span className={styles.hidden}>ticket {ticket}</span>
          </Trans>
        </ActionButton>
      )}
    </li>
  );
}

/** The open applications: ticket, state, age. Never a name, for anybody may see this screen. */
export function InProgress({ applications }: { applications: KioskStatus['inProgress'] }): ReactNode {
  const { client } = useCore();
  const act = useAct();
  const open = (ticket: Application['ticket']): void =>
    void act.run(() => client.openApplication({ ticket }));
  const ready = applications.filter(({ state }) => state === 'printed').map(({ ticket }) => ticket);
  useReadyTone(ready, useHearsCards());
  return (
    <section aria-labelledby="in-progress" className={styles.section}>
      <h2 id="in-progress" className={styles.heading}>
        <Trans>Open applications</Trans>
      </h2>
      {applications.length === 0 ? (
        <p>
          <Trans>No open applications.</Trans>
        </p>
      ) : (
        <ul className={styles.list}>
          {applications.map((application) => (
            <Row key={application.ticket} application={application} ariaDisabled={act.busy} onOpen={open} />
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
