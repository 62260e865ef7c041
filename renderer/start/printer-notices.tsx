import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PrinterStatus } from '../../shared/contract/printing/printer-status.ts';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { Notice } from '../parts/notice.tsx';
import { LowBatteryNotice } from '../printer/low-battery-notice.tsx';
import { RefusalWords } from '../printer/refusal-words.tsx';
import { printerTroubleInWords } from '../wording/printing/printer-trouble.ts';
import { usedRibbonInWords } from '../wording/printing/ribbon.ts';

function Condition({ condition }: Pick<PrinterStatus, 'condition'>): ReactNode {
  if (condition.kind === 'trouble') {
    return condition.troubles.map((trouble) => {
      const { what, todo } = printerTroubleInWords(trouble);
      return (
        <p key={trouble}>
          <b>{what}</b> {todo}
        </p>
      );
    });
  }
  return condition.kind === 'refused' ? <RefusalWords why={condition.why} /> : null;
}

/** What ails the printer, before anybody reaches for a card; and for supervisors the used ribbons. */
export function PrinterNotices({ status }: { status: KioskStatus }): ReactNode {
  const { printer, ribbons, staff, build } = status;
  const { condition } = printer;
  const held = ribbons.held.length;
  const needsSomebody = condition.kind === 'trouble' || condition.kind === 'refused';
  return (
    <>
      <LowBatteryNotice printer={printer}>
        <p>
          <Trans>You can start an application now and print its card later.</Trans>
        </p>
      </LowBatteryNotice>
      {printer.driver === 'virtual' && build === 'release' ? (
        <div data-notice="no-card-printer">
          <Notice kind="warn" role="status">
            <p>
              <Trans>
                No card printer is chosen. A supervisor or IT staff can choose one. The built-in printer only
                shows cards on the screen.
              </Trans>
            </p>
            <p>
              <Trans>You can start an application now and print its card later.</Trans>
            </p>
          </Notice>
        </div>
      ) : null}
      {printer.driver !== 'virtual' && needsSomebody ? (
        <div
          data-notice="printer"
          data-condition={condition.kind}
          data-print-trouble={condition.kind === 'trouble' ? condition.troubles[0] : undefined}
        >
          <Notice kind="warn" role="status">
            <Condition condition={condition} />
            <p>
              <Trans>You can start an application now and print its card later.</Trans>
            </p>
          </Notice>
        </div>
      ) : null}
      {held > 0 && staff?.role === 'supervisor' ? (
        <div data-notice="ribbons-held" data-ribbons={held}>
          <Notice kind="plain">
            <p>
              <Plural
                comment="Notice. A ribbon is the printer’s film of dye, on which printed faces can be seen."
                value={held}
                one="# used printer ribbon hasn’t been destroyed yet."
                other="# used printer ribbons haven’t been destroyed yet."
              />{' '}
              {usedRibbonInWords()}{' '}
              <Trans comment="Notice to a supervisor about used printer ribbons. F4 is a key, Printers a section.">
                Press F4, then open Printers.
              </Trans>
            </p>
          </Notice>
        </div>
      ) : null}
    </>
  );
}
