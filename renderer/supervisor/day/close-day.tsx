import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { DayFigures, DaySheet } from '../../../shared/contract/counter-day/day-acts.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Problem } from '../../parts/problem.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { blanksProblemInWords, moneyProblemInWords } from '../../wording/day/counted-problem.ts';
import { blanksDifferenceInWords, drawerInWords } from '../../wording/day/difference.ts';
import styles from '../supervisor.module.css';
import { type ClosingDraft, EMPTY_DRAFT, judgeDraft } from './closing-draft.ts';
import { DifferenceChoice } from './difference-choice.tsx';
import { Refused } from './refused.tsx';
import { useDayFigures } from './use-day-figures.ts';

/** Closes the day: two numbers, whose differences are told as they are typed, and Enter. */
export function CloseDay(props: { status: KioskStatus; onClosed: (sheet: DaySheet) => void }): ReactNode {
  const { figures, refresh } = useDayFigures(props.status);
  if (figures === null) return null;
  return <ClosingForm figures={figures} refresh={refresh} onClosed={props.onClosed} />;
}

function ClosingForm(props: {
  figures: DayFigures;
  refresh: () => void;
  onClosed: (sheet: DaySheet) => void;
}): ReactNode {
  const { figures, refresh, onClosed } = props;
  const { t } = useLingui();
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
  const close = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setPressed(true);
    const { closing } = judged;
    if (closing === null) return;
    await act.run(async () => {
      const answer = await client.closeDay(closing);
      if (answer.ok) onClosed(answer.value.sheet);
      else refresh();
      return answer;
    });
  };
  const { blanksProblem, drawerProblem, blanks, cents, areBlanksOff, isDrawerOff } = judged;
  // An empty field is no problem before somebody wants to close.
  const shownBlanksProblem = blanksProblem === 'empty' && !wasPressed ? null : blanksProblem;
  const isReasonMissing = wasPressed && judged.closing === null && blanksProblem === null;
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
      <TextField
        id="blanks-now"
        label={t({
          message: 'Blank cards now, in the printer and in stock',
          comment: 'Label of a field for a number of unprinted cards.',
        })}
        kind="digits"
        value={draft.blanks}
        hint={blanks === null ? undefined : blanksDifferenceInWords(blanks, figures.blanks.expected)}
        problem={shownBlanksProblem === null ? null : blanksProblemInWords(shownBlanksProblem)}
        onChange={(typed) => change({ blanks: typed })}
      />
      {areBlanksOff ? (
        <DifferenceChoice
          name="blanks-reason"
          legend={t({ message: 'Why the blank cards don’t match', comment: 'Label of a choice of reasons.' })}
          value={draft.blanksReason}
          onChoose={(blanksReason) => change({ blanksReason })}
        />
      ) : null}
      {figures.fees.expected === null ? null : (
        <TextField
          id="drawer-now"
          label={t({
            message: 'Fees in the drawer, without starting cash',
            comment: 'Label of a field for an amount of money.',
          })}
          kind="digits"
          value={draft.drawer}
          hint={
            cents === null
              ? t({
                  message: 'Leave empty if it isn’t counted here.',
                  comment: 'Hint below a field for money.',
                })
              : drawerInWords(figures.fees, cents)
          }
          problem={drawerProblem === null ? null : moneyProblemInWords(drawerProblem)}
          onChange={(typed) => change({ drawer: typed })}
        />
      )}
      {isDrawerOff ? (
        <DifferenceChoice
          name="drawer-reason"
          legend={t({ message: 'Why the drawer doesn’t match', comment: 'Label of a choice of reasons.' })}
          value={draft.drawerReason}
          onChoose={(drawerReason) => change({ drawerReason })}
        />
      ) : null}
      <div className={styles.choices}>
        <ActionButton type="submit" kind="main" ariaDisabled={act.busy}>
          <Trans comment="Button: the counter closes for the day.">Close day</Trans>
        </ActionButton>
        {isReasonMissing && drawerProblem === null ? (
          <Problem>
            <Trans comment="Error beside a button.">Choose a reason for each difference.</Trans>
          </Problem>
        ) : null}
      </div>
      <Refused refusal={act.refusal} />
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
                There was practice since this day was opened. Its cards are in no figure.
              </Trans>
            </p>
          </Notice>
        </div>
      ) : null}
    </>
  );
}
