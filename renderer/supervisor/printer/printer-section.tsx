import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { RibbonPanel } from '../ribbons/ribbon-panel.tsx';
import { SectionPanel } from '../section-panel.tsx';
import styles from '../supervisor.module.css';
import { BuiltInPrinter } from './built-in-printer.tsx';
import { InspectedPrinter } from './inspected-printer.tsx';
import { OrdinaryPrinterNow } from './ordinary-printer-now.tsx';
import own from './printer.module.css';
import { PrinterChoice } from './printer-choice.tsx';
import { type PrinterEntry, PrinterEntryMade } from './printer-entry-made.tsx';
import { PrinterNow } from './printer-now.tsx';
import { QueuesTable } from './queues-table.tsx';
import { TestCard } from './test-card.tsx';
import { usePrinterInspection } from './use-printer-inspection.ts';

/** The printers as they are now, the ribbon, a test card, and another printer. */
export function PrinterSection({ status }: { status: KioskStatus }): ReactNode {
  const { t } = useLingui();
  const [made, setMade] = useState<PrinterEntry | null>(null);
  const [goingBack, setGoingBack] = useState(false);
  const inspection = usePrinterInspection();
  const { ordinaryPrinter, printer, ribbons } = status;
  const builtIn = printer.driver === 'virtual';
  // A release has no such printer.
  const mayGoBack = !builtIn && status.build === 'evaluation';
  // The built-in printer has no ribbon; but one of a printer before it may still be about.
  const hasRibbons = !builtIn || ribbons.fitted !== null || ribbons.held.length > 0;
  useEffect(() => {
    // What was pressed lies far below what it has done, or is gone.
    if (made !== null) document.getElementById('section-heading')?.focus();
  }, [made]);
  return (
    <SectionPanel section="printer" heading={t`Printers`}>
      <PrinterEntryMade entry={made} />
      <div className={own.halves}>
        <div className={styles.section}>
          <PrinterNow printer={printer} />
          {mayGoBack ? (
            <div>
              <ActionButton onPress={() => setGoingBack(true)}>
                <Trans>Switch back to the built-in printer…</Trans>
              </ActionButton>
            </div>
          ) : null}
          <OrdinaryPrinterNow
            printer={ordinaryPrinter}
            onCleared={() => setMade({ kind: 'ordinary-printer-chosen' })}
          />
        </div>
        <div className={styles.section}>
          <TestCard printer={printer} onConfirmed={() => setMade({ kind: 'test-card-confirmed' })} />
          {hasRibbons ? <RibbonPanel status={status} onMade={setMade} /> : null}
        </div>
      </div>
      {/* What it finds stands right below it. Emptied by a choice: what was typed is a printer above now. */}
      <PrinterChoice key={`${printer.address} ${ordinaryPrinter?.address}`} inspection={inspection} />
      {inspection.queues === null ? null : (
        <QueuesTable
          queues={inspection.queues}
          ariaDisabled={inspection.busy && 'for-a-moment'}
          onInspect={inspection.inspect}
        />
      )}
      {inspection.found === null ? null : (
        <InspectedPrinter
          found={inspection.found}
          onChosen={() => {
            inspection.forget();
            setMade({ kind: inspection.role === 'card' ? 'printer-chosen' : 'ordinary-printer-chosen' });
          }}
        />
      )}
      {goingBack ? (
        <BuiltInPrinter
          onEnd={(done) => {
            setGoingBack(false);
            if (done) setMade({ kind: 'printer-chosen' });
          }}
        />
      ) : null}
    </SectionPanel>
  );
}
