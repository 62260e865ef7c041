import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Receipt } from '../../shared/contract/receipt.ts';
import { Perforation } from '../parts/perforation.tsx';
import { PrintSheet } from '../parts/print-sheet.tsx';
import { isoDayInWords } from '../wording/dates.ts';
import { notDoneInWords } from '../wording/receipt.ts';
import { custodyOnPaper, searchOnPaper, spoolOnPaper } from '../wording/receipt-paper.ts';
import styles from './receipt-sheet.module.css';

/**
 * The receipt for the resident, on paper. Nothing on it tells whose it is or which entry of the ledger
 * belongs to it: no name, no ticket, no time of day, no signature.
 */
export function ReceiptSheet({ receipt }: { receipt: Receipt }): ReactNode {
  const { search, custody, spool } = receipt.erased;
  const { kiosk } = receipt;
  const day = isoDayInWords(receipt.day);
  return (
    <PrintSheet kind="receipt">
      <div className={styles.paper}>
        <section className={styles.stub}>
          <h2 className={styles.label}>
            <Trans>The city keeps</Trans>
          </h2>
          <p>
            <Trans>One more in the count of this day, and rounded figures of the search.</Trans>
          </p>
          <p>
            <Trans>No name, no answer, no photo.</Trans>
          </p>
        </section>
        <Perforation />
        <section className={styles.yours}>
          <h1 className={styles.heading}>
            <Trans>What this kiosk did with your details</Trans>
          </h1>
          <p>
            {kiosk} · {day}
          </p>
          <p>{searchOnPaper(search)}</p>
          <p>{custodyOnPaper(custody)}</p>
          <p>{spoolOnPaper(spool)}</p>
          {receipt.notDone.length === 0 ? null : (
            <>
              <h2 className={styles.label}>
                <Trans>Not proven</Trans>
              </h2>
              <ul>
                {receipt.notDone.map((code) => (
                  <li key={code}>{notDoneInWords(code)}</li>
                ))}
              </ul>
            </>
          )}
        </section>
      </div>
    </PrintSheet>
  );
}
