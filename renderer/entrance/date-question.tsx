import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { DateQuestion, KioskStatus } from '../../shared/contract/status.ts';
import { useCore } from '../core-client/core.tsx';
import { goTo } from '../core-client/place.ts';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { useApproval } from '../parts/approval.tsx';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { useHandKey } from '../parts/use-hand-key.ts';
import { useKeys } from '../parts/use-keys.ts';
import { doubtInWords } from '../wording/date-doubt.ts';
import { dateWithWeekday } from '../wording/dates.ts';
import { refusalInWords } from '../wording/refusal.ts';
import styles from './entrance.module.css';

/**
 * The machine's clock says something that it can hardly know. Whoever has a calendar is asked, before anything
 * expires or is issued by it. A supervisor answers for it, by a key that nobody presses by habit; a wrong clock
 * is set by IT staff, not here.
 */
export function DateQuestionScreen(props: { question: DateQuestion; status: KioskStatus }): ReactNode {
  const { question, status } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const approval = useApproval('confirmDate');
  const leaving = useAct();
  const [wrong, setWrong] = useState(false);
  const isSupervisor = status.staff?.role === 'supervisor';
  const refusal = approval.refusal ?? leaving.refusal;
  const date = dateWithWeekday(question.shown);
  const confirm = (): void => void approval.run(() => client.confirmDate({ shown: question.shown }));
  const supervise = (): void => goTo('supervisor');
  const denyDate = (): void => setWrong(true);
  useHandKey('F8', confirm, !approval.asking);
  useKeys({ F9: denyDate, ...(isSupervisor ? { F4: supervise } : {}) }, !approval.asking);

  return (
    <Screen name="date-question" heading={t`Is today’s date right?`} focusHeading>
      <p>
        <Trans>This computer says that today is</Trans>
      </p>
      <p className={styles.date} data-shown-date>
        {date}
      </p>
      <Notice kind="warn" role="alert">
        <p data-date-doubt={question.doubt}>{doubtInWords(question.doubt)}</p>
        <p>
          <Trans>
            Compare the date with a calendar or a phone. Until it is confirmed, no application can begin and
            no card can be printed. Open applications are kept.
          </Trans>
        </p>
      </Notice>
      {wrong ? (
        <section aria-labelledby="what-to-do">
          <h2 id="what-to-do" className={styles.subheading}>
            <Trans>What to do</Trans>
          </h2>
          <ol className={styles.steps} data-date-wrong>
            <li>
              <Trans>Ask your IT staff to set this computer’s clock. It can’t be set here.</Trans>
            </li>
            <li>
              <Trans>Leave the kiosk on. It goes on by itself once the clock is right.</Trans>
            </li>
          </ol>
        </section>
      ) : null}
      <div className={styles.choices}>
        <ActionButton kind="main" neverByKey shortcut="F8" asleep={approval.busy} onPress={confirm}>
          <Trans>Confirm this date</Trans>
        </ActionButton>
        <ActionButton shortcut="F9" onPress={denyDate}>
          <Trans>This date is wrong</Trans>
        </ActionButton>
        {isSupervisor ? (
          <ActionButton shortcut="F4" onPress={supervise}>
            <Trans>Supervisor’s area</Trans>
          </ActionButton>
        ) : null}
        <ActionButton asleep={leaving.busy} onPress={() => void leaving.run(() => client.signOut({}))}>
          <Trans>Sign out</Trans>
        </ActionButton>
      </div>
      <p>
        <Trans>A supervisor confirms the date. The ledger records who did, and when.</Trans>
      </p>
      {refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p data-refusal={refusal.kind}>{refusalInWords(refusal)}</p>
        </Notice>
      )}
      {approval.dialog}
    </Screen>
  );
}
