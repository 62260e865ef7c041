import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { OrdinaryPrinterStatus } from '../../../shared/contract/printing/printer-status.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { PaperProgress } from '../../paper/paper-progress.tsx';
import { usePaper } from '../../paper/use-paper.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Refused } from '../../parts/refused.tsx';
import { sizeInWords, wayThereInWords } from '../../wording/printing/printer.ts';
import styles from '../supervisor.module.css';
import own from './printer.module.css';

/** The printer for receipts and day sheets, or that there is none. */
export function OrdinaryPrinterNow(props: {
  printer: OrdinaryPrinterStatus | null;
  onCleared: () => void;
}): ReactNode {
  const { printer, onCleared } = props;
  const { client } = useCore();
  const act = useAct();
  const testPage = usePaper(() => client.printTestPage({}));
  const clear = async (): Promise<void> => {
    if (await act.run(() => client.clearOrdinaryPrinter({}))) onCleared();
  };
  return (
    <div className={styles.section} data-ordinary-printer={printer?.address ?? 'none'}>
      <h3 className={styles.subheading}>
        <Trans comment="Choice at “Use it for”, and heading: the printer prints on paper.">
          Receipts, slips, and day sheets
        </Trans>
      </h3>
      {printer === null ? (
        <p className={styles.note}>
          <Trans comment="The ordinary printer prints on paper, not on cards. The day sheet is the page with a day’s counts.">
            No ordinary printer is chosen. Receipts, slips, and day sheets only appear on the screen.
          </Trans>
        </p>
      ) : (
        <>
          <dl className={own.facts}>
            <dt>
              <Trans>Printer</Trans>
            </dt>
            <dd>{printer.name}</dd>
            <dt>
              <Trans>Address</Trans>
            </dt>
            <dd className={styles.code}>{printer.address}</dd>
            <dt>
              <Trans comment="Row heading about a printer: the size of its paper.">Paper</Trans>
            </dt>
            <dd>{sizeInWords(printer.media)}</dd>
            <dt>
              <Trans>Connection</Trans>
            </dt>
            <dd>{wayThereInWords(printer.address, 'ordinary')}</dd>
          </dl>
          <div className={styles.choices}>
            <ActionButton ariaDisabled={testPage.underWay && 'for-a-moment'} onPress={testPage.print}>
              <Trans comment="Button: prints a page that shows how a printer prints on paper.">
                Send test page
              </Trans>
            </ActionButton>
            <ActionButton kind="quiet" ariaDisabled={act.busy && 'for-a-moment'} onPress={() => void clear()}>
              <Trans>Stop using this printer</Trans>
            </ActionButton>
          </div>
          <PaperProgress paper={testPage} />
        </>
      )}
      <Refused refusal={act.refusal} />
    </div>
  );
}
