import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { FeeReceipt as FeeReceiptFacts } from '../../shared/contract/fee-receipt.ts';
import type { Receipt } from '../../shared/contract/receipt.ts';
import type { ResidentLanguage } from '../../shared/residents/language.ts';
import { feeReceiptOnPaper } from '../../shared/slips/fee-receipt.ts';
import { useCore, usePolicy } from '../core-client/core.tsx';
import { PaperProgress } from '../paper/paper-progress.tsx';
import { usePaper } from '../paper/use-paper.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { useKeys } from '../parts/keys/use-keys.ts';
import styles from './receipt-result.module.css';

/**
 * The receipt for the fee of the card that was handed over last: on paper by F8, worded by the keeper, and on the screen for
 * a kiosk that has no ordinary printer. It is offered here, and not where the fee was settled: the keeper is told the amount
 * when the card is handed over, and whoever gets no card gets the money back.
 */
export function FeeReceipt(props: {
  fee: FeeReceiptFacts;
  receipt: Receipt;
  language: ResidentLanguage;
  isOverlaid: boolean;
}): ReactNode {
  const { client } = useCore();
  const paper = usePaper(() => client.printFeeReceipt({ language: props.language }));
  useKeys({ F8: paper.print }, !props.isOverlaid);
  return (
    <div data-fee-receipt={props.fee.settled}>
      {paper.printer === null ? (
        <OnScreen fee={props.fee} receipt={props.receipt} language={props.language} />
      ) : (
        <>
          <ActionButton kind="quiet" shortcut="F8" ariaDisabled={paper.underWay} onPress={paper.print}>
            <Trans comment="Button: prints the page about the fee, which the applicant takes home.">
              Get fee receipt
            </Trans>
          </ActionButton>
          <p>
            <Trans comment="Below the button for a fee receipt: it is gone with the next applicant, and a second page says “Copy”.">
              Available until the next application is opened. A second page is marked as a copy.
            </Trans>
          </p>
          {paper.progress === null && paper.refusal === null ? null : <PaperProgress paper={paper} />}
        </>
      )}
    </div>
  );
}

/** As the paper would have it, to be copied by hand. */
function OnScreen(props: { fee: FeeReceiptFacts; receipt: Receipt; language: ResidentLanguage }): ReactNode {
  const { fee, receipt, language } = props;
  const { name: programme } = usePolicy();
  const { kiosk: kioskName, day, practice } = receipt;
  const { heading, direction, rows, note } = feeReceiptOnPaper(
    fee,
    { programme, kioskName, day, practice },
    { language, isCopy: false },
  );
  return (
    <details className={styles.details} lang={language} dir={direction}>
      <summary className={styles.summary}>{heading}</summary>
      <dl className={styles.fee}>
        {rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{note}</p>
    </details>
  );
}
