import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ActionButton } from '../../parts/action-button.tsx';
import { TooEarly } from '../../parts/keys/too-early.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useStepLead } from '../use-step-lead.ts';
import { PrintRefused } from './print-refused.tsx';
import styles from './print-step.module.css';
import { ReprintCard } from './reprint-card.tsx';
import { usePrintAgain } from './use-print-again.ts';

/**
 * The clerk found no card. A second card of the same person is made only by this act of its own: another key
 * than the one before, outside the order of Tab, and no button here has the focus.
 */
export function NoneSeen(): ReactNode {
  const { t } = useLingui();
  const lead = useStepLead('print');
  const again = usePrintAgain();
  const { busy, refusal, print, cardIsHere } = again;
  return (
    <Screen name="print" heading={t`No card came out. Reprint the card?`} lead={lead} focusHeading wide>
      <div data-none-seen>
        <Notice kind="plain">
          <p>
            <Trans>If you’re not sure, check again. One applicant must never get two cards.</Trans>
          </p>
        </Notice>
      </div>
      <div className={styles.choices}>
        <ReprintCard again={again} />
        <ActionButton kind="quiet" {...cardIsHere.button} ariaDisabled={busy && 'for-a-moment'}>
          <Trans>Card found</Trans>
        </ActionButton>
        <TooEarly keys={[print, cardIsHere]} />
      </div>
      <PrintRefused refusal={refusal} />
    </Screen>
  );
}
