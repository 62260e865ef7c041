import type { ReactNode } from 'react';
import type { PrinterStatus } from '../../shared/contract/printing/printer-status.ts';
import { Notice } from '../parts/notice.tsx';
import { lowBatteryInWords } from '../wording/printing/low-battery.ts';

/** That no card is printed until the computer is plugged in, before anybody tries. Nothing while it has enough. */
export function LowBatteryNotice(props: {
  printer: Pick<PrinterStatus, 'batteryLow'>;
  /** What can be done meanwhile. */
  children?: ReactNode;
}): ReactNode {
  const { printer, children } = props;
  if (!printer.batteryLow) return null;
  return (
    <div data-notice="battery-low">
      <Notice kind="warn" role="status">
        <p>{lowBatteryInWords()}</p>
        {children}
      </Notice>
    </div>
  );
}
