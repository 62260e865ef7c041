import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Notice } from '../parts/notice.tsx';
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
        <Trans comment="In the list of open applications. {ticket} is the application’s number of the day.">
          Ticket {ticket}
        </Trans>
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
          <Trans comment="State of an application in a list; only screen readers say the second part. A legal hold is an order to erase nothing.">
            On legal hold<span className={styles.hidden}>, can’t be opened</span>
          </Trans>
        </span>
      ) : (
        <ActionButton ariaDisabled={ariaDisabled} onPress={() => onOpen(ticket)}>
          <Trans comment="Button in the list of open applications. {ticket} is a number; only screen readers say this part.">
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
  return (
    <section aria-labelledby="in-progress" className={styles.section}>
      <h2 id="in-progress" className={styles.heading}>
        <Trans comment="Heading above the list of open applications.">Open applications</Trans>
      </h2>
      {applications.length === 0 ? (
        <p>
          <Trans comment="In the place of a list that is empty.">No open applications.</Trans>
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
