import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import type { DateQuestion } from '../../shared/contract/status.ts';
import { useCore } from '../core-client/core.tsx';
import { ActionButton } from '../parts/action-button.tsx';
import { useApproval } from '../parts/approval/approval.tsx';
import { TooEarly } from '../parts/keys/too-early.tsx';
import { useHandKey } from '../parts/keys/use-hand-key.ts';
import { useKeys } from '../parts/keys/use-keys.ts';
import { Notice } from '../parts/notice.tsx';
import { doubtInWords } from '../wording/date-doubt.ts';
import { dateWithWeekday } from '../wording/dates.ts';
import { refusalInWords } from '../wording/refusal.ts';
import styles from './date-question.module.css';

interface DateQuestionProps {
  readonly question: DateQuestion;
  /** A supervisor is being asked for, in a dialog over the screen. */
  readonly onDialog: (open: boolean) => void;
}

/**
 * The machine's clock says something that it can hardly know. Whoever has a calendar is asked, before anything
 * is begun or issued by it. A supervisor answers for it, by a key that nobody presses by habit, and another one than
 * that of the tray check, whose screen may have stood here a moment ago. Whoever calls the date wrong is no longer
 * offered to confirm it; a wrong clock is set by IT staff, not here. It stands above the rest of the start screen: what
 * is open goes on all the same.
 */
export function DateQuestionNotice({ question, onDialog }: DateQuestionProps): ReactNode {
  const { client } = useCore();
  const approval = useApproval();
  const [deniedDate, setDeniedDate] = useState<string | null>(null);
  const { asking, refusal } = approval;
  const { shown } = question;
  const date = dateWithWeekday(shown);
  // Another date than the one that was called wrong is asked about anew.
  const wrong = deniedDate === date;
  const confirm = (): void =>
    void approval.run({ act: 'confirmDate', shown }, () => client.confirmDate({ shown }), [date]);
  const turn = (): void => setDeniedDate(wrong ? null : date);
  const confirming = useHandKey('F12', confirm, !asking && !wrong);
  useKeys({ F9: turn }, !asking);
  useEffect(() => {
    onDialog(asking);
    // The clock may be set right meanwhile: then question and dialog are gone together.
    return () => onDialog(false);
  }, [asking, onDialog]);

  return (
    <section aria-labelledby="date-question" className={styles.question} data-notice="date-question">
      <Notice kind="warn" role="alert">
        <h2 id="date-question" className={styles.heading}>
          {wrong ? (
            <Trans comment="Heading, after the clerk said that the date which the computer shows isn’t today’s.">
              This computer’s date is wrong
            </Trans>
          ) : (
            <Trans>Is today’s date right?</Trans>
          )}
        </h2>
        <p>
          <Trans comment="Label. {date} is a date with its weekday.">
            This computer says today is{' '}
            <b className={styles.date} data-shown-date>
              {date}
            </b>
          </Trans>
        </p>
        <p data-date-doubt={question.doubt}>{doubtInWords(question.doubt)}</p>
        {wrong ? (
          <p>
            <Trans>
              Until the clock is right, no application can start and no card can print. You can still open
              applications below. They still expire on time.
            </Trans>
          </p>
        ) : (
          <>
            <p>
              <Trans>
                Compare the date with a calendar or a phone. Until you confirm it, no application can start
                and no card can print. You can still open applications below. They still expire on time, and
                confirming a later date may end some at once.
              </Trans>
            </p>
            <p>
              <Trans>A supervisor confirms the date. The ledger records who confirmed it, and when.</Trans>
            </p>
          </>
        )}
      </Notice>
      {wrong ? <WhatToDo /> : null}
      <div className={styles.choices}>
        {wrong ? null : (
          <ActionButton neverByKey {...confirming.button} ariaDisabled={approval.busy && 'for-a-moment'}>
            <Trans comment="Button: the date that the computer shows is right.">Confirm this date</Trans>
          </ActionButton>
        )}
        <ActionButton shortcut="F9" onPress={turn}>
          {wrong ? <Trans>Compare the date again</Trans> : <Trans>This date is wrong</Trans>}
        </ActionButton>
        <TooEarly keys={[confirming]} />
      </div>
      {refusal === null || wrong ? null : (
        <Notice kind="bad" role="alert">
          <p data-refusal={refusal.kind}>{refusalInWords(refusal)}</p>
        </Notice>
      )}
      {approval.dialog}
    </section>
  );
}

function WhatToDo(): ReactNode {
  return (
    <div role="status">
      <h3 className={styles.heading}>
        <Trans>What to do</Trans>
      </h3>
      <ol className={styles.steps} data-date-wrong>
        <li>
          <Trans>Ask your IT staff to set this computer’s clock. You can’t set it here.</Trans>
        </li>
        <li>
          <Trans>Leave the kiosk on. It continues by itself once the clock is right.</Trans>
        </li>
      </ol>
    </div>
  );
}
