import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { Notice } from '../../parts/notice.tsx';
import { refusalInWords } from '../../wording/refusal.ts';
import { useWizard } from '../wizard-context.ts';
import styles from './hand-over-step.module.css';

/** The old card is destroyed before the new one is given: nobody leaves with two. */
export function OldCard(): ReactNode {
  const { application, isOverlaid } = useWizard();
  const { client } = useCore();
  const act = useAct();
  const isDestroyed = application.oldCardDestroyed;
  const destroy = (): void => void act.run(() => client.destroyOldCard({}));
  useKeys({ F2: destroy }, !isDestroyed && !isOverlaid);
  return (
    <section className={styles.oldCard} data-old-card={isDestroyed ? 'destroyed' : 'here'}>
      <p role="status" className={isDestroyed ? styles.found : undefined}>
        {isDestroyed ? (
          <>
            <span aria-hidden="true">✓ </span>
            <Trans comment="Status on the handoff screen.">The old card is destroyed.</Trans>
          </>
        ) : (
          <Trans comment="On the handoff screen, for a renewal and the like. The old card is the clerk’s to destroy.">
            Cut up the old card first. Cut through the photo.
          </Trans>
        )}
      </p>
      <ActionButton shortcut="F2" ariaDisabled={isDestroyed || act.busy} onPress={destroy}>
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
