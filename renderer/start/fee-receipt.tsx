import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { FeeReceipt as FeeReceiptFacts } from '../../shared/contract/fee-receipt.ts';
import { inLanguage } from '../../shared/programme/localized.ts';
import { useCore, usePolicy } from '../core-client/core.tsx';
import { PaperProgress } from '../paper/paper-progress.tsx';
import { usePaper } from '../paper/use-paper.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { useKeys } from '../parts/keys/use-keys.ts';
import { feeReceiptOnPaper } from '../wording/papers/fee-receipt.ts';
import styles from './receipt-result.module.css';

/**
 * The receipt for the fee of the card that was handed over last: on paper by F8, and on the screen for a kiosk that has no
 * ordinary printer. It is offered here, and not where the fee was settled, because no paper comes from a session that has an
 * applicant.
 */
export function FeeReceipt(props: {
  fee: FeeReceiptFacts;
  kiosk: string;
  day: string;
  practice: boolean;
  isOverlaid: boolean;
}): ReactNode {
  const { fee, kiosk, day, practice, isOverlaid } = props;
  const { i18n } = useLingui();
  const { client } = useCore();
  const programme = inLanguage(usePolicy().name, i18n.locale);
  const words = feeReceiptOnPaper(fee, { programme, kiosk, day, practice });
  const paper = usePaper(() => client.printFeeReceipt({ paper: words }));
  useKeys({ F8: paper.print }, !isOverlaid);
  return (
    <div data-fee-receipt={fee.settled}>
      {paper.printer === null ? (
        <details className={styles.details}>
          <summary className={styles.summary}>{words.heading}</summary>
          <dl className={styles.fee}>
            {words.rows.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p>{words.note}</p>
        </details>
      ) : (
        <>
          <ActionButton kind="quiet" shortcut="F8" ariaDisabled={paper.underWay} onPress={paper.print}>
            <Trans comment="Button: prints the page about the fee, which the applicant takes home.">
              Get fee receipt
            </Trans>
          </ActionButton>
          <p>
            <Trans comment="Below the button for a fee receipt: it is gone with the next applicant.">
              Available until the next application is opened.
            </Trans>
          </p>
          {paper.progress === null && paper.refusal === null ? null : <PaperProgress paper={paper} />}
        </>
      )}
    </div>
  );
}
