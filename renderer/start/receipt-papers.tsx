import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { LastEnding } from '../../shared/contract/residents/last-ending.ts';
import type { ResidentLanguage } from '../../shared/residents/language.ts';
import { offeredLanguages } from '../../shared/residents/offered-languages.ts';
import { useCore, usePolicy, useStaffView } from '../core-client/core.tsx';
import { wordingIn } from '../i18n/residents/wording-in.ts';
import { PaperProgress } from '../paper/paper-progress.tsx';
import { usePaper } from '../paper/use-paper.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { useKeys } from '../parts/keys/use-keys.ts';
import { receiptOnPaper } from '../wording/papers/receipt-paper.ts';
import { FeeReceiptOnScreen } from './fee-receipt.tsx';
import { PaperLanguage } from './paper-language.tsx';
import styles from './receipt-result.module.css';

/**
 * What the applicant takes home: the receipt by F7, and the receipt for the fee of a card that was handed over last by F8,
 * worded by the keeper. That one is offered here, and not where the fee was settled: the keeper is told the amount when the card
 * is handed over, and whoever gets no card gets the money back.
 */
export function ReceiptPapers(props: {
  ending: Extract<LastEnding, { kind: 'ended' }>;
  isOverlaid: boolean;
}): ReactNode {
  const { receipt, fee } = props.ending;
  const { client } = useCore();
  const policy = usePolicy();
  const status = useStaffView((now) => now);
  const languages = status === null ? [] : offeredLanguages(policy, status);
  const [language, setLanguage] = useState<ResidentLanguage>('en');
  const [lastAsked, setLastAsked] = useState<'receipt' | 'fee'>('receipt');
  const ofErasure = usePaper(() =>
    client.printReceipt({ paper: wordingIn(language, () => receiptOnPaper(receipt)) }),
  );
  const ofFee = usePaper(() => client.printFeeReceipt({ language }));
  const hasPrinter = ofErasure.printer !== null;
  const printReceipt = (): void => {
    setLastAsked('receipt');
    ofErasure.print();
  };
  const printFeeReceipt = (): void => {
    setLastAsked('fee');
    ofFee.print();
  };
  useKeys({ F7: printReceipt, ...(fee === null ? {} : { F8: printFeeReceipt }) }, !props.isOverlaid);
  return (
    <>
      {languages.length < 2 || (!hasPrinter && fee === null) ? null : (
        <div className={styles.language}>
          <PaperLanguage languages={languages} value={language} onChoose={setLanguage} />
        </div>
      )}
      {hasPrinter ? (
        <div className={styles.papers}>
          <ActionButton
            kind="quiet"
            shortcut="F7"
            ariaDisabled={ofErasure.underWay && 'for-a-moment'}
            onPress={printReceipt}
          >
            <Trans comment="Button: prints the page about erasing, which the applicant takes home.">
              Print receipt
            </Trans>
          </ActionButton>
          {fee === null ? null : (
            <ActionButton
              kind="quiet"
              shortcut="F8"
              ariaDisabled={ofFee.underWay && 'for-a-moment'}
              onPress={printFeeReceipt}
            >
              <Trans comment="Button: prints the page about the fee, which the applicant takes home.">
                Get fee receipt
              </Trans>
            </ActionButton>
          )}
        </div>
      ) : null}
      {/* A printer has one paper at a time. */}
      <PaperProgress paper={lastAsked === 'fee' ? ofFee : ofErasure} />
      {fee === null ? null : (
        <div data-fee-receipt={fee.settled}>
          {hasPrinter ? (
            <p className={styles.small}>
              <Trans comment="About a fee receipt, which a button prints: it is gone with the next applicant, and a second page says “Copy”.">
                The fee receipt is available until the next application is opened. If you print it again, it’s
                marked as a copy.
              </Trans>
            </p>
          ) : (
            <FeeReceiptOnScreen fee={fee} receipt={receipt} language={language} />
          )}
        </div>
      )}
    </>
  );
}
