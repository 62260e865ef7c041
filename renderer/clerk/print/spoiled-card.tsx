import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { advance } from '../../../shared/application/lifecycle.ts';
import { useCore } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { TooEarly } from '../../parts/keys/too-early.tsx';
import { useHandKey } from '../../parts/keys/use-hand-key.ts';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { Screen } from '../../parts/screen.tsx';
import { spoiledCardInWords } from '../../wording/application/promises.ts';
import { useStepLead } from '../use-step-lead.ts';
import { useWizard } from '../wizard-context.ts';
import { PrintRefused } from './print-refused.tsx';
import styles from './print-step.module.css';
import { usePrintAct } from './use-print-act.ts';

/**
 * After a spoiled card: the same card again, or first a change; when the person left, the end. F7 prints here as at every
 * other end of a print, and R takes the photo again as at the review.
 */
export function SpoiledCard(): ReactNode {
  const { t } = useLingui();
  const lead = useStepLead('print');
  const { application, goTo, reopen, isOverlaid, dialogOpen, cardsAreKept, openDialog } = useWizard();
  const { client } = useCore();
  const act = usePrintAct();
  const reprint = (): void => void act.run(() => client.retryPrint({}));
  const correct = (): void => reopen('answers');
  const retake = async (): Promise<void> => {
    if (await act.run(() => client.retakePhoto({}))) goTo('photo');
  };
  const reason = application.spoilReason;
  // The lifecycle's own word: after wrong details or a wrong photo the same card would be as wrong again.
  const mayReprint = reason !== null && advance({ kind: 'spoiled', reason }, { kind: 'clerk-reprinted' }).ok;
  // The Enter that counted the card as spoiled may come twice, and a card is printed by this one.
  const reprinting = useHandKey('F7', reprint, mayReprint && !isOverlaid);
  useKeys({ c: correct, C: correct, r: retake, R: retake }, !isOverlaid);
  // This screen comes up while the dialog still holds the focus; then it would go nowhere.
  const focus = !dialogOpen;
  const left = reason === 'not-collected';
  return (
    <Screen
      name="print"
      heading={t({
        message: 'The card was counted as spoiled',
        comment: 'Heading. A spoiled card came out wrong and is destroyed.',
      })}
      lead={lead}
      wide
    >
      <p>
        {spoiledCardInWords(cardsAreKept, left)}{' '}
        <Trans comment="Heading above the buttons after a spoiled card, one that came out wrong.">
          What comes next?
        </Trans>
      </p>
      <div className={styles.choices}>
        {left ? (
          <ActionButton kind="main" autoFocus={focus} shortcut="F4" onPress={() => openDialog('end')}>
            <Trans comment="Button that opens a question: the application ends and no card is printed.">
              End without a card…
            </Trans>
          </ActionButton>
        ) : null}
        {mayReprint ? (
          <ActionButton
            kind={left ? 'plain' : 'main'}
            autoFocus={focus && !left}
            {...reprinting.button}
            ariaDisabled={act.busy && 'for-a-moment'}
          >
            <Trans comment="Button after a spoiled card: prints it once more with the same details.">
              Reprint same card
            </Trans>
          </ActionButton>
        ) : null}
        <ActionButton
          kind={reason === 'wrong-details' ? 'main' : 'plain'}
          autoFocus={focus && reason === 'wrong-details'}
          shortcut="C"
          onPress={correct}
        >
          <Trans comment="Button after a spoiled card: back to the card details.">Correct a detail</Trans>
        </ActionButton>
        <ActionButton
          kind={reason === 'wrong-photo' ? 'main' : 'plain'}
          autoFocus={focus && reason === 'wrong-photo'}
          shortcut="R"
          ariaDisabled={act.busy && 'for-a-moment'}
          onPress={() => void retake()}
        >
          <Trans>Retake photo</Trans>
        </ActionButton>
        <TooEarly keys={[reprinting]} />
      </div>
      <PrintRefused refusal={act.refusal} />
    </Screen>
  );
}
