import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PrinterCondition, PrinterStatus } from '../../../shared/contract/printing/printer-status.ts';
import { Notice } from '../../parts/notice.tsx';
import { ConditionWords } from '../../printer/condition-words.tsx';
import { RefusalWords } from '../../printer/refusal-words.tsx';
import { TroubleNotice } from '../../printer/trouble-notice.tsx';
import {
  driverInWords,
  printerNameInWords,
  tellsInWords,
  wayThereInWords,
} from '../../wording/printing/printer.ts';
import styles from '../supervisor.module.css';
import own from './printer.module.css';

function Wrong({ condition }: { condition: PrinterCondition }): ReactNode {
  if (condition.kind === 'trouble') return <TroubleNotice troubles={condition.troubles} role="status" />;
  return condition.kind === 'refused' ? (
    <Notice kind="bad" role="status">
      <RefusalWords why={condition.why} />
    </Notice>
  ) : null;
}

/** The printer that this kiosk prints on, and how it is at this moment. */
export function PrinterNow({ printer }: { printer: PrinterStatus }): ReactNode {
  const { address, condition, driver, name, tells } = printer;
  const about = driverInWords(driver);
  return (
    <div className={styles.section} data-printer={driver}>
      <h3 className={styles.subheading}>
        {driver === 'virtual' ? (
          printerNameInWords(printer)
        ) : (
          <Trans comment="Heading: the printer that prints on cards. Its own name stands below.">
            Card printer
          </Trans>
        )}
      </h3>
      {about === null ? null : <p className={styles.note}>{about}</p>}
      {driver === 'virtual' ? null : (
        <>
          <Wrong condition={condition} />
          <dl className={own.facts} data-printer-condition={condition.kind}>
            {name === null ? null : (
              <>
                <dt>
                  <Trans>Printer</Trans>
                </dt>
                <dd data-printer-name>{name}</dd>
              </>
            )}
            <dt>
              <Trans>Now</Trans>
            </dt>
            <dd>
              <ConditionWords kind={condition.kind} />
            </dd>
            {address === null ? null : (
              <>
                <dt>
                  <Trans>Address</Trans>
                </dt>
                <dd className={styles.code}>{address}</dd>
                <dt>
                  <Trans>Connection</Trans>
                </dt>
                <dd>{wayThereInWords(address)}</dd>
              </>
            )}
            <dt>
              <Trans>What it reports</Trans>
            </dt>
            <dd>{tellsInWords(tells)}</dd>
          </dl>
        </>
      )}
    </div>
  );
}
