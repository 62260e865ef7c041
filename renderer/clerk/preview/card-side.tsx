import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { isEnding } from '../../../shared/application/is-ending.ts';
import { ledgerDetailOf } from '../../../shared/ledger/ledger-detail.ts';
import { answerOf, drawingProblemOf } from '../../application/preview/drawing-problem.ts';
import { useCoreView, usePolicy } from '../../core-client/core.tsx';
import { CardFace } from '../../parts/card-face.tsx';
import { Clock } from '../../parts/clock.tsx';
import { Notice } from '../../parts/notice.tsx';
import { drawingProblemInWords } from '../../wording/application/drawing-problem.ts';
import { inputInFull } from '../../wording/application/fields.ts';
import { heldUntilInWords } from '../../wording/application/promises.ts';
import { countedPeriodInWords } from '../../wording/counted-period.ts';
import { useWizard } from '../wizard-context.ts';
import styles from './card-side.module.css';

/** Right of the perforation: the card as it will be printed, and what is held now. `issued: null`: nothing is counted. */
export function CardSide(props: { covered: boolean; held: boolean; issued: number | null }): ReactNode {
  const { covered, held, issued } = props;
  const { t } = useLingui();
  const { application, policy } = useWizard();
  const preview = useCoreView((view) => view.preview);
  const problem = drawingProblemOf(preview);
  const field = problem === null ? null : answerOf(problem);
  const drawn = preview?.kind === 'drawn' ? preview : null;
  // There is none; and whoever takes a photo of the slip takes no name along. Under the cover nobody sees that.
  if (application.denial !== null && !covered) return null;
  // Nothing of what is being erased is shown, nor until when it is kept.
  if (isEnding(application.state))
    return (
      <div className={styles.side}>
        <dl className={styles.held}>
          <Today issued={issued} />
        </dl>
      </div>
    );
  return (
    <div className={styles.side}>
      <h2 className={styles.heading}>
        <Trans comment="Heading beside the picture of the card.">The card</Trans>
      </h2>
      {covered ? (
        <div className={styles.covered} data-covered>
          {/* As large as the card that was there: what stands below it does not move. The step says what covers it. */}
          <div className={styles.faces}>
            <CardFace png={null} description="" />
            <CardFace png={null} description="" />
          </div>
        </div>
      ) : (
        <div className={styles.faces} data-preview={preview?.kind ?? 'none'}>
          <CardFace
            png={drawn?.front ?? null}
            description={t({
              message: 'Front of the card',
              comment: 'Description of a picture, for screen readers.',
            })}
          />
          <CardFace
            png={drawn?.back ?? null}
            description={t({
              message: 'Back of the card',
              comment: 'Description of a picture, for screen readers.',
            })}
          />
        </div>
      )}
      {problem === null || covered ? null : (
        <Notice kind="warn" role="status">
          <p>
            {field === null ? null : <b>{inputInFull(field, policy.fields)}: </b>}
            {drawingProblemInWords(problem)}
          </p>
        </Notice>
      )}
      <dl className={styles.held}>
        <dt>
          <Trans comment="Label beside the card: what the kiosk keeps at this moment follows.">
            Kept now
          </Trans>
        </dt>
        <dd data-held-until={held ? 'lifted' : 'hand-over'}>{heldUntilInWords(held)}</dd>
        <Today issued={issued} />
      </dl>
    </div>
  );
}

function Today({ issued }: { issued: number | null }): ReactNode {
  const period = countedPeriodInWords(ledgerDetailOf(usePolicy()).period);
  return (
    <>
      <dt>{period}</dt>
      <dd>
        {issued === null ? (
          <Trans comment="In the place of the day’s count of cards, while staff practice with made-up applicants.">
            not counted
          </Trans>
        ) : (
          <Plural
            comment="Beside “Today”: how many cards were handed over today."
            value={issued}
            one="# issued"
            other="# issued"
          />
        )}
      </dd>
      <dt>
        <Trans
          context="clock"
          comment="Label beside the card: the time at the counter follows, like 1:14 PM."
        >
          Time
        </Trans>
      </dt>
      <dd>
        <Clock />
      </dd>
    </>
  );
}
