import { Trans } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { DayFigures, DaySheet } from '../../../shared/contract/counter-day/day-acts.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Refused } from '../../parts/refused.tsx';
import styles from '../supervisor.module.css';
import { type ClosingDraft, EMPTY_DRAFT, judgeDraft } from './closing-draft.ts';
import { BlanksCounted, DrawerCounted } from './counted-fields.tsx';
import { useDayFigures } from './use-day-figures.ts';

/** Closes the day: two numbers, whose differences are told as they are typed, and Enter. */
export function CloseDay(props: {
  status: KioskStatus;
  onClosed: (sheet: DaySheet | null) => void;
}): ReactNode {
  const { figures, refresh } = useDayFigures(props.status);
  if (figures === null) return null;
  const open = props.status.inProgress.length;
  return <ClosingForm figures={figures} open={open} refresh={refresh} onClosed={props.onClosed} />;
}

function ClosingForm(props: {
  figures: DayFigures;
  open: number;
  refresh: () => void;
  onClosed: (sheet: DaySheet | null) => void;
}): ReactNode {
  const { figures, open, refresh, onClosed } = props;
  const { client } = useCore();
  const act = useAct();
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [wasPressed, setPressed] = useState(false);
  const judged = judgeDraft(draft, figures);
  const change = (part: Partial<ClosingDraft>): void => {
    setDraft((now) => ({ ...now, ...part }));
    setPressed(false);
    act.clear();
  };
  const close = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setPressed(true);
    const { closing, lacking } = judged;
    // What is wrong may be beyond the edge of the screen: the focus brings it there.
    if (lacking !== null)
      event.currentTarget.querySelector<HTMLElement>(`#${lacking}, [name="${lacking}"]`)?.focus();
    if (closing === null) return;
    await act.run(async () => {
      const answer = await client.closeDay(closing);
      if (answer.ok) onClosed(answer.value.sheet);
      else refresh();
      return answer;
    });
  };
  const counted = { figures, draft, judged, wasPressed, onChange: change };
  return (
    <form
      className={`${styles.form} ${styles.longProblems}`}
      noValidate
      aria-labelledby="close-day-heading"
      data-form="close-day"
      onSubmit={(event) => void close(event)}
    >
      <h3 id="close-day-heading" className={styles.subheading}>
        <Trans comment="Heading of a form: the counter closes for the day.">Close the day</Trans>
      </h3>
      <DayNotices figures={figures} />
      <BlanksCounted {...counted} />
      <DrawerCounted {...counted} open={open} />
      <div className={styles.choices}>
        <ActionButton type="submit" kind="main" irreversible ariaDisabled={act.busy && 'for-a-moment'}>
          <Trans comment="Button: the counter closes for the day.">Close day</Trans>
        </ActionButton>
      </div>
      <Refused refusal={act.refusal} hasTyped />
    </form>
  );
}

/** What is out of the ordinary in the figures, before they are compared with anything. */
function DayNotices({ figures }: { figures: DayFigures }): ReactNode {
  return (
    <>
      {figures.isLate ? (
        <div data-notice="late">
          <Notice kind="warn">
            <p>
              <Trans comment="Notice above the form for closing a day that was opened on an earlier date.">
                This day wasn’t closed on its own date. Its figures are as of now, and the day sheet says so.
              </Trans>
            </p>
          </Notice>
        </div>
      ) : null}
      {figures.practiced ? (
        <div data-notice="practiced">
          <Notice kind="warn">
            <p>
              <Trans comment="Notice above the form for closing the day. Practice is with made-up applicants.">
                This kiosk has been used for practice since the day was opened. Practice cards aren’t counted.
              </Trans>
            </p>
          </Notice>
        </div>
      ) : null}
    </>
  );
}
