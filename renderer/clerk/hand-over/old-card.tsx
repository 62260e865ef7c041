import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { OLD_CARD_DESTROYED } from '../../../shared/programme/documents/shown-documents.ts';
import { unreachable } from '../../../shared/result.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { LookFirst } from '../../parts/keys/too-early.tsx';
import { useHandKey } from '../../parts/keys/use-hand-key.ts';
import { Notice } from '../../parts/notice.tsx';
import { refusalInWords } from '../../wording/refusal.ts';
import box from '../counter-box.module.css';
import { useWizard } from '../wizard-context.ts';
import styles from './hand-over-step.module.css';

/** What is to be done with the old card, and how its box shows that. */
const TODO = { 'to-keep': 'later', 'to-destroy': 'open', destroyed: 'done' } as const;
type OldCardState = keyof typeof TODO;

/**
 * The old card is destroyed before the new one is given: nobody leaves with two. And not before the new one is named and
 * looked at, for it may be the wrong one, or spoiled: nobody leaves with none.
 */
export function OldCard(): ReactNode {
  const { application, isOverlaid } = useWizard();
  const { client } = useCore();
  const act = useAct();
  const { answers, cardIdentified } = application;
  const isDestroyed = answers.documents.includes(OLD_CARD_DESTROYED);
  const state: OldCardState = isDestroyed ? 'destroyed' : cardIdentified ? 'to-destroy' : 'to-keep';
  const destroy = (): void => void act.run(() => client.destroyOldCard({}));
  const destroying = useHandKey('F2', destroy, state === 'to-destroy' && !isOverlaid);
  const { shortcut } = destroying.button;
  return (
    <section className={box.box} data-todo={TODO[state]} data-old-card={state}>
      <p
        role="status"
        className={isDestroyed ? `${styles.oldCard} ${box.state}` : styles.oldCard}
        data-too-early={destroying.wasEarly ? shortcut : undefined}
      >
        {/* In the place of what is to be done: the box is as high as before. */}
        {destroying.wasEarly ? <LookFirst shortcut={shortcut} /> : <Todo state={state} />}
      </p>
      <ActionButton
        {...destroying.button}
        ariaDisabled={state !== 'to-destroy' || (act.busy && 'for-a-moment')}
      >
        <Trans comment="Button on the handoff screen: the clerk has cut the old card up.">
          Old card destroyed
        </Trans>
      </ActionButton>
      {act.refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p>{refusalInWords(act.refusal)}</p>
        </Notice>
      )}
    </section>
  );
}

function Todo({ state }: { state: OldCardState }): ReactNode {
  switch (state) {
    case 'to-keep':
      return (
        <Trans comment="On the handoff screen, for a renewal and the like, before the new card is scanned. It may still turn out spoiled.">
          Keep the old card until you have scanned the new one.
        </Trans>
      );
    case 'to-destroy':
      return (
        <Trans comment="On the handoff screen, for a renewal and the like, once the new card is scanned. The old card is the clerk’s to destroy.">
          If the new card is correct, cut up the old one. Cut through the photo.
        </Trans>
      );
    case 'destroyed':
      return (
        <>
          <span aria-hidden="true">✓ </span>
          <Trans comment="Status on the handoff screen.">The old card is destroyed.</Trans>
        </>
      );
    default:
      return unreachable(state);
  }
}
