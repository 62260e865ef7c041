import { Trans } from '@lingui/react/macro';
import type { ReactNode, RefObject } from 'react';
import { ActionButton } from '../../parts/action-button.tsx';
import type { HandKey } from '../../parts/keys/use-hand-key.ts';
import styles from './hand-over-step.module.css';

interface HandOverQuestionProps {
  readonly questionRef: RefObject<HTMLHeadingElement | null>;
  readonly enabled: boolean;
  /** The key of the yes, which it takes only once the card is named. */
  readonly handing: HandKey;
  /** What has to be done before the yes; null for nothing, and where a notice says it. */
  readonly first: string | null;
  readonly canSpoil: boolean;
  readonly onDisabledYes: () => void;
  readonly onNo: () => void;
  readonly onNoCard: () => void;
}

/**
 * The one big question. Yes is F12 and never Enter: it stands outside the order of Tab, so that neither a
 * scanner's Enter nor a habit can press it; a hand on the mouse, or a screen reader's click, still can.
 */
export function HandOverQuestion({
  questionRef,
  enabled,
  handing,
  first,
  canSpoil,
  onDisabledYes,
  onNo,
  onNoCard,
}: HandOverQuestionProps): ReactNode {
  return (
    <section className={styles.question} aria-labelledby="question" data-enabled={enabled}>
      <h2 id="question" ref={questionRef} tabIndex={-1} className={styles.words}>
        <Trans>Does the applicant have the card, and is it correct?</Trans>
      </h2>
      <p className={styles.early} role="status">
        {first}
      </p>
      <div className={styles.choices}>
        <ActionButton
          kind="main"
          large
          neverByKey
          {...handing.button}
          ariaDisabled={!enabled}
          onDisabledPress={onDisabledYes}
        >
          <Trans>Card handed over</Trans>
        </ActionButton>
        <ActionButton shortcut="F8" ariaDisabled={!canSpoil} onPress={onNo}>
          <Trans comment="Button on the handoff screen that opens a question: why is the card spoiled?">
            Something is wrong…
          </Trans>
        </ActionButton>
      </div>
      <div>
        <ActionButton kind="quiet" asleep={handing.button.asleep} ariaDisabled={!canSpoil} onPress={onNoCard}>
          <Trans comment="Button on the handoff screen: the card is not in the tray.">
            Report missing card
          </Trans>
        </ActionButton>
      </div>
    </section>
  );
}
