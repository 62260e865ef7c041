import type { ReactNode } from 'react';
import type { PrinterRefusal } from '../../shared/contract/printing/printer.ts';
import {
  printerRefusalInWords,
  printerRefusalReasons,
  printerRefusalTodo,
} from '../wording/printing/printer-refusal.ts';
import styles from './trouble-notice.module.css';

/** Why a printer is not used, every reason of it, and what to do. */
export function RefusalWords({ why }: { why: PrinterRefusal }): ReactNode {
  const reasons = printerRefusalReasons(why);
  return (
    <>
      <p>
        <b>{printerRefusalInWords(why)}</b>
      </p>
      {reasons.length === 0 ? null : (
        <ul className={styles.others}>
          {reasons.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      <p>{printerRefusalTodo(why)}</p>
    </>
  );
}
