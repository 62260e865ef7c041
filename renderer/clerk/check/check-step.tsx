import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { checkAnswers } from '../../../shared/application/answers.ts';
import { feeDue, isFeeOpen } from '../../../shared/programme/fee.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Actions } from '../../parts/actions.tsx';
import hidden from '../../parts/hidden.module.css';
import { useAwake } from '../../parts/keys/use-awake.ts';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { Screen } from '../../parts/screen.tsx';
import { useIntoSight } from '../../parts/use-into-sight.ts';
import { KeptPhoto } from '../../photo/kept-photo.tsx';
import { printingInWords } from '../../wording/application/promises.ts';
import { routeInWords } from '../../wording/application/routes.ts';
import { useAnswers } from '../answers/use-answers.ts';
import { PrintRefused } from '../print/print-refused.tsx';
import { usePrintAct } from '../print/use-print-act.ts';
import { useStepLead } from '../use-step-lead.ts';
import { useWizard } from '../wizard-context.ts';
import styles from './check-step.module.css';
import { FeeQuestion } from './fee-question.tsx';
import { HeldNotice } from './held-notice.tsx';
import { ReadBack } from './read-back.tsx';
import { Unprintable } from './unprintable.tsx';
import { useLastLineSeen } from './use-last-line-seen.ts';
import { useReadBack } from './use-read-back.ts';
import { useScrollKeys } from './use-scroll-keys.ts';
import { WhyNotYet } from './why-not-yet.tsx';

/** Whether something lay over the step since it came: what comes with the step is told at once that it is too early. */
function useWasOverlaid(isOverlaid: boolean): boolean {
  const [wasOverlaid, setWasOverlaid] = useState(isOverlaid);
  useEffect(() => {
    if (isOverlaid) setWasOverlaid(true);
  }, [isOverlaid]);
  return wasOverlaid;
}

/** Step 4: the read-back. There is no record from which a wrong card could be corrected tomorrow. */
export function CheckStep(): ReactNode {
  const { t } = useLingui();
  const lead = useStepLead('check');
  const answers = useAnswers();
  const { policy, covered, today, printer, goTo, goBack, isOverlaid, held } = useWizard();
  const { client, commits } = useCore();
  const act = usePrintAct();
  const retaking = useAct();
  const readBack = useReadBack(covered);
  const { isLongEnough } = readBack;
  const [pressedEarly, setPressedEarly] = useState(false);
  const checked = checkAnswers(answers, policy.fields, today);
  const due = checked.ok ? feeDue(policy, checked.value, answers.route, today) : 0;
  const lines = useRef<HTMLDivElement>(null);
  const isLastSeen = useLastLineSeen(lines);
  const isFeeDue = isFeeOpen(answers.fee, due);
  const isReady = isLongEnough && isLastSeen === true && !isFeeDue;
  // Something has to be done first, and is told at once: nobody asks for what they do not know of. The rest is time.
  const lacks = !checked.ok || isLastSeen === false || isFeeDue;

  const print = (): void =>
    void act.run(async () => {
      const settled = await commits.settled();
      return settled.ok ? client.print({}) : settled;
    });
  const retake = async (): Promise<void> => {
    if (await retaking.run(() => client.retakePhoto({}))) goTo('photo');
  };
  useKeys({ Escape: goBack, r: retake, R: retake }, !isOverlaid);
  useScrollKeys(lines, !isOverlaid);
  // The Enter of a dialog, pressed twice, would print: its first one has just made the card ready.
  const isAwake = useAwake(useWasOverlaid(isOverlaid) && !isOverlaid);

  useEffect(() => {
    if (isReady) setPressedEarly(false);
  }, [isReady]);

  const refusal = act.refusal ?? retaking.refusal ?? readBack.refusal;
  const isToldWhy = refusal !== null || printer.batteryLow;
  const isNotYet = checked.ok && refusal === null && !isReady && (lacks || (pressedEarly && !isToldWhy));
  // On a low screen it comes below the edge.
  const told = useIntoSight<HTMLDivElement>(refusal ?? (printer.batteryLow ? 'battery-low' : null));
  return (
    <Screen
      name="check"
      heading={
        checked.ok
          ? t`Is everything spelled right?`
          : t({
              message: 'Card not ready to print',
              comment: 'Heading of the review screen, where a card detail can’t be printed: it follows.',
            })
      }
      lead={lead}
      wide
    >
      {checked.ok ? (
        <p className={styles.turn}>
          {answers.route === 'first' ? null : (
            <strong data-route-read-back={answers.route}>{routeInWords(answers.route)} · </strong>
          )}
          <Trans>Turn the screen so the applicant can read it.</Trans>
        </p>
      ) : null}
      {held ? <HeldNotice /> : null}
      {/* Above what may be longer than the screen: its keys are said here only. */}
      {checked.ok ? <FeeQuestion due={due} /> : null}
      <div
        ref={lines}
        className={styles.step}
        data-read-back-lines={isLastSeen === null ? '' : isLastSeen ? 'seen' : 'more'}
      >
        {checked.ok ? (
          <ReadBack answers={checked.value} asked={policy.fields} today={today} />
        ) : (
          <Unprintable problems={checked.error} />
        )}
        <div className={styles.photo}>
          <KeptPhoto />
          <ActionButton kind="quiet" shortcut="R" onPress={() => void retake()}>
            <Trans comment="Button: the applicant’s photo is taken once more.">Retake photo</Trans>
          </ActionButton>
        </div>
      </div>
      <Actions>
        <ActionButton
          kind="main"
          large
          autoFocus={checked.ok}
          shortcut="Enter"
          asleep={!isAwake}
          ariaDisabled={lacks || (act.busy || !isReady ? 'for-a-moment' : false)}
          onPress={print}
          onDisabledPress={() => setPressedEarly(!isReady)}
        >
          <Trans comment="Button.">Print card</Trans>
        </ActionButton>
        {/* Beside the button, so that neither takes room from the lines. */}
        <div ref={told} className={styles.told}>
          <PrintRefused refusal={refusal} />
          <p className={isToldWhy && !isNotYet ? hidden.hidden : styles.early} role="status">
            {isNotYet ? <WhyNotYet isLastSeen={isLastSeen !== false} due={due} /> : null}
          </p>
          {held && checked.ok && !isToldWhy && !isNotYet ? <p>{printingInWords(held)}</p> : null}
        </div>
      </Actions>
    </Screen>
  );
}
