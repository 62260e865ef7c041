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

/** Where an application is and since when, or, in its last hour, how long it has left. */
function WhereItIs({ application }: { application: Application }): ReactNode {
  const { printStopped, minutes, minutesLeft } = application;
  const expiry = expiryInWords(minutesLeft);
  return (
    <span>
      <span className={printStopped ? styles.warning : undefined} data-print-stopped={printStopped}>
        {printStopped ? <span aria-hidden="true">! </span> : null}
        {stateInWords(application)}
      </span>{' '}
      {expiry === null ? (
        <span className={styles.age}>· {ageInWords(minutes)}</span>
      ) : (
        <span className={styles.warning} data-expiry>
          · <span aria-hidden="true">! </span>
          {expiry}
        </span>
      )}
    </span>
  );
}

/** What comes next, or why nothing does; and that a legal hold keeps it. */
function WhatIsNext({ application }: { application: Application }): ReactNode {
  const { hold, rulesUnknown } = application;
  return (
    <>
      {hold === 'free' ? null : <span aria-hidden="true">▮▮ </span>}
      {hold === 'frozen' ? (
        <Trans comment="State of an application in a list. A legal hold is an order to erase nothing.">
          On legal hold, can’t be opened
        </Trans>
      ) : rulesUnknown ? (
        hold === 'kept' ? (
          <Trans comment="State of an application in a list: it began under rules that this version of the program doesn’t understand. A legal hold is an order to erase nothing.">
            On legal hold. This version can’t open it.
          </Trans>
        ) : (
          <Trans comment="State of an application in a list. It began under rules that this version of the program doesn’t understand.">
            This version can’t open it. Erased when its time is up.
          </Trans>
        )
      ) : (
        nextActInWords(application)
      )}
    </>
  );
}

function Row(props: {
  application: Application;
  ariaDisabled: boolean;
  asleep: boolean;
  onOpen: (ticket: Application['ticket']) => void;
}): ReactNode {
  const { application, ariaDisabled, asleep, onOpen } = props;
  const { ticket, state, hold } = application;
  const isClosed = hold === 'frozen' || application.rulesUnknown;
  return (
    <li
      className={styles.row}
      data-ticket={ticket}
      data-state={state}
      data-hold={hold}
      data-waits={application.waitsForClerk}
    >
      <span className={styles.ticket}>
        <Trans comment="In the list of open applications. {ticket} is the application’s number of the day.">
          Ticket {ticket}
        </Trans>
      </span>
      <span className={styles.words}>
        <WhereItIs application={application} />
        <span className={styles.next}>
          <WhatIsNext application={application} />
        </span>
      </span>
      {isClosed ? null : (
        <ActionButton ariaDisabled={ariaDisabled} asleep={asleep} onPress={() => onOpen(ticket)}>
          <Trans comment="Button in the list of open applications. {ticket} is a number; only screen readers say this part.">
            Open <span className={styles.hidden}>ticket {ticket}</span>
          </Trans>
        </ActionButton>
      )}
    </li>
  );
}

/** The open applications: ticket, state, age, what to do next. Never a name, for anybody may see this screen. */
export function InProgress({
  applications,
  asleep,
}: {
  applications: KioskStatus['inProgress'];
  /** It was moved just now: whoever aimed at a row would press another one. */
  asleep: boolean;
}): ReactNode {
  const { client } = useCore();
  const act = useAct();
  const open = (ticket: Application['ticket']): void =>
    void act.run(() => client.openApplication({ ticket }));
  const ready = applications.filter(({ state }) => state === 'printed').map(({ ticket }) => ticket);
  useReadyTone(ready, useHearsCards());
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
            <Row
              key={application.ticket}
              application={application}
              ariaDisabled={act.busy}
              asleep={asleep}
              onOpen={open}
            />
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
