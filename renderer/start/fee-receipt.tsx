import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { FeeReceipt as FeeReceiptFacts } from '../../shared/contract/fee-receipt.ts';
import type { Receipt } from '../../shared/contract/receipt.ts';
import type { ResidentLanguage } from '../../shared/residents/language.ts';
import { feeReceiptOnPaper } from '../../shared/slips/fee-receipt.ts';
import { usePolicy } from '../core-client/core.tsx';
import styles from './receipt-result.module.css';

/** The receipt for the fee as the paper would have it, to be copied by hand: for a kiosk that has no ordinary printer. */
export function FeeReceiptOnScreen(props: {
  fee: FeeReceiptFacts;
  receipt: Receipt;
  language: ResidentLanguage;
}): ReactNode {
  const { fee, receipt, language } = props;
  const { name: programme } = usePolicy();
  const { kiosk: kioskName, day, practice } = receipt;
  const { heading, direction, rows, note } = feeReceiptOnPaper(
    fee,
    { programme, kioskName, day, practice },
    { language, isCopy: false },
  );
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>
        <Trans comment="Label: what the page about the fee would say follows.">Show fee receipt</Trans>
      </summary>
      <div lang={language} dir={direction}>
        <p>
          <b>{heading}</b>
        </p>
        <dl className={styles.fee}>
          {rows.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p>{note}</p>
      </div>
    </details>
  );
}
