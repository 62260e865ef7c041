import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isEnding } from '../../shared/application/is-ending.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { useHearsCards } from '../core-client/use-hears-cards.ts';
import { useStaffRole } from '../core-client/use-staff-role.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useReadyTone } from '../parts/ready-tone/use-ready-tone.ts';
import { ageInWords, expiryInWords, nextActInWords, stateInWords } from '../wording/application/state.ts';
import { refusalInWords } from '../wording/refusal.ts';
import styles from './in-progress.module.css';

type Application = KioskStatus['inProgress'][number];

/** Where an application is and since when, or, in its last hour, how long it has left. */
function WhereItIs({ application }: { application: Application }): ReactNode {
  const { state, printStopped, minutes, minutesLeft } = application;
  const expiry = isEnding(state) ? null : expiryInWords(minutesLeft);
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
  const { state, hold, rulesUnknown } = application;
  return (
    <>
      {hold === 'free' ? null : <span aria-hidden="true">▮▮ </span>}
      {hold === 'frozen' ? (
        <Trans comment="State of an application in a list. A legal hold is an order to erase nothing.">
          On legal hold. It can’t be opened.
        </Trans>
      ) : rulesUnknown ? (
        state === 'printed' ? (
          hold === 'kept' ? (
            <Trans comment="What to do with an application in a list: it began under rules that this version of the program doesn’t understand. A legal hold is an order to erase nothing.">
              On legal hold. Don’t hand over the card. This version of Counterfoil can’t open it.
            </Trans>
          ) : (
            <Trans comment="What to do with an application in a list. It began under rules that this version of the program doesn’t understand.">
              Don’t hand over the card. This version of Counterfoil can’t open it. Call your supervisor.
            </Trans>
          )
        ) : hold === 'kept' ? (
          <Trans comment="State of an application in a list: it began under rules that this version of the program doesn’t understand. A legal hold is an order to erase nothing.">
            On legal hold. This version of Counterfoil can’t open it.
          </Trans>
        ) : (
          <Trans comment="State of an application in a list. It began under rules that this version of the program doesn’t understand.">
            This version of Counterfoil can’t open it. Call your supervisor.
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
  ariaDisabled: boolean | 'for-a-moment';
  asleep: boolean;
  /** Why it was not opened, after it was asked for; null: it was not, or it was. */
  refusal: Refusal | null;
  onOpen: (ticket: Application['ticket']) => void;
}): ReactNode {
  const { application, ariaDisabled, asleep, refusal, onOpen } = props;
  const { ticket, state, hold } = application;
  const isClosed = hold === 'frozen' || application.rulesUnknown || isEnding(state);
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
        {/* What was refused would else be advised beside it. */}
        {refusal === null ? (
          <span className={styles.next}>
            <WhatIsNext application={application} />
          </span>
        ) : null}
      </span>
      {isClosed ? null : (
        <ActionButton ariaDisabled={ariaDisabled} asleep={asleep} onPress={() => onOpen(ticket)}>
          <Trans comment="Button in the list of open applications. {ticket} is a number; only screen readers say this part.">
            Open <span className={styles.hidden}>ticket {ticket}</span>
          </Trans>
        </ActionButton>
      )}
      {refusal === null ? null : (
        <div className={styles.refusal}>
          <NotOpened ticket={ticket} refusal={refusal} />
        </div>
      )}
    </li>
  );
}

/** Why an application was not opened, brought into sight: a list may be longer than the screen. */
function NotOpened({ ticket, refusal }: { ticket: Application['ticket']; refusal: Refusal }): ReactNode {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.scrollIntoView({ block: 'nearest' }), []);
  const why = refusalInWords(refusal, { role: useStaffRole() });
  return (
    <div ref={notice} data-refusal={refusal.kind}>
      <Notice kind="bad" role="alert">
        <p>
          <Trans comment="In the list of open applications: why one wasn’t opened. {ticket} is its number of the day, {why} a sentence or more.">
            Ticket {ticket}: {why}
          </Trans>
        </p>
      </Notice>
    </div>
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
  const [asked, setAsked] = useState<Application['ticket'] | null>(null);
  const open = (ticket: Application['ticket']): void =>
    void act.run(() => {
      setAsked(ticket);
      return client.openApplication({ ticket });
    });
  const isListed = applications.some(({ ticket }) => ticket === asked);
  const ready = applications.filter(({ state }) => state === 'printed').map(({ ticket }) => ticket);
  useReadyTone(ready, useHearsCards());
  return (
    <section aria-labelledby="in-progress" className={styles.section}>
      <h2 id="in-progress" className={styles.heading}>
        <Trans comment="Heading above the list of open applications.">Open applications</Trans>
      </h2>
      {/* Its row may be gone, and that may be why. */}
      {act.refusal === null || asked === null || isListed ? null : (
        <NotOpened ticket={asked} refusal={act.refusal} />
      )}
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
              ariaDisabled={act.busy && 'for-a-moment'}
              asleep={asleep}
              refusal={application.ticket === asked ? act.refusal : null}
              onOpen={open}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
