import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { DISPLAY_WIDTH } from '../../../shared/contract/residents/resident-acts.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { useStaffRole } from '../../core-client/use-staff-role.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { refusalInWords } from '../../wording/refusal.ts';
import styles from '../supervisor.module.css';
import { cardOutline, corrected, guessedWidth, typedWidth } from './card-outline.ts';
import own from './residents.module.css';

/**
 * How wide the display really is: whoever checks it holds a card against the outline and corrects the outline until it
 * fits. Sizes on the applicant's screens are in millimeters by this width. `kept`: null where
 * nobody has measured.
 */
export function DisplayCheck({ kept }: { kept: number | null }): ReactNode {
  const { i18n, t } = useLingui();
  const { client } = useCore();
  const role = useStaffRole();
  const act = useAct();
  const pixels = window.screen.width;
  const [typed, setTyped] = useState(String(kept ?? guessedWidth(pixels)));
  const [isSaved, setSaved] = useState(false);
  const width = typedWidth(typed);
  const { minimum } = DISPLAY_WIDTH;
  const maximum = i18n.number(DISPLAY_WIDTH.maximum);
  // What is no width draws the outline as it was last kept.
  const shown = width ?? kept ?? guessedWidth(pixels);
  const change = (next: string): void => {
    act.clear();
    setSaved(false);
    setTyped(next);
  };
  const correct = (by: 1 | -1, coarse = false): void => change(String(corrected(shown, by, coarse)));
  const save = async (): Promise<void> => {
    if (width !== null) setSaved(await act.run(() => client.setDisplayWidth({ millimeters: width })));
  };
  return (
    <section className={styles.form} aria-labelledby="display-heading" data-display-width={kept ?? 'unknown'}>
      <h3 id="display-heading" className={styles.subheading}>
        <Trans comment="Heading: how large the screen of this kiosk is.">Size of this display</Trans>
      </h3>
      <p className={styles.note}>
        <Trans comment="Above the drawn outline of a card.">
          Hold an ID card or bank card flat against the outline. Make the outline larger or smaller until it
          fits the card exactly, then save.
        </Trans>
      </p>
      {kept === null ? (
        <Notice kind="warn">
          <p>
            <Trans>
              Nobody has checked this display yet, so text and buttons on the applicant screens may be too
              small.
            </Trans>
          </p>
        </Notice>
      ) : null}
      <CardOutline shown={shown} pixels={pixels} onCorrect={correct} />
      <div className={styles.choices}>
        <ActionButton onPress={() => correct(-1)}>
          <Trans comment="Button: the drawn outline of a card gets a little smaller.">Smaller outline</Trans>
        </ActionButton>
        <ActionButton onPress={() => correct(1)}>
          <Trans comment="Button: the drawn outline of a card gets a little larger.">Larger outline</Trans>
        </ActionButton>
        <p className={styles.note}>
          <Trans comment="Beside two buttons: keys that do the same while the drawn outline has the focus.">
            Or select the outline, then press <kbd>←</kbd> or <kbd>→</kbd>. Hold <kbd>Shift</kbd> for larger
            steps.
          </Trans>
        </p>
      </div>
      <TextField
        id="display-width"
        kind="digits"
        label={t({
          message: 'Width of the display in millimeters',
          comment: 'Label of a field: how wide the lit part of the display is.',
        })}
        hint={t({
          message: 'Or measure the lit part of the display with a ruler, from side to side.',
          comment: 'Below the field for the width of the display.',
        })}
        value={typed}
        maxLength={6}
        problem={
          width === null
            ? t({
                message: `Enter a width from ${minimum} to ${maximum} millimeters, like 344.`,
                comment:
                  'Error below the field for the width of the display. {minimum} and {maximum} are numbers, 100 and 2,000.',
              })
            : null
        }
        onChange={change}
      />
      <div className={styles.choices}>
        <ActionButton
          ariaDisabled={width === null || width === kept || (act.busy && 'for-a-moment')}
          onPress={() => void save()}
        >
          <Trans comment="Button: keeps how wide the display is.">Save display size</Trans>
        </ActionButton>
        <p role="status" data-display-saved={isSaved}>
          {isSaved ? (
            <>
              <span aria-hidden="true">✓ </span>
              <Trans comment="Status line, after the size of the display was kept.">
                Saved for this kiosk.
              </Trans>
            </>
          ) : null}
        </p>
      </div>
      {act.refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p>{refusalInWords(act.refusal, { role, hasTyped: true })}</p>
        </Notice>
      )}
    </section>
  );
}

/** A card as it is drawn on a display of this width; arrow keys make it larger and smaller. */
function CardOutline(props: {
  /** The width of the display that is assumed, in millimeters and in CSS pixels. */
  shown: number;
  pixels: number;
  onCorrect: (by: 1 | -1, coarse: boolean) => void;
}): ReactNode {
  const { shown, pixels, onCorrect } = props;
  const { t } = useLingui();
  const { width, height } = cardOutline(shown, pixels);
  const onKeyDown = (event: KeyboardEvent): void => {
    const larger = event.key === 'ArrowRight' || event.key === 'ArrowUp';
    const smaller = event.key === 'ArrowLeft' || event.key === 'ArrowDown';
    if ((!larger && !smaller) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onCorrect(larger ? 1 : -1, event.shiftKey);
  };
  return (
    <div className={own.outlined}>
      <div
        className={own.outline}
        role="slider"
        tabIndex={0}
        aria-label={t({
          message: 'Outline of a card',
          comment: 'Name of a drawn outline that arrow keys make larger and smaller, for screen readers.',
        })}
        aria-valuemin={DISPLAY_WIDTH.minimum}
        aria-valuemax={DISPLAY_WIDTH.maximum}
        aria-valuenow={shown}
        aria-valuetext={t({
          message: `Display ${shown} mm wide`,
          comment: 'Said by screen readers of a drawn outline. {shown} is a whole number; mm is millimeters.',
        })}
        data-card-outline
        onKeyDown={onKeyDown}
      >
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <rect className={own.card} x="1" y="1" width={width - 2} height={height - 2} rx={width * 0.037} />
        </svg>
      </div>
    </div>
  );
}
