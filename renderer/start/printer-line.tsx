import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { ConditionWords } from '../printer/condition-words.tsx';
import { printerNameInWords } from '../wording/printing/printer.ts';
import styles from './printer-line.module.css';
import { RibbonDialog } from './ribbon-dialog.tsx';

/** The printer in one line, and the note of a changed ribbon. Nothing where cards are only drawn on the screen. */
export function PrinterLine(props: { status: KioskStatus; onDialog: (open: boolean) => void }): ReactNode {
  const { status, onDialog } = props;
  const [changing, setChanging] = useState(false);
  const { printer } = status;
  if (printer.driver === 'virtual') return null;
  const show = (open: boolean): void => {
    setChanging(open);
    onDialog(open);
  };
  return (
    <section aria-labelledby="printer-at-hand" className={styles.line}>
      <h2 id="printer-at-hand" className={styles.heading}>
        <Trans>Printer</Trans>
      </h2>
      <p data-printer-condition={printer.condition.kind}>
        {printerNameInWords(printer)} · <ConditionWords kind={printer.condition.kind} />
      </p>
      <div>
        <ActionButton kind="quiet" onPress={() => show(true)}>
          <Trans comment="Button that opens a form. The ribbon is the printer’s film of dye.">
            Record ribbon change…
          </Trans>
        </ActionButton>
      </div>
      <RibbonDialog isOpen={changing} ribbons={status.ribbons} onClose={() => show(false)} />
    </section>
  );
}
