import { i18n } from '@lingui/core';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import type { Receipt } from '../../shared/contract/receipt.ts';
import type { LastEnding } from '../../shared/contract/residents/last-ending.ts';
import type { ResidentLanguage } from '../../shared/residents/language.ts';
import { offeredLanguages } from '../../shared/residents/offered-languages.ts';
import { useCore, usePolicy, useStaffView } from '../core-client/core.tsx';
import { wordingIn } from '../i18n/residents/wording-in.ts';
import { PaperProgress } from '../paper/paper-progress.tsx';
import { usePaper } from '../paper/use-paper.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { announce } from '../parts/announcer.tsx';
import { useKeys } from '../parts/keys/use-keys.ts';
import { leftBehindInWords } from '../wording/application/left-behind.ts';
import { outcomeInWords, receiptInWords } from '../wording/papers/receipt.ts';
import { receiptOnPaper } from '../wording/papers/receipt-paper.ts';
import { notDoneInWords } from '../wording/papers/search.ts';
import { FeeReceipt } from './fee-receipt.tsx';
import { PaperLanguage } from './paper-language.tsx';
import styles from './receipt-result.module.css';

/** All was searched that could be, and nothing was found. */
export function isClean(search: Receipt['erased']['search']): boolean {
  return search.kind === 'searched' && search.hits === 0 && search.unreadable === 0;
}

/** What is not proven, but for what the words on the search and on the printer's side say already. */
function restNotDone({ erased, notDone }: Receipt): Receipt['notDone'] {
  return notDone.filter(
    (code) =>
      !(code === 'printer-memory-out-of-reach' && erased.spool === 'not-proven') &&
      !(code === 'search-was-not-possible' && erased.search.kind === 'not-searched'),
  );
}

/** What was done, what was found, and what is not proven: no more than the receipt shows. */
export function ReceiptResult(props: {
  ending: Extract<LastEnding, { kind: 'ended' }>;
  isOverlaid: boolean;
}): ReactNode {
  const { receipt, milliseconds, fee } = props.ending;
  const { search } = receipt.erased;
  const notDone = restNotDone(receipt);
  const outcome = outcomeInWords(receipt.erased);
  const done = receiptInWords(receipt.erased);
  const { client } = useCore();
  const policy = usePolicy();
  // Whoever ended another one was told what to return.
  const wasUnfinished = receipt.erased.outcome === 'expired' || receipt.erased.outcome === 'called-off';
  const leftBehind = wasUnfinished ? leftBehindInWords(policy) : null;
  const status = useStaffView((now) => now);
  const languages = status === null ? [] : offeredLanguages(policy, status);
  const [language, setLanguage] = useState<ResidentLanguage>('en');
  const paper = usePaper(() =>
    client.printReceipt({ paper: wordingIn(language, () => receiptOnPaper(receipt)) }),
  );
  const news = [outcome, done, ...(leftBehind === null ? [] : [leftBehind])].join(' ');
  useEffect(() => announce(news), [news]);
  useKeys({ F7: paper.print }, !props.isOverlaid);
  return (
    <div className={styles.result}>
      <div className={styles.words}>
        <p className={styles.outcome}>
          <span aria-hidden="true">{isClean(search) ? '✓ ' : '! '}</span>
          {outcome}
        </p>
        <p data-search={search.kind}>{done}</p>
        {leftBehind === null ? null : <p data-left-behind>{leftBehind}</p>}
      </div>
      <p className={styles.small}>
        {milliseconds === null ? null : <Took milliseconds={milliseconds} />}{' '}
        {notDone.length === 0 ? null : (
          <>
            <Trans comment="Label after a handoff: what this kiosk could not show follows.">
              Not proven:
            </Trans>{' '}
            {notDone.map(notDoneInWords).join(' ')}
          </>
        )}
      </p>
      {languages.length < 2 || (paper.printer === null && fee === null) ? null : (
        <PaperLanguage languages={languages} value={language} onChoose={setLanguage} />
      )}
      <div className={styles.papers}>
        {paper.printer === null ? null : (
          <ActionButton kind="quiet" shortcut="F7" ariaDisabled={paper.underWay} onPress={paper.print}>
            <Trans comment="Button: prints the page about erasing, which the applicant takes home.">
              Print receipt
            </Trans>
          </ActionButton>
        )}
        <details className={styles.details}>
          <summary className={styles.summary}>
            <Trans comment="Label: the receipt’s own data follow, for machines.">Signed receipt</Trans>
          </summary>
          <pre className={styles.receipt} data-receipt>
            {JSON.stringify(receipt, null, 2)}
          </pre>
        </details>
      </div>
      <PaperProgress paper={paper} />
      {fee === null ? null : (
        <FeeReceipt fee={fee} receipt={receipt} language={language} isOverlaid={props.isOverlaid} />
      )}
    </div>
  );
}

function Took({ milliseconds }: { milliseconds: number }): ReactNode {
  const seconds = i18n.number(milliseconds / 1000, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <Trans comment="How long erasing the last application took. {seconds} is a number with decimals, like 0.4.">
      Took {seconds} seconds.
    </Trans>
  );
}
