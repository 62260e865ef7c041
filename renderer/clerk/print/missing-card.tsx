import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { TooEarly } from '../../parts/keys/too-early.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Screen } from '../../parts/screen.tsx';
import { missingCardInWords } from '../../wording/printing/missing-card.ts';
import { useStepLead } from '../use-step-lead.ts';
import { useWizard } from '../wizard-context.ts';
import { PrintRefused } from './print-refused.tsx';
import styles from './print-step.module.css';
import { ReprintCard } from './reprint-card.tsx';
import { usePrintAgain } from './use-print-again.ts';

/**
 * The printer made a card, and the clerk reported it missing: it is counted, and the tray will be looked into. As where
 * none was seen, another card is made only by an act of its own, and no button here has the focus.
 */
export function MissingCard(): ReactNode {
  const { t } = useLingui();
  const lead = useStepLead('print');
  const { cardsAreKept } = useWizard();
  const again = usePrintAgain(false);
  const { refusal } = again;
  return (
    <Screen
      name="print"
      heading={t({
        message: 'The missing card was counted. Reprint the card?',
        comment:
          'Heading: the clerk reported that a printed card is not in the tray. It is counted as spoiled.',
      })}
      lead={lead}
      focusHeading
      wide
    >
      <div data-missing-card>
        <Notice kind="warn">
          <p>{missingCardInWords(cardsAreKept)}</p>
        </Notice>
      </div>
      <div className={styles.choices}>
        <ReprintCard again={again} />
        <TooEarly keys={[again.print]} />
      </div>
      <PrintRefused refusal={refusal} />
    </Screen>
  );
}
