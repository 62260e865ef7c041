import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useCore } from '../../core-client/core.tsx';
import { PaperProgress } from '../../paper/paper-progress.tsx';
import { usePaper } from '../../paper/use-paper.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { useWizard } from '../wizard-context.ts';
import styles from './print-step.module.css';

/**
 * For whoever waits while others are served: a slip with the ticket, where there is a printer for it. It says that the card can be
 * picked up today, so under a legal hold there is none. `children`: what is pressed beside it.
 */
export function PickUpSlip({ children }: { children: ReactNode }): ReactNode {
  const { held } = useWizard();
  return held ? <div className={styles.choices}>{children}</div> : <SlipToPrint>{children}</SlipToPrint>;
}

function SlipToPrint({ children }: { children: ReactNode }): ReactNode {
  const { application, isOverlaid } = useWizard();
  const { language } = application.answers;
  const { client } = useCore();
  const paper = usePaper(() => client.printSlip({ kind: 'pick-up', language }));
  useKeys({ F2: paper.print }, !isOverlaid);
  if (paper.printer === null) return <div className={styles.choices}>{children}</div>;
  return (
    <div>
      <div className={styles.choices}>
        <ActionButton
          kind="quiet"
          shortcut="F2"
          ariaDisabled={paper.underWay && 'for-a-moment'}
          onPress={paper.print}
        >
          <Trans comment="Button: prints a slip with the ticket number, for an applicant who waits for the card.">
            Print pick-up slip
          </Trans>
        </ActionButton>
        {children}
      </div>
      <PaperProgress paper={paper} />
    </div>
  );
}
